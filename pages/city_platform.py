"""Themes 6 to 10: a competitive and sustainable city; the map shows homes inside the cities."""

from components.blocks import cluster, indicator_map

cluster.show("kaupunkialusta", maps={"maankaytto-liikenne": indicator_map.show_postal_areas})
