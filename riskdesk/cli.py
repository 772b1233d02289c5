"""The command line: the same desk as the window, and the same sentences."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from riskdesk import __version__, i18n, logs, whole_file
from riskdesk.clickwords import GivenPath, SpokenGroup, SpokenOption
from riskdesk.domain.errors import NotFound, RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.i18n import tr
from riskdesk.places import default_file, log_file

log = logging.getLogger(__name__)

LISTED = (
    "risk", "complaint", "regulation", "contract", "review", "case", "playbook", "drill", "incident", "action",
    "person", "site", "department", "body",
)  # fmt: skip
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""A line of a list is one line, and its parts are set apart by tabs."""


class CommandLine(SpokenGroup):
    """Speaks the language that is asked for, also about what is wrong with the call itself."""

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> click.Context:
        from riskdesk.gui.settings import SettingsFile

        for stream in (sys.stdout, sys.stderr):
            # A redirected Windows console may lack characters that a title has.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        given = [word.partition("=")[2] for word in args if word.startswith("--language=")]
        given += [after for word, after in pairwise(args) if word == "--language"]
        i18n.set_language(next((word for word in given if word in i18n.LANGUAGES), SettingsFile().values.language))
        return super().make_context(info_name, args, *more, **extra)


def told(command: Callable[..., Any]) -> Callable[..., Any]:
    """Errors go to stderr as a sentence and end with exit code 1; a traceback only goes to the log."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from riskdesk.gui.reasons import sentence

        try:
            return command(*args, **kwargs)
        except (click.ClickException, click.Abort, BrokenPipeError):
            raise
        except RiskdeskError as error:
            words = sentence(error)
        except OSError as error:
            place = f" ({error.filename})" if error.filename else ""
            words = tr("The file could not be saved: {reason}", reason=f"{error.strerror or error}{place}")
        except Exception as error:
            log.error("unexpected error\n%s", logs.details_of(type(error), error.__traceback__))
            words = tr("Something unexpected happened in the program. Details are in {path}.", path=str(log_file()))
        click.echo(words, err=True)
        sys.exit(1)

    return run


@click.group(
    cls=CommandLine,
    invoke_without_command=True,
    help=N_("riskdesk: risks, cases, playbooks, drills and incidents of a property safety office."),
)
@click.version_option(
    __version__, message="%(prog)s %(version)s", cls=SpokenOption, help=N_("Show the version and exit.")
)
@click.option(
    "--file", "-f", "path", type=GivenPath(), cls=SpokenOption,
    help=N_("The riskdesk file; by default the last one."),
)  # fmt: skip
@click.option("--language", type=click.Choice(list(i18n.LANGUAGES)), cls=SpokenOption, help=N_("zh or en."))
@click.option(
    "--tour", type=GivenPath(file_okay=False), cls=SpokenOption,
    help=N_("Make pictures of all pages and forms."),
)  # fmt: skip
@click.pass_context
@told
def main(context: click.Context, path: Path | None, language: str | None, tour: Path | None) -> None:
    from riskdesk.gui.settings import SettingsFile

    last = SettingsFile().values.last_file
    context.obj = path or (Path(last) if last else default_file())
    if tour is None and context.invoked_subcommand is None:
        from riskdesk.start import open_window

        sys.exit(open_window(path, language or ""))
    logs.start()
    if tour is not None:
        from riskdesk.tour import make_tour

        for made in make_tour(tour):
            click.echo(str(made))


def open_file(path: Path) -> Any:
    """The desk at `path`, which must exist. Raises `RiskdeskError`."""
    from riskdesk.desk import Desk

    return Desk.open(path, create=False)


@main.command("print", help=N_("Print FORM (key or form number) of the record NUMBER, or a whole list, as PDF."))
@click.argument("form")
@click.argument("number", required=False)
@click.option(
    "--output", "-o", type=GivenPath(dir_okay=False), required=True, cls=SpokenOption,
    help=N_("The PDF to write."),
)  # fmt: skip
@click.pass_context
@told
def print_(context: click.Context, form: str, number: str | None, output: Path) -> None:
    from riskdesk.domain.kinds import KINDS

    desk = open_file(context.obj)
    try:
        of_list = desk.prints.is_list(form)
        if of_list and number:
            raise click.UsageError(tr("{form} prints a list and takes no number.", form=form), context)
        if not of_list and not number:
            raise click.UsageError(tr("{form} prints one record: say which, by its number.", form=form), context)
        if of_list:
            printed = desk.prints.list(form)
        else:
            record = desk.store.find(KINDS[desk.prints.kind_of(form)], number)
            printed = desk.prints.record(form, record.id)
        whole_file.write(output, printed.pdf)
    finally:
        desk.close()
    click.echo(tr("{file}: {pages} pages", file=str(output), pages=printed.pages))


@main.command("list", help=N_("List the records of KIND: number, level or state, title."), epilog=", ".join(LISTED))
@click.argument("kind", type=click.Choice(LISTED), metavar="KIND")
@click.option("--text", default="", cls=SpokenOption, help=N_("Only what this search finds."))
@click.pass_obj
@told
def list_(path: Path, kind: str, text: str) -> None:
    from riskdesk.domain.kinds import KINDS
    from riskdesk.store import Query

    desk = open_file(path)
    try:
        title = KINDS[kind].SEARCHED[0]
        for row in desk.rows(kind, desk.ns(kind, Query(text=text))):
            told = (row["number"], _standing(desk, kind, row), row[title])
            click.echo("\t".join(_CONTROLS.sub(" ", part) for part in told))
    finally:
        desk.close()


def _standing(desk: Any, kind: str, row: Mapping[str, Any]) -> str:
    """Level or state of a row, in words; empty for kinds that have neither."""
    from riskdesk.domain.level import Level
    from riskdesk.gui import values

    if row.get("level"):
        return tr(Level(row["level"]).label)
    return values.told(desk, row["state"], kind, "state") if row.get("state") else ""


@main.command(help=N_("Check FILE: SQLite's integrity, the chain of the change log, the schema, the search index."))
@click.argument("file", type=GivenPath(dir_okay=False))
@told
def check(file: Path) -> None:
    from riskdesk.store.check import check as look

    if not file.exists():
        raise NotFound(N_("There is no file {path}."), path=str(file))
    report = look(file)
    for text, params in report.problems:
        click.echo(tr(text, **params), err=True)
    if not report.sound:
        sys.exit(1)
    click.echo(tr("Sound: {records} records, {changes} changes.", records=report.records, changes=report.changes))


@main.command(help=N_("Copy FILE, verified, to TO, where there must be no file yet."))
@click.argument("file", type=GivenPath(dir_okay=False))
@click.argument("to", type=GivenPath(dir_okay=False))
@told
def backup(file: Path, to: Path) -> None:
    desk = open_file(file)
    try:
        click.echo(str(desk.backups.make(to)))
    finally:
        desk.close()
