"""Forms for printing: which there are for a record, and their PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riskdesk import whole_file
from riskdesk.desk.prints import drills, incidents, lists, playbooks, records, reviews
from riskdesk.desk.verb import Noun
from riskdesk.domain import privacy
from riskdesk.domain.case import Case
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.letting_out import is_masked
from riskdesk.domain.words import N_
from riskdesk.i18n import language
from riskdesk.store import ALL, Query

if TYPE_CHECKING:
    from riskdesk.printing import Form, Forms, Printed, Problem

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]
Data = dict[str, Any]

OF_RECORD: dict[str, Callable[..., Data]] = {
    "risk": records.risk_card,
    "case": records.case_sheet,
    "playbook": playbooks.action_card,
    "drill": drills.drill_checklist,
    "incident": incidents.incident_report,
    "review": reviews.review_minutes,
    "snapshot": reviews.risk_snapshot,
}
"""What the forms of one record are given, by the kind of record that a form names."""
OTHER_KINDS = {"snapshot": "review"}
"""The kind of record behind a form of one record, where the form names something else of it."""
OF_LIST: dict[str, tuple[str, Callable[..., Data]]] = {
    "risks": ("risk", lists.risk_list),
    "actions": ("action", lists.action_list),
    "comparison": ("review", reviews.comparison),
}
"""The kind that a list form lists, and what it is given."""


@dataclass(frozen=True)
class Item:
    """One print of a batch: form, record and the options of the form (`role`, `site_id`)."""

    form: str
    id: str
    options: dict[str, str] = field(default_factory=dict)


class Prints(Noun):
    """The print centre behind the window and the command line."""

    _forms: tuple[object, Forms] | None = None

    @property
    def forms(self) -> Forms:
        """All forms, the office's own before the shipped ones; read again when an own one has changed."""
        from riskdesk.printing import load_forms

        now = [(file.name, _changed_at(file)) for file in sorted(self.own_folder.glob("*.toml"))]
        if self._forms is None or self._forms[0] != now:
            self._forms = (now, load_forms([self.own_folder]))
        return self._forms[1]

    def warm(self, tell: Progress) -> None:
        """Read what the first print needs: reportlab, the forms and the fonts, 1 s of work. Raises `Cancelled`."""
        from riskdesk.printing import fonts

        tell(0, 0)
        self.forms  # noqa: B018
        tell(0, 0)
        fonts.family()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with forms of the office's own; the shipped ones are used in their place."""
        return self.forms.problems

    @property
    def own_folder(self) -> Path:
        """Where an office keeps its own versions of forms: `forms` beside its file."""
        return self.store.path.parent / "forms"

    def adapt(self, key: str) -> Path:
        """The office's own copy of a form, made from the shipped one if there is none yet.

        Raises `NotFound`, `OSError`.
        """
        form = self.form(key)
        own = self.own_folder / f"{form.key}.toml"
        if not own.exists():
            self.own_folder.mkdir(parents=True, exist_ok=True)
            whole_file.write(own, form.file.read_bytes())
        return own

    @property
    def save_folder(self) -> Path:
        """Where the last PDF was saved."""
        return Path(self.store.meta("print_folder") or Path.home())

    def keep_save_folder(self, folder: Path) -> None:
        """Offer this folder the next time."""
        self.store.set_meta("print_folder", str(folder))

    def form(self, key: str) -> Form:
        """The form of that key or form number. Raises `NotFound`."""
        for form in self.forms.values():
            if key in (form.key, form.number):
                return form
        raise NotFound(N_("There is no form {key}."), key=key)

    def of_kind(self, kind: str) -> list[Form]:
        """The forms that print one record of a kind."""
        names = [name for name in OF_RECORD if OTHER_KINDS.get(name, name) == kind]
        return [form for name in names for form in self.forms.for_record(name)]

    def lists(self) -> list[Form]:
        """The forms that print a list."""
        return [form for record in OF_LIST for form in self.forms.for_record(record)]

    def is_list(self, key: str) -> bool:
        """Whether a form prints a list."""
        return self.form(key).record in OF_LIST

    def kind_of(self, key: str) -> str:
        """The kind of record that a form prints or lists."""
        record = self.form(key).record
        return OF_LIST[record][0] if record in OF_LIST else OTHER_KINDS.get(record, record)

    # personal data (source.md 7.4): masked, unless somebody with the right says why not

    def masks(self, key: str) -> bool:
        """Whether a form is one on which personal data are masked."""
        return is_masked(self.form(key).record)

    def told(self, key: str, ids: Sequence[str]) -> str:
        """A form and the records on it, as the note of what left as written names them."""
        kind = self.kind_of(key)
        return " ".join((self.form(key).number, *(self.desk.get(kind, id).number for id in ids)))

    # making the PDF

    def record(self, key: str, id: str, **options: str) -> Printed:
        """One record on a form, personal data masked. Raises `NotFound`, `FormError`."""
        return self.batch([Item(key, id, options)])

    def list(
        self, key: str, query: Query = ALL, heading: str = "", progress: Progress | None = None,
        cancelled: Asked | None = None, as_written: bool = False,
    ) -> Printed:  # fmt: skip
        """What a query finds, on a form. Raises `Cancelled`, `FormError`, `NotAllowed`."""
        self.desk.privacy.check(as_written)
        form = self.form(key)
        data = OF_LIST[form.record][1](self.desk, query, heading)
        return self._render([(form, _out(form, data, as_written))], progress, cancelled)

    def batch(
        self, items: Sequence[Item], progress: Progress | None = None, cancelled: Asked | None = None,
        as_written: bool = False,
    ) -> Printed:  # fmt: skip
        """Several records one after another in one file. Raises `NotFound`, `Cancelled`, `FormError`, `NotAllowed`.

        Personal data are masked unless `as_written`, for which it takes the right.
        """
        self.desk.privacy.check(as_written)
        return self._render([self._filled(item, as_written) for item in items], progress, cancelled)

    def _filled(self, item: Item, as_written: bool) -> tuple[Form, Data]:
        form = self.form(item.form)
        record = self.store.get(KINDS[OTHER_KINDS.get(form.record, form.record)], item.id)
        data = OF_RECORD[form.record](self.desk, record, **item.options)
        return form, _out(form, data, as_written or (isinstance(record, Case) and record.tells_of_nobody))

    def _render(
        self, filled: Sequence[tuple[Form, Data]], progress: Progress | None, cancelled: Asked | None
    ) -> Printed:  # fmt: skip
        from riskdesk.printing import render_many

        office = self.desk.policy.office
        sites = {data.pop("site", "") for _, data in filled}
        # The head of a batch over several sites names none.
        site = (sites.pop() if len(sites) == 1 else "") or self.desk.directory.site_name()
        head = {"name": office.name, "department": office.department, "site": site}
        return render_many(
            filled, office=head, printed_at=self.desk.clock().astimezone(), language=language(), progress=progress,
            cancelled=cancelled,
        )  # fmt: skip


def _changed_at(file: Path) -> int:
    """When a form was changed, in ns; 0 where its name leads nowhere, of which whoever reads it tells."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _out(form: Form, data: Data, as_written: bool) -> Data:
    """The data of a form as they may leave the program."""
    if not is_masked(form.record):
        return data
    found: Data = privacy.as_written(data) if as_written else privacy.masked(data)
    return found
