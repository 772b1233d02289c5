"""The scales and lists that an office begins with, until it writes its own.

Families and classes: source.md 7.1 and 3; fire, equipment and natural hazards are families beyond the three of the
source. The words of the scales are those in common use.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from riskdesk.domain.record import Line, Part, Title

Key = Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$", max_length=40)]


class Named(Part):
    """An entry of a list that an office may extend: a stable key and what people call it, in both languages."""

    key: Key
    name: Title
    name_en: Line = ""

    def in_language(self, language: str) -> str:
        """The name for 'zh' or 'en'."""
        return self.name_en or self.name if language == "en" else self.name


class Grade(Part):
    """What one value of a scale means in this office."""

    value: float
    words: Line
    words_en: Line = ""

    def in_language(self, language: str) -> str:
        """The words for 'zh' or 'en'."""
        return self.words_en or self.words if language == "en" else self.words


def words_of(grades: tuple[Grade, ...], value: float, language: str) -> str:
    """What a value of a scale means; empty where nobody wrote it."""
    return next((grade.in_language(language) for grade in grades if grade.value == value), "")


def worded(grades: tuple[Grade, ...], value: float, words: str, language: str) -> tuple[Grade, ...]:
    """The scale with other words for one value, which it may lack so far."""
    field = "words_en" if language == "en" else "words"
    mine = next((grade for grade in grades if grade.value == value), Grade(value=value, words=words))
    rest = [grade for grade in grades if grade.value != value]
    return tuple(sorted([*rest, mine.changed(**{field: words})], key=lambda grade: grade.value))


FAMILIES = (
    Named(key="opinion", name="舆情", name_en="Public opinion"),
    Named(key="legal", name="法律", name_en="Legal"),
    Named(key="operational", name="操作", name_en="Operational"),
    Named(key="fire", name="消防", name_en="Fire"),
    Named(key="equipment", name="设备", name_en="Equipment"),
    Named(key="natural", name="自然灾害", name_en="Natural hazard"),
)
SCENARIO_CLASSES = (
    Named(key="natural", name="自然灾害", name_en="Natural disaster"),
    Named(key="equipment", name="设备故障", name_en="Equipment failure"),
    Named(key="crowd", name="群体事件", name_en="Crowd incident"),
)


def _scale(*rows: tuple[float, str, str]) -> tuple[Grade, ...]:
    return tuple(Grade(value=value, words=words, words_en=words_en) for value, words, words_en in rows)


LIKELIHOOD = _scale(
    (1, "极少：几年也遇不到一次", "Rare: not once in several years"),
    (2, "不太可能：几年一次", "Unlikely: once in several years"),
    (3, "可能：大约每年一次", "Possible: about once a year"),
    (4, "很可能：每季度都会遇到", "Likely: every quarter"),
    (5, "几乎一定：每月都会遇到", "Almost certain: every month"),
)
SEVERITY = _scale(
    (1, "轻微：当场化解，没有损失", "Minor: settled on the spot, no loss"),
    (2, "较轻：少数业主受影响，当天恢复", "Slight: few owners affected, normal the same day"),
    (
        3,
        "中等：一栋楼受影响，或有赔偿、正式投诉",
        "Moderate: one building affected, or compensation, or a formal complaint",
    ),
    (4, "严重：有人受伤，或诉讼、处罚、媒体报道", "Serious: someone injured, or a lawsuit, a penalty, media coverage"),
    (
        5,
        "特别严重：人员死亡或重伤，或企业声誉、经营长期受损",
        "Grave: death or severe injury, or lasting damage to name or business",
    ),
)
LEC_LIKELIHOOD = _scale(
    (0.1, "实际不可能", "Practically impossible"),
    (0.2, "极不可能", "Extremely unlikely"),
    (0.5, "很不可能，但可以设想", "Very unlikely but conceivable"),
    (1, "可能性小，完全意外", "Only remotely possible, a complete surprise"),
    (3, "可能，但不经常", "Possible but unusual"),
    (6, "相当可能", "Quite possible"),
    (10, "完全可以预料", "To be expected"),
)
LEC_EXPOSURE = _scale(
    (0.5, "非常罕见地暴露", "Very rare exposure"),
    (1, "每年几次暴露", "A few times a year"),
    (2, "每月一次暴露", "Once a month"),
    (3, "每周一次，或偶然暴露", "Once a week, or occasionally"),
    (6, "每天工作时间内暴露", "Daily during working hours"),
    (10, "连续暴露", "Continuous"),
)
LEC_CONSEQUENCE = _scale(
    (1, "引人注目，需要救护", "Noticeable, first aid needed"),
    (3, "重大，致残", "Important, disabling injury"),
    (7, "严重，重伤", "Serious injury"),
    (15, "非常严重，一人死亡", "Very serious, one death"),
    (40, "灾难，数人死亡", "Disaster, several deaths"),
    (100, "大灾难，许多人死亡", "Catastrophe, many deaths"),
)
