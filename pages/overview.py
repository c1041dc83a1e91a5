"""The whole alliance at one look: four questions, then fourteen themes as rows."""

from components.blocks import comparison, overview, overview_head, tiles

overview_head.show()
comparison.show()
tiles.show()
overview.show()
