"""What somebody has approved changes under no signature: not by a save, an undo, a redo, a file or another window."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.errors import Conflict, NotAllowed
from riskdesk.domain.incident import EntryKind, Incident, ReportState
from riskdesk.domain.playbook import Playbook, PlaybookState, Step
from riskdesk.domain.policy import Duty, Limit, Tier

STEPS = (Step(id="step-1", action="启动"), Step(id="step-2", action="通报"))


@pytest.fixture
def closed(desk: Desk) -> Incident:
    made = desk.incidents.report(Incident(title="漏水", started_at=desk.clock())).value
    return desk.incidents.close(made.id, "已修").value


@pytest.fixture
def draft(desk: Desk) -> Playbook:
    return desk.playbooks.add(Playbook(title="电梯困人", scenario_class="equipment", steps=STEPS)).value


def report(desk: Desk, incident: Incident) -> tuple[ReportState, int, str]:
    now = desk.incidents.get(incident.id).report
    return now.state, now.version, now.approved_by_id


def version(desk: Desk, playbook: Playbook) -> tuple[PlaybookState, int]:
    now = desk.playbooks.get(playbook.id)
    return now.state, now.version


APPROVED, SECOND = (ReportState.APPROVED, 1, "p"), (ReportState.DRAFT, 2, "")
FIRST, NEXT = (PlaybookState.APPROVED, 1), (PlaybookState.DRAFT, 2)


# saving over an approval that somebody gave meanwhile


def test_an_incident_opened_before_the_approval_is_saved_as_the_next_version(
    desk: Desk, colleague: Desk, closed: Incident
) -> None:
    opened = colleague.incidents.get(closed.id)
    desk.incidents.approve_report(closed.id, "p")
    saved = colleague.incidents.save(opened.changed(injured=3), opened).value
    assert report(desk, closed) == SECOND
    assert saved == desk.incidents.get(closed.id)
    again = colleague.incidents.save(saved.changed(injured=4), saved).value
    assert (again.report.version, again.injured) == (2, 4)


def test_words_of_a_report_that_was_approved_meanwhile_are_a_conflict(
    desk: Desk, colleague: Desk, closed: Incident
) -> None:
    opened = colleague.incidents.get(closed.id)
    desk.incidents.approve_report(closed.id, "p")
    with pytest.raises(Conflict):
        colleague.incidents.save(opened.changed(report=opened.report.changed(summary="漏水")), opened)
    assert report(desk, closed) == APPROVED


def test_what_a_report_does_not_tell_is_saved_under_its_approval(desk: Desk, colleague: Desk, closed: Incident) -> None:
    opened = colleague.incidents.get(closed.id)
    desk.incidents.approve_report(closed.id, "p")
    colleague.incidents.save(opened.changed(risk_ids=("r",)), opened)
    assert report(desk, closed) == APPROVED


def test_a_playbook_opened_before_the_approval_is_saved_as_the_next_version(
    desk: Desk, colleague: Desk, draft: Playbook
) -> None:
    opened = colleague.playbooks.get(draft.id)
    desk.playbooks.approve(draft.id)
    saved = colleague.playbooks.save(opened.changed(steps=STEPS[:1]), opened).value
    assert version(desk, draft) == NEXT
    assert saved == desk.playbooks.get(draft.id)
    assert (saved.approved_on, saved.steps) == (None, STEPS[:1])


def test_two_who_had_the_approved_playbook_open_make_one_next_version(
    desk: Desk, colleague: Desk, draft: Playbook
) -> None:
    desk.playbooks.approve(draft.id)
    mine, theirs = desk.playbooks.get(draft.id), colleague.playbooks.get(draft.id)
    desk.playbooks.save(mine.changed(triggers="有人被困"), mine)
    colleague.playbooks.save(theirs.changed(title="困人"), theirs)
    assert version(desk, draft) == NEXT


def test_limits_saved_over_a_confirmation_given_meanwhile_are_not_confirmed(desk: Desk, colleague: Desk) -> None:
    tier = Tier(key="general_2", name="二级", limits=(Limit(duty=Duty.ON_SITE, seconds=300),))
    for one in (desk, colleague):
        one.directory.set_office(tiers=(tier,))
    steps = (Step(id="step-1", action="到场", limit_s=600, duty=Duty.ON_SITE),)
    made = Playbook(title="困人", scenario_class="equipment", tier="general_2", steps=steps)
    opened = colleague.playbooks.get(desk.playbooks.add(made).value.id)
    desk.playbooks.confirm_differences(opened.id, "p", "合同")
    slower = (steps[0].changed(limit_s=1200),)
    saved = colleague.playbooks.save(opened.changed(steps=slower), opened).value
    assert (saved.steps, saved.difference_confirmed) == (slower, None)


# files and the log


def test_a_file_attached_to_an_approved_report_makes_the_next_version(
    desk: Desk, closed: Incident, tmp_path: Path
) -> None:
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"\xff\xd8")
    (kept,) = desk.attachments.keep([photo])
    desk.incidents.approve_report(closed.id, "p")
    desk.attachments.attach("incident", closed.id, [kept])
    assert report(desk, closed) == SECOND
    desk.incidents.approve_report(closed.id, "p")
    desk.attachments.remove("incident", closed.id, kept.sha256)
    assert report(desk, closed) == (ReportState.DRAFT, 3, "")


def test_a_deed_that_changes_nothing_but_the_log_makes_the_next_version(desk: Desk, closed: Incident) -> None:
    desk.incidents.hand_over(closed.id, "q")
    desk.incidents.approve_report(closed.id, "p")
    desk.incidents.hand_over(closed.id, "q")
    assert report(desk, closed) == SECOND


# undoing what was done before the approval


@pytest.mark.parametrize("who", ["oneself", "somebody else"])
def test_an_edit_of_an_incident_is_not_undone_under_its_approved_report(
    desk: Desk, colleague: Desk, closed: Incident, who: str
) -> None:
    saved = desk.incidents.save(closed.changed(injured=3), closed).value
    (desk if who == "oneself" else colleague).incidents.approve_report(closed.id, "p")
    with pytest.raises(NotAllowed, match="next version"):
        desk.undo_stack.undo()
    now = desk.incidents.get(closed.id)
    assert (report(desk, closed), now.injured) == (APPROVED, saved.injured)


def test_an_edit_is_not_done_again_under_an_approval(desk: Desk, colleague: Desk, closed: Incident) -> None:
    desk.incidents.save(closed.changed(injured=3), closed)
    desk.undo_stack.undo()
    colleague.incidents.approve_report(closed.id, "p")
    with pytest.raises(NotAllowed, match="next version"):
        desk.undo_stack.redo()
    assert (report(desk, closed), desk.incidents.get(closed.id).injured) == (APPROVED, None)


def test_an_edit_of_a_playbook_is_not_undone_under_the_approval_of_somebody_else(
    desk: Desk, colleague: Desk, draft: Playbook
) -> None:
    desk.playbooks.save(draft.changed(steps=STEPS[:1]), draft)
    colleague.playbooks.approve(draft.id)
    with pytest.raises(NotAllowed, match="next version"):
        desk.undo_stack.undo()
    assert (version(desk, draft), desk.playbooks.get(draft.id).steps) == (FIRST, STEPS[:1])


def test_what_the_approval_does_not_cover_is_undone_under_it(desk: Desk, colleague: Desk, draft: Playbook) -> None:
    desk.playbooks.save(draft.changed(drill_days=30), draft)
    colleague.playbooks.approve(draft.id)
    desk.undo_stack.undo()
    assert (version(desk, draft), desk.playbooks.get(draft.id).drill_days) == (FIRST, draft.drill_days)


# undoing what ended an approval


def test_the_approval_comes_back_with_what_it_was_given_for(desk: Desk, draft: Playbook, closed: Incident) -> None:
    approved = desk.playbooks.approve(draft.id).value
    desk.playbooks.save(approved.changed(steps=STEPS[:1]), approved)
    assert version(desk, draft) == NEXT
    desk.undo_stack.undo()
    assert desk.playbooks.get(draft.id) == approved
    told = desk.incidents.approve_report(closed.id, "p").value
    desk.incidents.save(told.changed(injured=3), told)
    desk.undo_stack.undo()
    assert desk.incidents.get(closed.id) == told


def test_it_does_not_come_back_over_what_somebody_else_changed_since(
    desk: Desk, colleague: Desk, draft: Playbook
) -> None:
    approved = desk.playbooks.approve(draft.id).value
    desk.playbooks.save(approved.changed(title="困人"), approved)
    theirs = colleague.playbooks.get(draft.id)
    colleague.playbooks.save(theirs.changed(steps=STEPS[:1]), theirs)
    with pytest.raises(NotAllowed, match="approved again"):
        desk.undo_stack.undo()
    assert version(desk, draft) == NEXT


def test_it_does_not_come_back_over_a_log_that_has_grown(desk: Desk, closed: Incident) -> None:
    approved = desk.incidents.approve_report(closed.id, "p").value
    desk.incidents.save(approved.changed(injured=3), approved)
    desk.incidents.log(closed.id, EntryKind.NOTE, "漏记：三人受伤")
    with pytest.raises(NotAllowed, match="approved again"):
        desk.undo_stack.undo()
    assert report(desk, closed) == SECOND


def test_an_approval_is_undone_and_done_again_while_the_playbook_says_the_same(
    desk: Desk, colleague: Desk, draft: Playbook
) -> None:
    desk.playbooks.approve(draft.id)
    for turn, state in ((desk.undo_stack.undo, "draft"), (desk.undo_stack.redo, "approved")):
        turn()
        assert version(desk, draft) == (PlaybookState(state), 1)
    desk.undo_stack.undo()
    theirs = colleague.playbooks.get(draft.id)
    colleague.playbooks.save(theirs.changed(steps=STEPS[:1]), theirs)
    with pytest.raises(NotAllowed, match="approved again"):
        desk.undo_stack.redo()
    assert version(desk, draft) == (PlaybookState.DRAFT, 1)


def test_an_approved_playbook_comes_out_of_the_trash_as_it_was(desk: Desk, draft: Playbook) -> None:
    approved = desk.playbooks.approve(draft.id).value
    desk.playbooks.delete(draft.id)
    desk.undo_stack.undo()
    assert desk.playbooks.get(draft.id) == approved
    assert not desk.store.is_deleted("playbook", draft.id)
