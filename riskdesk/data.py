"""Where the files lie that riskdesk ships: fonts, icons, translations, forms and the starter content."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# In a checkout these two stand beside the package; the wheel carries them inside it.
_BESIDE = ("forms", "casebank")


def data_path(name: str) -> Path:
    """Returns the folder of a kind of shipped files, from a checkout as from an installed wheel.

    Args:
        name: one of "fonts", "icons", "translations", "forms", "casebank".

    Raises:
        FileNotFoundError: if the folder is not there, as in an incomplete installation.
    """
    places = [_PACKAGE / "_data" / name]
    if name in _BESIDE:
        places.append(_PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    looked = ", ".join(map(str, places))
    raise FileNotFoundError(f"riskdesk's files of the kind {name!r} are missing; looked in {looked}")
