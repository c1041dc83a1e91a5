"""The whole alliance at one look: four questions, then fourteen themes as rows."""

from components.blocks import overview, overview_head, tiles

overview_head.show()
tiles.show()
overview.show()
