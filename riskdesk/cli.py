"""The command line: the same desk as the window, and the same sentences."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from riskdesk import __version__, i18n
from riskdesk.domain.errors import RiskdeskError
from riskdesk.i18n import tr
from riskdesk.places import default_file

LISTED = ("risk", "case", "playbook", "drill", "incident", "action", "person", "site", "department", "body")


def told(command: Callable[..., Any]) -> Callable[..., Any]:
    """Errors for people go to stderr as a sentence and end with exit code 1."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except RiskdeskError as error:
            click.echo(tr(error.text, **error.params), err=True)
            sys.exit(1)

    return run


@click.group(invoke_without_command=True)
@click.version_option(__version__)
@click.option(
    "--file", "-f", "path", type=click.Path(path_type=Path), help="The riskdesk file; by default the last one."
)
@click.option("--language", type=click.Choice(list(i18n.LANGUAGES)), default=None, help="zh or en.")
@click.option("--tour", type=click.Path(path_type=Path, file_okay=False), help="Make pictures of all pages and forms.")
@click.pass_context
def main(context: click.Context, path: Path | None, language: str | None, tour: Path | None) -> None:
    """riskdesk: risks, cases, playbooks, drills and incidents of a property safety office."""
    from riskdesk.gui.settings import SettingsFile

    settings = SettingsFile().values
    i18n.set_language(language or settings.language)
    context.obj = path or Path(settings.last_file) if path or settings.last_file else None
    if tour is not None:
        from riskdesk.tour import make_tour

        for made in make_tour(tour):
            click.echo(str(made))
    elif context.invoked_subcommand is None:
        from riskdesk.start import open_window

        sys.exit(open_window(path))


def open_file(path: Path | None) -> Any:
    """The desk at `path`, which must exist. Raises `RiskdeskError`."""
    from riskdesk.desk import Desk

    return Desk.open(path or default_file(), create=False)


@main.command("print")
@click.argument("form")
@click.argument("number", required=False)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.pass_obj
@told
def print_(path: Path | None, form: str, number: str | None, output: Path) -> None:
    """Print FORM (key or form number) of the record NUMBER, or a whole list, as PDF."""
    from riskdesk.domain.kinds import KINDS

    desk = open_file(path)
    try:
        if desk.prints.is_list(form):
            printed = desk.prints.list(form)
        else:
            kind = desk.prints.form(form).record
            printed = desk.prints.record(form, desk.store.find(KINDS[kind], number or "").id)
        output.write_bytes(printed.pdf)
    finally:
        desk.close()
    click.echo(tr("{file}: {pages} pages", file=str(output), pages=printed.pages))


@main.command("list")
@click.argument("kind", type=click.Choice(LISTED))
@click.option("--text", default="", help="Only what this search finds.")
@click.pass_obj
@told
def list_(path: Path | None, kind: str, text: str) -> None:
    """List the records of KIND: number, level or state, title."""
    from riskdesk.domain.kinds import KINDS
    from riskdesk.store import Query

    desk = open_file(path)
    try:
        title = KINDS[kind].SEARCHED[0]
        for row in desk.rows(kind, desk.ns(kind, Query(text=text))):
            state = row.get("level") or row.get("state") or ""
            click.echo("\t".join((row["number"], state, row[title])))
    finally:
        desk.close()


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@told
def check(file: Path) -> None:
    """Check FILE: SQLite's integrity, the chain of the change log, the schema, the search index."""
    from riskdesk.store.check import check as look

    if not file.exists():
        click.echo(tr("There is no file {path}.", path=str(file)), err=True)
        sys.exit(1)
    report = look(file)
    for text, params in report.problems:
        click.echo(tr(text, **params), err=True)
    if not report.sound:
        sys.exit(1)
    click.echo(tr("Sound: {records} records, {changes} changes.", records=report.records, changes=report.changes))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("to", type=click.Path(path_type=Path, dir_okay=False))
@told
def backup(file: Path, to: Path) -> None:
    """Copy FILE, verified, to TO."""
    desk = open_file(file)
    try:
        click.echo(str(desk.backups.make(to)))
    finally:
        desk.close()
