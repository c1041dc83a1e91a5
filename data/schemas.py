"""Contracts of the files: what every snapshot and every prepared file must look like."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from data.errors import SnapshotError

STATUS = (
    r"(final|provisional|rounded|approx|derived|projection|unverified|break|amended_budget|budget|plan"
    r"|missing:[a-z_]+)"
)
PERIOD = r"\d{4}(M(0[1-9]|1[0-2])|Q[1-4])?"
FACT_PERIOD = rf"({PERIOD}|\d{{4}}H[12]|\d{{4}}-\d{{4}})"

# Named exactly, because "str" makes pandera look at every single value.
TEXT = pd.StringDtype(na_value=float("nan"))
NOT_EMPTY = pa.Check(lambda column: column != "", error="no empty text")

SNAPSHOT = pa.DataFrameSchema(
    {
        "area": pa.Column(TEXT, NOT_EMPTY),
        "period": pa.Column(TEXT, NOT_EMPTY),
        "measure": pa.Column(TEXT, NOT_EMPTY),
        "value": pa.Column(float, nullable=True),
        "status": pa.Column(TEXT),
    }
)

OBSERVATIONS = pa.DataFrameSchema(
    {
        "area": pa.Column(TEXT, pa.Check.str_matches(r"^(SSS|KU\d{3}|MK\d{2}|PNO\d{5})$")),
        "period": pa.Column(TEXT, pa.Check.str_matches(f"^{PERIOD}$")),
        "breakdown": pa.Column(TEXT, NOT_EMPTY),
        "value": pa.Column(float, nullable=True),
        "status": pa.Column(TEXT, pa.Check.str_matches(f"^{STATUS}$")),
        "numerator": pa.Column(float, nullable=True),
        "denominator": pa.Column(float, pa.Check.ne(0), nullable=True),
    },
    checks=[
        pa.Check(
            lambda frame: frame["value"].isna() == frame["status"].str.startswith("missing:"),
            error="a value is missing exactly where the status says so",
        ),
        pa.Check(
            lambda frame: ~frame["value"].isin([float("inf"), float("-inf")]), error="no infinity"
        ),
    ],
    unique=["area", "period", "breakdown"],
    strict=True,
    ordered=True,
)

FACTS = pa.DataFrameSchema(
    {
        "indicator": pa.Column(TEXT),
        "area": pa.Column(TEXT),
        "period": pa.Column(TEXT, pa.Check.str_matches(f"^{FACT_PERIOD}$")),
        "breakdown": pa.Column(TEXT),
        "value": pa.Column(float),
        "status": pa.Column(TEXT, pa.Check.str_matches(f"^{STATUS}$")),
        "source_url": pa.Column(TEXT, pa.Check.str_startswith("http")),
    },
    strict=True,
    ordered=True,
)

EVENTS = pa.DataFrameSchema(
    {
        "id": pa.Column(TEXT, pa.Check.str_length(min_value=1), unique=True),
        "date": pa.Column(TEXT, pa.Check.str_matches(r"^\d{4}-\d{2}-\d{2}$")),
        "precision": pa.Column(TEXT, pa.Check.isin(["day", "month", "year"])),
        "area": pa.Column(TEXT, pa.Check.str_matches(r"^KU\d{3}( KU\d{3})*$")),
        "kind": pa.Column(TEXT, NOT_EMPTY),
        "theme": pa.Column(TEXT, pa.Check.str_matches(r"^[a-z-]+( [a-z-]+)*$")),
        "fi": pa.Column(TEXT, NOT_EMPTY),
        "sv": pa.Column(TEXT, NOT_EMPTY),
        "en": pa.Column(TEXT, NOT_EMPTY),
        "source_url": pa.Column(TEXT, pa.Check.str_startswith("http")),
    },
    strict=True,
    ordered=True,
)

RANKS = pa.DataFrameSchema(
    {
        "indicator": pa.Column(TEXT, NOT_EMPTY),
        "benchmark": pa.Column(TEXT, NOT_EMPTY),
        "area": pa.Column(TEXT, pa.Check.str_matches(r"^KU\d{3}$")),
        "period": pa.Column(TEXT, pa.Check.str_matches(f"^{PERIOD}$")),
        "rank": pa.Column("int64", pa.Check.ge(1)),
        "count": pa.Column("int64", pa.Check.ge(1)),
    },
    checks=pa.Check(lambda frame: frame["rank"] <= frame["count"], error="no rank past the count"),
    unique=["indicator", "benchmark", "area"],
    strict=True,
    ordered=True,
)


def check_snapshot(frame: pd.DataFrame, path: Path) -> None:
    """Raise SnapshotError, naming file and rule, when a snapshot breaks its contract."""
    _check(SNAPSHOT, frame, str(path))


def check_observations(frame: pd.DataFrame, name: str) -> None:
    """Raise SnapshotError, naming the file and the rule, when prepared observations break their contract."""
    _check(OBSERVATIONS, frame, name)


def check_facts(frame: pd.DataFrame, name: str) -> None:
    """Raise SnapshotError when prepared facts break their contract."""
    _check(FACTS, frame, name)


def check_events(frame: pd.DataFrame, name: str) -> None:
    """Raise SnapshotError when prepared events break their contract."""
    _check(EVENTS, frame, name)


def check_ranks(frame: pd.DataFrame, name: str) -> None:
    """Raise SnapshotError when prepared ranks break their contract."""
    _check(RANKS, frame, name)


def _check(schema: pa.DataFrameSchema, frame: pd.DataFrame, name: str) -> None:
    try:
        schema.validate(frame)
    except (SchemaError, SchemaErrors) as error:
        raise SnapshotError(f"{name}: {str(error)[:400]}") from error
