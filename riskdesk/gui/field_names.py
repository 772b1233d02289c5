"""What people call the fields of records, for editors, history and comparisons."""

from __future__ import annotations

from riskdesk.domain.words import N_
from riskdesk.i18n import tr

_COMMON = {
    "number": N_("Number"), "title": N_("Title"), "name": N_("Name"), "site_id": N_("Site"), "place": N_("Place"),
    "department_id": N_("Department"), "owner_id": N_("Owner"), "family": N_("Family"),
    "attachments": N_("Attachments"),
    "phone": N_("Phone"), "notes": N_("Notes"), "deleted": N_("In the trash"), "detail": N_("Details"),
    "state": N_("State"), "status": N_("Status"), "playbook_id": N_("Playbook"), "playbook_ids": N_("Playbooks"),
    "lead_id": N_("Lead"), "tier": N_("Response tier"), "plan": N_("What was run"), "incident_id": N_("Incident"),
    "risk_ids": N_("Risks"), "duties": N_("Roles in playbooks"), "assignments": N_("Who fills which role"),
    "started_at": N_("Started"), "level": N_("Level"),
}  # fmt: skip

_NAMES: dict[str, dict[str, str]] = {
    "risk": {
        "description": N_("Description"), "cause": N_("Cause"), "consequence": N_("Consequence"),
        "source": N_("Recognised from"), "source_note": N_("Source, more exactly"), "season": N_("Acute in"),
        "controls": N_("Existing controls"), "review_days": N_("Review interval (days)"),
        "next_review": N_("Next review"), "inherent": N_("Inherent"), "current": N_("Current"), "target": N_("Target"),
        "acceptance": N_("Acceptance"), "case_ids": N_("Cases"),
    },
    "action": {
        "origin": N_("Origin"), "strand": N_("Strand"), "drill_id": N_("Drill"),
        "step_id": N_("Step of the drill"), "review_id": N_("Review meeting"), "priority": N_("Priority"),
        "due": N_("Due"), "waits_for": N_("Waits for"), "proof": N_("Proof"), "done_on": N_("Done on"),
        "verified_by_id": N_("Confirmed by"), "verified_on": N_("Confirmed on"), "found_on": N_("Found on"),
        "grade": N_("Hazard grade"),
    },
    "case": {
        "case_type": N_("Type of event"), "origin": N_("Origin"), "origin_note": N_("Where it comes from"),
        "happened_on": N_("Happened on"), "year": N_("Year"), "summary": N_("Summary"),
        "course": N_("Course of events"), "outcome": N_("Outcome"), "lessons": N_("Lessons"),
        "comment": N_("Expert comment"), "tags": N_("Tags"), "privacy": N_("Personal data"),
    },
    "playbook": {
        "scenario_class": N_("Scenario class"), "family": N_("Risk family"),
        "triggers": N_("Trigger conditions"), "coordination": N_("Coordination"),
        "steps": N_("Steps"), "notifications": N_("Who must be told"), "site_ids": N_("Sites"),
        "injects": N_("Injects"),
        "drill_days": N_("Drill interval (days)"), "version": N_("Version"), "approved_by_id": N_("Approved by"),
        "approved_on": N_("Approved on"), "review_due": N_("Review due"),
        "difference_confirmed": N_("Looser limits confirmed"),
    },
    "drill": {
        "drill_kind": N_("Kind of drill"), "purpose": N_("Purpose"), "objectives": N_("Objectives"),
        "scenario": N_("Scenario"), "injects": N_("Injects"), "planned_on": N_("Date"), "planned_at": N_("Time"),
        "observer_ids": N_("Observers"), "participants": N_("Participants"), "materials": N_("Materials"),
        "briefing": N_("Safety briefing"), "stop_word": N_("Stop word"), "ended_at": N_("Ended"),
        "results": N_("Steps, how they went"), "inject_results": N_("Injects, how they went"),
        "evaluations": N_("Marks"), "strengths": N_("Strengths"), "weaknesses": N_("Weaknesses"),
        "pauses": N_("Pauses"), "head_counts": N_("Head count"), "earlier_runs": N_("Earlier runs"),
        "objective_results": N_("Objectives, how far they were reached"), "hot_wash": N_("Said right after it"),
        "next_id": N_("Next drill"),
    },
    "incident": {
        "closed_at": N_("Closed"), "outcome": N_("Outcome"), "reporter_id": N_("Reported by"),
        "affected": N_("People affected"), "injured": N_("Injured"), "loss_cents": N_("Loss"),
        "part_of_id": N_("Part of"), "same_as_id": N_("Same as"), "head_counts": N_("Head count"),
        "report": N_("Post-incident report"),
    },
    "person": {"post": N_("Post"), "role": N_("Role in the program"), "active": N_("Works here")},
    "site": {"code": N_("Code"), "address": N_("Address"), "buildings": N_("Buildings"), "zone": N_("Time zone")},
    "body": {"body_kind": N_("Kind"), "contact": N_("Contact")},
    "contract": {
        "contract_kind": N_("Kind"), "document": N_("Its own number"), "body_id": N_("With"),
        "covers": N_("What it covers"), "starts_on": N_("First day"), "ends_on": N_("Last day"),
        "remind_days": N_("Remind so many days before"), "renewal": N_("When it ends"),
        "renews_id": N_("Next term of"), "amount_cents": N_("Amount"),
    },
    "regulation": {
        "regulation_kind": N_("Rank"), "issuer": N_("Issuer"), "document": N_("Document"), "clause": N_("Clause"),
        "says": N_("What it asks for"), "effective_on": N_("In force from"), "changes": N_("What it changes for us"),
    },
    "review": {
        "year": N_("Year"), "quarter": N_("Quarter"), "held_on": N_("Date"), "chair_id": N_("Chair"),
        "attendee_ids": N_("Those present"), "topics": N_("Agenda"), "minutes": N_("Minutes"),
        "snapshot": N_("The frozen risk list"), "frozen_at": N_("Signed"),
    },
    "complaint": {
        "received_on": N_("Received"), "complaint_type": N_("Type"), "channel": N_("Channel"),
        "closed_on": N_("Settled"), "external": N_("Number in the property system"),
    },
    "policy": {
        "office": N_("Office"), "tiers": N_("Response tier"), "review_days": N_("Review of a risk every"),
        "drill_days": N_("Drill of a playbook every"), "report_seconds": N_("Post-incident report due after"),
        "cases_per_month": N_("New cases a month"), "study_cases": N_("Cases to study a quarter"),
        "exam_pass": N_("Assessment passed with"), "drill_pass": N_("Drill passed with"),
        "taboo_phrases": N_("Never say"), "empathy_phrases": N_("Say instead"),
        "families": N_("Families of risks"), "scenario_classes": N_("Classes of playbooks"),
        "likelihood_words": N_("Likelihood"), "severity_words": N_("Severity"),
        "lec_likelihood_words": N_("LEC: likelihood L"), "lec_exposure_words": N_("LEC: exposure E"),
        "lec_consequence_words": N_("LEC: consequence C"),
    },
    "log_entry": {"struck": N_("Struck"), "text": N_("Text"), "at": N_("Time")},
}  # fmt: skip


def field_name(kind: str, field: str) -> str:
    """The name of a field in the language in use; the field itself where it has none."""
    return tr(_NAMES.get(kind, {}).get(field) or _COMMON.get(field) or field)
