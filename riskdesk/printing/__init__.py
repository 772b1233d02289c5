"""Printed forms: templates from forms/ laid out on paper. Takes plain data, returns a PDF.

    forms = load_forms([own_folder])
    printed = render(forms["drill_checklist"], data, office=office, printed_at=now)

Which data each form receives stands in `riskdesk.printing.records` and at the head of each form. reportlab is not
imported before the first print.
"""

from __future__ import annotations

from riskdesk.printing.form import Form, Forms, load_forms, parse_form
from riskdesk.printing.problems import FormError, Problem
from riskdesk.printing.render import Printed, render, render_many

__all__ = ["Form", "FormError", "Forms", "Printed", "Problem", "load_forms", "parse_form", "render", "render_many"]
