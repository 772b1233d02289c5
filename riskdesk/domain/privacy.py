"""Personal data in texts: found, and masked in everything that leaves the program (source.md 7.4, spec.md section 2).

Telephone, identity card, bank card and plate numbers and room numbers are recognised by their form. A person's name is
no form: whoever writes marks it once as `{张三}`, and it is masked wherever it stands in the same record.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from riskdesk.domain.words import N_, Choice, labelled


@labelled(
    id_card=N_("ID card number"), bank_card=N_("Bank account"), phone=N_("Phone number"), plate=N_("Plate number"),
    room=N_("Room number"), name=N_("Person's name"),
)  # fmt: skip
class PersonalData(Choice):
    """What a piece of a text tells about somebody."""

    ID_CARD = "id_card"
    BANK_CARD = "bank_card"
    PHONE = "phone"
    PLATE = "plate"
    ROOM = "room"
    NAME = "name"


class Found(NamedTuple):
    """Personal data from `start` to `end` of a text: what is masked of it, without the words around."""

    start: int
    end: int
    kind: PersonalData


# Full-width letters and digits count as plain ones; one for one, so that places stay the same.
_NARROW = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_COUNTED = r"(?!\s?(?:[元分角万亿次件人户台米㎡%]|[-/.]?[0-9A-Za-z]))"
"""What follows a number that is an amount, or goes on as something else."""
_ALONE = r"(?<![0-9A-Za-z.¥$])"
_GAP = r"[^0-9\n，。；;,.]{0,8}"
_MOBILE = re.compile(rf"(?<![0-9.¥$])(?:(?:\+|00)86[ -]?)?(?P<n>1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}}){_COUNTED}", re.A)
_LANDLINE = re.compile(
    rf"{_ALONE}(?P<n>(?:\(0[1-9]\d{{1,2}}\) ?|0[1-9]\d{{1,2}}[- ])\d{{7,8}}|0[1-9]\d{{8,10}})(?:-\d{{1,6}})?{_COUNTED}",
    re.A,
)
_SAID_PHONE = re.compile(
    rf"(?:电话|手机|座机|来电|致电|联系方式|\btel\b|phone|mobile){_GAP}(?P<n>\d{{7,8}}|\d{{3,4}}[ -]\d{{4}}){_COUNTED}",
    re.A | re.I,
)
_ID_18 = re.compile(rf"{_ALONE}(?P<n>[1-9]\d{{5}}[ -]?(?:19|20)\d{{6}}[ -]?\d{{3}}[0-9X])(?![0-9A-Za-z])", re.A | re.I)
_ID_15 = re.compile(rf"{_ALONE}(?P<n>[1-9]\d{{14}}){_COUNTED}", re.A)
_SAID_ID = re.compile(
    rf"(?:身份证|证件|护照|id card|passport){_GAP}(?P<n>[A-Z]?\d{{7,17}}[0-9X]?)(?![0-9A-Z])", re.A | re.I
)
_CARD = re.compile(rf"{_ALONE}(?P<n>[3-69]\d{{3}}(?:[ -]?\d{{4}}){{3}}(?:[ -]?\d{{1,3}})?){_COUNTED}", re.A)
_SAID_ACCOUNT = re.compile(
    rf"(?:卡号|银行卡|账号|帐号|账户|card|account){_GAP}(?P<n>\d(?:[ -]?\d){{8,24}}){_COUNTED}", re.A | re.I
)
_PLATE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z] ?[·•.-]? ?"
    r"(?P<n>[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领])(?![0-9A-Za-z])",
    re.A | re.I,
)
_HAN = "〇零一二三四五六七八九十百"
_DOOR = rf"(?P<n>[A-Z]?\d{{3,4}}[A-Z]?|[{_HAN}]{{3,4}})"
_ROOM_WORD = r"(?:号?室|号?房(?![产屋东价源地租贷管款间]))"
_PARTS = rf"(?:(?:\d{{1,3}}|[A-Z]|[{_HAN}]{{1,3}}) ?(?:号楼|号院|栋|幢|座|楼|层|单元|梯|门)[ ,、·-]?){{1,4}}"
_NO_COUNT = r"(?! ?[0-9A-Za-z户人家台部个次元名辆米平%年月日天分秒小时点套间岁件起位条万千:：./-])"
_ROOM_OF = re.compile(rf"(?<![0-9A-Za-z]){_PARTS}{_DOOR}(?: ?(?:{_ROOM_WORD}|号)|{_NO_COUNT})", re.A | re.I)
_ROOM_BY_DASH = re.compile(
    rf"(?<![0-9A-Za-z-])(?:\d{{1,3}}|[A-Z])-(?:(?P<unit>\d{{1,2}})-)?(?P<n>\d{{3,4}})"
    rf"(?P<said> ?{_ROOM_WORD}| ?号(?![楼院文令])| ?(?:业主|住户|户主|租户|居民))?(?![0-9-])",
    re.A,
)
_ROOM = re.compile(rf"(?<![0-9A-Za-z.]){_DOOR} ?{_ROOM_WORD}", re.A | re.I)
_MARKED = re.compile(r"[{｛]([^{}｛｝0-9\n]{1,30})[}｝]")
_DOUBLE = re.compile("欧阳|司马|上官|诸葛|夏侯|司徒|皇甫|尉迟|公孙|慕容|令狐|东方|南宫|端木")
_CALLS = frozenset({"110", "114", "119", "120", "122"})
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text)


def is_id_card(digits: str) -> bool:
    """Whether 18 characters are an identity card number: region, date of birth, check digit (GB 11643-1999)."""
    if not re.fullmatch(r"[1-8]\d{16}[0-9X]", digits.upper(), re.A) or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * ((1 << (17 - place)) % 11) for place, digit in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17].upper()


def is_bank_card(digits: str) -> bool:
    """Whether 16 to 19 digits pass the check digit of bank cards (Luhn, ISO/IEC 7812-1)."""
    if not 16 <= len(digits) <= 19:
        return False
    doubled = (sum(divmod(int(digit) * 2, 10)) if odd % 2 else int(digit) for odd, digit in enumerate(digits[::-1]))
    return sum(doubled) % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        return 1900 <= dt.datetime.strptime(digits, "%Y%m%d").year <= 2100
    except ValueError:
        return False


def _id_18(match: re.Match[str]) -> bool:
    return is_id_card(_digits(match["n"]))


def _id_15(match: re.Match[str]) -> bool:
    return match["n"][0] in "123456" and _is_day("19" + match["n"][6:12])


def _card(match: re.Match[str]) -> bool:
    return is_bank_card(_digits(match["n"]))


def _no_day(match: re.Match[str]) -> bool:
    return not _is_day(match["n"])


def _plate(match: re.Match[str]) -> bool:
    return bool(sum(character.isdigit() for character in match["n"]) >= 3)


def _room(match: re.Match[str]) -> bool:
    """Three parts are a room, two with a word for it; `12-10-2026` and `3-2024 号` may be a day and a document."""
    said = (match["said"] or "").strip()
    is_year = 1900 <= int(match["n"]) <= 2100
    if is_year:
        return said.endswith(("室", "房"))
    return bool(said) or match["unit"] is not None


def _no_call(match: re.Match[str]) -> bool:
    """`1号楼 119` without a word for a room is a building and whom to call."""
    return match["n"] not in _CALLS or match[0][-1] in "室房号"


def _any(match: re.Match[str]) -> bool:
    return True


_FORMS: tuple[tuple[PersonalData, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (PersonalData.ID_CARD, _ID_18, _id_18), (PersonalData.ID_CARD, _ID_15, _id_15),
    (PersonalData.ID_CARD, _SAID_ID, _any), (PersonalData.BANK_CARD, _CARD, _card),
    (PersonalData.BANK_CARD, _SAID_ACCOUNT, _any), (PersonalData.PHONE, _MOBILE, _any),
    (PersonalData.PHONE, _LANDLINE, _any), (PersonalData.PHONE, _SAID_PHONE, _no_day),
    (PersonalData.PLATE, _PLATE, _plate), (PersonalData.ROOM, _ROOM_OF, _no_call),
    (PersonalData.ROOM, _ROOM_BY_DASH, _room), (PersonalData.ROOM, _ROOM, _any),
)  # fmt: skip
_QUICK = re.compile(rf"[{{｛0-9０-９]|[{_HAN}]{{3}}")
"""What every text with personal data holds: most hold none of it."""


def find(text: str) -> list[Found]:
    """Personal data in a text, in its order; marked names with their braces."""
    if not _QUICK.search(text):
        return []
    plain = text.translate(_NARROW)
    found: list[Found] = [Found(*match.span(), PersonalData.NAME) for match in _MARKED.finditer(text)]
    for kind, form, holds in _FORMS:
        for match in form.finditer(plain):
            start, end = match.span("n")
            if holds(match) and all(end <= other.start or start >= other.end for other in found):
                found.append(Found(start, end, kind))
    return sorted(found)


def marked_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that the writer marked, each once, in the order in which they come."""
    names = (match[1].strip() for text in texts for match in _MARKED.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name))


def aliases(names: Iterable[str]) -> dict[str, str]:
    """What stands for each name: `张某`, and `张某甲`, `张某乙` where several share a surname."""
    surnames = {name: _surname(name) for name in dict.fromkeys(names)}
    shared = list(surnames.values())
    counts: dict[str, int] = {}
    found = {}
    for name, surname in surnames.items():
        place = counts[surname] = counts.get(surname, -1) + 1
        stem = _STEMS[place] if place < len(_STEMS) else str(place + 1)
        found[name] = _alias(surname, stem if shared.count(surname) > 1 else "")
    return found


def _alias(surname: str, stem: str = "") -> str:
    """`张某甲`; a Latin name keeps its initial: `J.`."""
    return f"{surname}.{stem}" if surname.isascii() else f"{surname}某{stem}"


def _surname(name: str) -> str:
    return name[:2] if _DOUBLE.match(name) else name[:1]


def mask(text: str, names: Mapping[str, str] | None = None) -> str:
    """`text` without its personal data. `names` gives what stands for a name; without it the marked ones are read."""
    if names is None:
        names = aliases(marked_names([text]))
    parts, place = [], 0
    for start, end, kind in find(text):
        parts += [text[place:start], _masked(text[start:end], kind, names)]
        place = end
    whole = "".join([*parts, text[place:]])
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:  # a marked surname alone would take every such character
            whole = whole.replace(name, names[name])
    return whole


def _masked(text: str, kind: PersonalData, names: Mapping[str, str]) -> str:
    if kind is PersonalData.NAME:
        name = text[1:-1].strip()
        return names.get(name, _alias(_surname(name)))
    if kind is PersonalData.ROOM:
        return "***"
    if kind is PersonalData.PLATE:
        return f"***{text[-2:]}"
    digits = _digits(text.translate(_NARROW))
    return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}" if len(digits) > 8 else f"{digits[:2]}*****"


def texts_of(data: Any) -> Iterator[str]:
    """Every text in nested lists and mappings."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from chain.from_iterable(map(texts_of, data.values()))
    elif isinstance(data, list | tuple):
        yield from chain.from_iterable(map(texts_of, data))


def _each(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {name: _each(value, change) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return type(data)(_each(value, change) for value in data)
    return data


def masked(data: Any, beside: Iterable[str] = ()) -> Any:
    """Nested lists and mappings of a record, every text in them masked; a name marked once is masked in all of them.

    Names are also those marked in `beside`: texts of the same record that do not go along.
    """
    names = aliases(marked_names(chain(texts_of(data), beside)))
    return _each(data, lambda text: mask(text, names))


def as_written(data: Any) -> Any:
    """Nested lists and mappings with everything in them, only without the marks of names."""
    return _each(data, lambda text: _MARKED.sub(r"\1", text))


def counts(texts: Iterable[str]) -> dict[PersonalData, int]:
    """How much personal data of each kind these texts hold."""
    found: dict[PersonalData, int] = {}
    for text in texts:
        for piece in find(text):
            found[piece.kind] = found.get(piece.kind, 0) + 1
    return {kind: found[kind] for kind in PersonalData if kind in found}


def pieces(texts: Iterable[str], names: Iterable[str]) -> list[tuple[PersonalData, str]]:
    """What is masked of some texts, each piece once; `names` are those marked in them or elsewhere in their record."""
    found: dict[tuple[PersonalData, str], None] = {}
    known = [name for name in names if len(name) > 1]
    for text in texts:
        for start, end, kind in find(text):
            piece = text[start:end]
            found[kind, piece[1:-1].strip() if kind is PersonalData.NAME else piece] = None
        for name in known:
            if name in text:
                found[PersonalData.NAME, name] = None
    return list(found)
