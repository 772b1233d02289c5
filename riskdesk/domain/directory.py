"""Sites, departments, people and outside bodies: who is called and who answers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from riskdesk.domain.record import Line, Record, Ref, Text, Title
from riskdesk.domain.words import N_, Choice, labelled


def _in_capitals(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


SiteCode = Annotated[str, BeforeValidator(_in_capitals), Field(pattern="^[A-Z][A-Z0-9]{1,5}$")]


class Site(Record):
    """A managed property, or the office itself. Its `code` begins every number written there."""

    KIND: ClassVar[str] = "site"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "code", "address")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("code",)
    code: SiteCode
    name: Title
    address: Line = ""
    buildings: tuple[Line, ...] = ()
    zone: Line = "Asia/Shanghai"
    phone: Line = ""


class Department(Record):
    """A department or post that is made responsible (管控责任部门)."""

    KIND: ClassVar[str] = "department"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)
    name: Title
    site_id: Annotated[str, Ref("site")] = ""
    phone: Line = ""


@labelled(reader=N_("Reader"), duty=N_("Duty staff"), coordinator=N_("Drill coordinator"),
          officer=N_("Safety officer"), administrator=N_("Administrator"))  # fmt: skip
class Role(Choice):
    """What a person may do in the program."""

    READER = "reader"
    DUTY = "duty"
    COORDINATOR = "coordinator"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


OFFICERS = (Role.OFFICER, Role.ADMINISTRATOR)
"""Whose word it takes to accept a red risk, and to let personal data out as written."""


class Person(Record):
    """Someone who works here: owner of risks, takes part in drills, is telephoned in an incident."""

    KIND: ClassVar[str] = "person"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "post", "phone")
    name: Title
    post: Line = ""
    phone: Line = ""
    department_id: Annotated[str, Ref("department")] = ""
    site_id: Annotated[str, Ref("site")] = ""
    duties: tuple[Line, ...] = ()
    """Roles of playbooks that this person fills, such as 客服 or 总指挥."""
    role: Role = Role.DUTY
    active: bool = True
    notes: Text = ""


@labelled(fire=N_("Fire and rescue"), medical=N_("Ambulance"), police=N_("Police"), lift=N_("Lift maintenance"),
          street=N_("Street office"), insurer=N_("Insurer"), counsel=N_("Legal counsel"),
          utility=N_("Utility"), media=N_("Media"), other=N_("Other"))  # fmt: skip
class BodyKind(Choice):
    """What an outside body is for."""

    FIRE = "fire"
    MEDICAL = "medical"
    POLICE = "police"
    LIFT = "lift"
    STREET = "street"
    INSURER = "insurer"
    COUNSEL = "counsel"
    UTILITY = "utility"
    MEDIA = "media"
    OTHER = "other"


class Body(Record):
    """An outside body that is called or told (119, 120, 110, lift maintenance, street office, insurer, counsel)."""

    KIND: ClassVar[str] = "body"
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "phone", "contact")
    name: Title
    body_kind: BodyKind = BodyKind.OTHER
    phone: Line = ""
    contact: Line = ""
    site_id: Annotated[str, Ref("site")] = ""
    duties: tuple[Line, ...] = ()
    notes: Text = ""
