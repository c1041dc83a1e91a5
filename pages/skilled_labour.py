"""Themes 1 to 5: skilled labour and competence; the map shows unemployment in all municipalities."""

from components.blocks import cluster, indicator_map

cluster.show("osaaminen", maps={"tyollisyys": indicator_map.show_municipalities})
