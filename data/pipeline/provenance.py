"""Where figures come from: cards, publishers.yaml and licences.yaml become the sources that a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.errors import SnapshotError
from data.model import LANGUAGES, REFERENCE, Source
from data.pipeline.snapshot_store import SnapshotStore
from data.strict_yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by key: its name, address and the wordings of cards that mean it."""

    key: str
    name: dict[str, str]
    address: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Publishers and licences, looked up per table."""

    publishers: dict[str, dict[str, str]]
    tables: dict[str, dict[str, str]]
    licences: dict[str, Licence]  # wording -> licence

    def sources(self, store: SnapshotStore, used: dict[str, tuple[str, ...]]) -> tuple[Source, ...]:
        """Return one source per table used, described by its newest used vintage and its worst quality.

        Raises:
            SnapshotError: a table is not in publishers.yaml or a licence text not in licences.yaml.
        """
        return tuple(self._source(store, table, dates) for table, dates in used.items() if dates)

    def _source(self, store: SnapshotStore, table: str, dates: tuple[str, ...]) -> Source:
        vintages = [vintage for vintage in store.card(table).vintages if vintage.date in dates]
        newest = vintages[-1]
        if table not in self.tables:
            raise SnapshotError(f"{table}: not in publishers.yaml")
        if newest.licence not in self.licences:
            raise SnapshotError(f"{table}: licence '{newest.licence}' is not in licences.yaml")
        facts, licence = self.tables[table], self.licences[newest.licence]
        return Source(
            table=table,
            code=facts["code"],
            publisher=self.publishers[facts["publisher"]],
            licence=licence.key,
            licence_name=licence.name,
            licence_url=licence.address,
            quality=max(vintage.quality for vintage in vintages),
            vintage=newest.date,
            updated=newest.updated[:10],
            page=facts["page"],
        )


def load_provenance(folder: Path = REFERENCE) -> Provenance:
    """Load publishers.yaml and licences.yaml."""
    file = read_yaml(folder / "publishers.yaml")
    names, tables = file.mapping("publishers"), file.mapping("tables")
    publishers = {key: dict(names.text(key)) for key in names.keys}
    found = {}
    for key in tables.keys:
        item = tables.mapping(key)
        found[key] = {
            "publisher": item.string("publisher"),
            "code": item.string("code"),
            "page": item.raw("page"),
        }
        if found[key]["publisher"] not in publishers:
            raise item.error(f"publisher '{found[key]['publisher']}' is not declared")
        item.done()
    file.done()
    return Provenance(publishers, found, _licences(folder / "licences.yaml"))


def _licences(path: Path) -> dict[str, Licence]:
    file = read_yaml(path).mapping("licences")
    found = {}
    for key in file.keys:
        item = file.mapping(key)
        name = item.mapping("name")
        licence = Licence(
            key, {language: name.string(language) for language in LANGUAGES}, item.raw("address")
        )
        for text in item.strings("texts"):
            found[text] = licence
        item.done()
    return found
