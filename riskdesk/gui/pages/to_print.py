"""What Ctrl+P prints from a list."""

from __future__ import annotations

from riskdesk.gui.pages.list_page import ListPage


def to_print(page: ListPage, open_id: str) -> str | tuple[str, ...]:
    """The records of the selected rows, in the order of the list, where several are selected; else the open one."""
    rows = page.table.selected_rows()
    if page.table.isVisible() and not page.table.block.active and page.model.records_in(rows) > 1:
        return tuple(row["id"] for row in page.desk.rows(page.KIND, page.model.numbers(rows)))
    return open_id
