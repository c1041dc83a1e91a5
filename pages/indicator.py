"""Any series beside any municipality or region: over time, ranked, spread out, on the map, as files."""

from components.blocks.explorer import (
    about,
    all_areas,
    choices,
    figures_table,
    files,
    history,
    relation,
    similar_cities,
)

asked = choices.show()
if asked is not None:
    history.show(asked)
    files.show(asked)
    figures_table.show(asked)
    all_areas.show(asked)
    relation.show(asked)
    similar_cities.show(asked)
    about.show(asked)
