"""Words for people: marked here, translated at the edge (`riskdesk.i18n.tr`)."""

from __future__ import annotations

from enum import StrEnum


def N_(text: str) -> str:
    """Mark an English source text for translation and return it unchanged."""
    return text


class Choice(StrEnum):
    """A closed list of values that are stored by their key and shown by `label`."""

    @property
    def label(self) -> str:
        """The English source text of this value; translate it with `tr`."""
        return _LABELS[type(self).__name__][self.value]


_LABELS: dict[str, dict[str, str]] = {}


def labelled(**labels: str):  # type: ignore[no-untyped-def]
    """Class decorator that gives each value of a `Choice` its label; all values must have one."""

    def give(cls: type[Choice]) -> type[Choice]:
        missing = {member.value for member in cls} ^ set(labels)
        if missing:
            raise TypeError(f"{cls.__name__}: labels do not fit {sorted(missing)}")
        _LABELS[cls.__name__] = labels
        return cls

    return give
