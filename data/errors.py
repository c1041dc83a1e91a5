"""The errors of the project, each named after the rule broken; messages name file and line where there is one."""

from __future__ import annotations


class KasvumittariError(Exception):
    """Base of the project's own errors."""


class DeclarationError(KasvumittariError):
    """A declaration or reference file breaks a rule; the message names file and line."""


class SnapshotError(KasvumittariError):
    """A snapshot is missing or breaks its contract; the message names file and rule."""


class ExpectationError(KasvumittariError):
    """A built series breaks what its declaration expects."""


class UnknownIndicator(KasvumittariError):
    """No declaration has this id."""


class UnavailableSeries(KasvumittariError):
    """A prepared file is missing, truncated or breaks its contract."""


class UnavailableBase(UnavailableSeries):
    """The series that figures should be divided by is unavailable; ``base`` is its id."""

    def __init__(self, base: str, cause: object) -> None:
        """Keep whose file it is beside what is wrong with it."""
        super().__init__(str(cause))
        self.base = base
