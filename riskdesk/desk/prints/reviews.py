"""What the forms of review meetings are given: minutes, the frozen risk list, two snapshots compared; the heat map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from riskdesk.desk.heat import LEC, WAYS, Cell, Heat, heat
from riskdesk.desk.reviews import NOW, Meeting
from riskdesk.desk.snapshots import people, topics
from riskdesk.domain.level import Level
from riskdesk.domain.review import Review, ReviewState, Snapshot, SnapshotRow, Topic, compare
from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.i18n import tr
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def review_minutes(desk: Desk, review: Review) -> dict[str, Any]:
    """A meeting as its minutes; before it was held, as the agenda with room to write."""
    chair, attendees = people(desk, review)
    return {
        "review": {
            "number": review.number, "title": review.title, "state_name": tr(review.state.label),
            "held_on": review.held_on, "place": review.place, "chair_name": chair,
            "minutes": review.minutes, "frozen_at": review.frozen_at,
            "is_agenda": review.state is ReviewState.PREPARING,
        },
        "topics": [_topic(topic) for topic in topics(desk, review)],
        "attendees": list(attendees),
        "counts": {
            "topics": len(review.topics), "decided": review.decided, "done": sum(t.done for t in review.topics),
            "risks": len(review.snapshot.risks),
        },
        "site": "",
    }  # fmt: skip


def _topic(topic: Topic) -> dict[str, Any]:
    reason = topic.reason and tr(topic.reason_told, reason=topic.reason)
    return {
        "kind_name": tr(topic.topic_kind.label), "text": topic.text, "reason": reason, "number": topic.number,
        "level": topic.level, "decision": topic.decision, "done": topic.done,
    }  # fmt: skip


def risk_snapshot(desk: Desk, review: Review) -> dict[str, Any]:
    """The risk list that was frozen when a meeting was signed (《物业客服风险清单》)."""
    rows = review.snapshot.risks
    chair, attendees = people(desk, review)
    counts = {level.value: sum(row.level is level for row in rows) for level in Level}
    counts["unscored"] = len(rows) - sum(counts.values())
    return {
        "review": {
            "number": review.number, "title": review.title, "held_on": review.held_on, "frozen_at": review.frozen_at,
            "chair_name": chair,
        },
        "counts": counts | {"total": len(rows)},
        "risks": [_risk(row) for row in rows],
        "attendees": list(attendees),
        "site": "",
    }  # fmt: skip


def _risk(row: SnapshotRow) -> dict[str, Any]:
    return {
        "number": row.number, "title": row.title, "level": row.level, "points_text": points_text(row),
        "flags": [tr(flag.label) for flag in row.flags], "family_name": row.family, "department_name": row.department,
        "owner_name": row.owner, "measures_done": row.measures_done, "measures_total": row.measures_total,
        "next_review": row.next_review, "status_name": tr(row.status.label),
    }  # fmt: skip


def points_text(row: SnapshotRow) -> str:
    """`16`, `LEC 160`, with a note where the level was set against the score."""
    points = "" if row.points is None else f"{row.points:g}"
    method = "LEC" if row.method == LEC else ""
    return " ".join(filter(None, (method, points, tr("by hand") if row.by_hand else "")))


def comparison(desk: Desk, query: Query, heading: str) -> dict[str, Any]:
    """The earliest and the latest snapshot among the meetings that a query finds; with only one, it and the register
    as it stands."""
    numbers = desk.store.ns("review", query)
    wanted = {row["id"] for row in desk.store.rows("review", numbers, ("id",))}
    signed = [meeting for meeting in desk.reviews.signed() if meeting.id in wanted]
    found = signed[:2] if not query.where else signed
    after = found[0] if len(found) > 1 else None
    before = found[-1] if found else None
    old = desk.reviews.snapshot(before.id) if before else Snapshot()
    now = desk.reviews.snapshot(after.id if after else NOW) if before else Snapshot()
    changes = compare(old, now)
    pairs = {"up": changes.up, "down": changes.down, "scored": changes.scored}
    rows = {"opened": changes.new, "closed": changes.closed}
    return {
        "heading": heading,
        "before": _side(before, old.risks), "after": _side(after, now.risks),
        **{name: [_risk(row) for row in found] for name, found in rows.items()},
        **{name: [_pair(*pair) for pair in found] for name, found in pairs.items()},
        "counts": {name: len(found) for name, found in {**rows, **pairs}.items()} | {"same": changes.same},
    }  # fmt: skip


def _side(meeting: Meeting | None, rows: Sequence[SnapshotRow]) -> dict[str, Any]:
    """A snapshot in the head of a comparison; without a meeting the register as it stands."""
    return {
        "name": meeting.title if meeting else tr("The register now"), "number": meeting.number if meeting else "",
        "frozen_at": meeting.frozen_at if meeting else None, "total": len(rows),
    }  # fmt: skip


def _pair(before: SnapshotRow, after: SnapshotRow) -> dict[str, Any]:
    return {
        "number": after.number, "title": after.title, "department_name": after.department,
        "owner_name": after.owner, "before_level": before.level, "before_text": points_text(before),
        "after_level": after.level, "after_text": points_text(after),
    }  # fmt: skip


def heat_maps(desk: Desk, query: Query) -> dict[str, Any]:
    """The annex of the risk list: counts by inherent, current and target score, and how the risks moved between."""
    found = heat(desk.store, query)
    return {
        "heat": [_map(found, which, name) for which, name in JUDGEMENT_NAMES.items()] if found.total else [],
        "levels": [[level.value for level in row] for row in desk.policy.matrix],
        "moves": [_moves(found, way) for way in WAYS if found.moves[way]],
    }


def _map(found: Heat, which: str, name: str) -> dict[str, Any]:
    return {
        "name": tr(name), "counts": found.rows(which), "inside": found.cells[which].total(),
        "lec": found.lec[which], "unscored": found.unscored[which],
        "moves": [
            (*cells, count) for way in WAYS if way[1] == which for cells, count in found.moves[way].most_common()
        ],
    }  # fmt: skip


def _moves(found: Heat, way: tuple[str, str]) -> dict[str, Any]:
    start, end = way
    moved = found.moves[way].items()
    return {
        "from_name": tr(JUDGEMENT_NAMES[start]), "to_name": tr(JUDGEMENT_NAMES[end]),
        "down": sum(count for (a, b), count in moved if _points(b) < _points(a)),
        "up": sum(count for (a, b), count in moved if _points(b) > _points(a)),
        "aside": sum(count for (a, b), count in moved if _points(b) == _points(a)),
    }  # fmt: skip


def _points(cell: Cell) -> int:
    return cell[0] * cell[1]
