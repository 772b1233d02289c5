"""How complaints and what stands out among them read."""

from __future__ import annotations

from collections.abc import Iterable

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.standing_out import Spot, StandsOut
from riskdesk.i18n import language, tr

LIKE_A_LINE = 500
LIKE_A_TITLE = 200


def months_words(numbers: Iterable[int]) -> str:
    """`11月、12月`, `Nov, Dec`."""
    return formats.listed(map(formats.month_word, numbers))


def spot_words(desk: Desk, spot: Spot) -> str:
    """`锦绣花园 3栋`; the site alone for the site as a whole."""
    return " ".join(filter(None, (desk.name(spot[0]), spot[1])))


def place_words(desk: Desk, spot: Spot) -> str:
    """The same for a place among others: says so where none was given."""
    return " ".join(filter(None, (desk.name(spot[0]), spot[1] or tr("No place"))))


def type_words(kind: str) -> str:
    """The type of a complaint; says so where none was given."""
    return kind or tr("No type")


def title(desk: Desk, found: StandsOut) -> str:
    """What stands out: `锦绣花园 3栋 · 电梯`, `12月、1月 · 供暖`."""
    where = months_words(found.months) if found.months else spot_words(desk, (found.site_id, found.place))
    return f"{where} · {found.complaint_type}"


def reason(found: StandsOut) -> str:
    """Why it stands out."""
    values = found.reason_values
    if found.months and language() == "en":
        values = values | {"months": ", ".join(map(str, found.months))}
    return tr(found.reason, **values)


def risk_fields(desk: Desk, found: StandsOut) -> dict[str, object]:
    """What a risk raised for it begins with."""
    kind = found.complaint_type
    if found.months:
        words = tr("{months}: complaints about {kind} pile up", months=months_words(found.months), kind=kind)
    else:
        place = spot_words(desk, (found.site_id, found.place))
        words = tr("{place}: complaints about {kind} pile up", place=place, kind=kind)
    return {
        "title": words[:LIKE_A_TITLE],
        "source_note": reason(found)[:LIKE_A_LINE],
        "season": tuple(sorted(found.months)),
        "site_id": found.site_id,
        "place": found.place,
    }
