"""The prepared files as one whole: written beside the old set and put in its place in one step.

A build that is killed leaves the old set untouched; ``build.json`` is the last file of the new one.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from data.model import STATIC

BUILD_FILE = "build.json"
_NEW, _OLD = ".prepared-new", ".prepared-old"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def start(prepared: Path) -> Path:
    """Return an empty folder beside the prepared set, after mending what a killed swap may have left."""
    old, new = prepared.with_name(_OLD), prepared.with_name(_NEW)
    if not prepared.exists() and old.exists():
        old.rename(prepared)
    for left in (old, new):
        shutil.rmtree(left, ignore_errors=True)
    new.mkdir(parents=True)
    return new


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write one sorted frame, compressed; small row groups are not needed at this size."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.to_parquet(path, index=False, compression="zstd")


def finish(new: Path, prepared: Path, facts: dict[str, Any]) -> str:
    """Write build.json with the data version and put the new set in the old one's place.

    Returns:
        The data version: a short hash of the content of all files and of what build.json says of them.
    """
    version = content_hash(new, facts)
    text = json.dumps({"version": version, **facts}, ensure_ascii=False, indent=1, sort_keys=True)
    (new / BUILD_FILE).write_text(text + "\n", encoding="utf-8")
    _swap(new, prepared)
    return version


def content_hash(folder: Path, facts: dict[str, Any]) -> str:
    """Hash values, not bytes, so that another Parquet version gives the same data version."""
    digest = hashlib.sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode())
    for path in sorted(folder.rglob("*.parquet")):
        digest.update(str(path.relative_to(folder)).encode())
        frame = pd.read_parquet(path)
        digest.update(
            pd.util.hash_pandas_object(_hashable(frame), index=False).to_numpy().tobytes()
        )
    return digest.hexdigest()[:8]


def _hashable(frame: pd.DataFrame) -> pd.DataFrame:
    """Return columns that pandas can hash: lists of coordinates become their bytes."""
    objects = [name for name in frame if pd.api.types.is_object_dtype(frame[name])]
    return frame.assign(**{str(name): frame[name].map(_plain) for name in objects})


def _plain(value: object) -> str:
    return value.tobytes().hex() if isinstance(value, np.ndarray) else repr(value)


def _swap(new: Path, prepared: Path) -> None:
    if not prepared.exists():
        new.rename(prepared)
        return
    if not _exchange(new, prepared):
        old = prepared.with_name(_OLD)
        prepared.rename(old)
        new.rename(prepared)
        shutil.rmtree(old)
        return
    shutil.rmtree(new)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one system call; False where the system has none."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return int(result) == 0


def static_folder(prepared: Path) -> Path:
    """Return where GeoJSON goes: the app's static folder, or beside a prepared set kept elsewhere."""
    return STATIC if prepared.parent == STATIC.parent / "data" else prepared.parent / "static"
