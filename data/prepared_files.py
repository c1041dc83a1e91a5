"""Prepared files as the app reads them: a broken one is an unavailable series, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.errors import UnavailableSeries

AREA_COLUMNS = ("area", "level", "name_fi", "name_sv", "name_en", "region", "municipality")


def read_prepared(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """Read a prepared file and check that it has the columns of its contract.

    Args:
        path: of the Parquet file.
        columns: names in their order.

    Raises:
        UnavailableSeries: the file is missing, truncated or not as its contract.
    """
    try:
        frame: pd.DataFrame = pq.read_table(path).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise UnavailableSeries(f"{path}: {error}") from error
    if tuple(frame.columns) != columns:
        raise UnavailableSeries(
            f"{path}: columns {list(frame.columns)} are not those of the contract"
        )
    if "value" in columns and not pd.api.types.is_float_dtype(frame["value"]):
        raise UnavailableSeries(f"{path}: values are not numbers")
    return frame
