"""DATA_LICENCES.md: which licence each table is under and who must be named, written from the catalogue."""

from __future__ import annotations

from data.catalogue import Catalogue
from data.map_layers import load_map_layers
from data.model import Kind, Source

HEAD = """# Licences of the data

Written by `python -m data.pipeline licences`; do not edit by hand. The code is under the MIT licence (LICENSE).
The figures belong to their publishers; each table is used under the licence named here. Figures were selected,
summed, divided or scaled as each declaration in `data/indicators` says; otherwise they are unchanged.
"""


def licence_page(catalogue: Catalogue) -> str:
    """Return the whole page as Markdown: one row per table, and the credits of the map layers."""
    tables: dict[str, tuple[Source, list[str]]] = {}
    for indicator in catalogue.indicators():
        if indicator.kind is Kind.GAP:
            continue
        for source in catalogue.sources(indicator.id):
            tables.setdefault(source.table, (source, []))[1].append(indicator.id)
    lines = [HEAD, "| Table | Publisher | Licence | Indicators |", "|---|---|---|---|"]
    for _, (source, used_by) in sorted(tables.items()):
        table = f"[{source.table}]({source.page})" if source.page else source.table
        licence = source.licence_name["en"]
        if source.licence_url:
            licence = f"[{licence}]({source.licence_url})"
        lines.append(
            f"| {table} | {source.publisher['en']} | {licence} | {', '.join(sorted(used_by))} |"
        )
    lines += ["", "## Maps", ""]
    lines += [f"- {source.credit['en']}" for source in load_map_layers().sources.values()]
    return "\n".join(lines) + "\n"
