"""Every series with its source, age and downloads; the accessibility statement."""

from components.blocks import accessibility, catalogue_downloads, catalogue_table, sources_head

sources_head.show()
catalogue_downloads.show()
catalogue_table.show()
accessibility.show()
