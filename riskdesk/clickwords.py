"""click speaks the language of the program: help and wrong usage come in the words of the one catalogue."""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, types

from riskdesk.domain.words import N_
from riskdesk.i18n import tr

OWN = (
    N_("Usage:"), N_("Options"), N_("Commands"), N_("required"), N_("Error: {message}"),
    N_("Try '{command} {option}' for help."), N_("Show this message and exit."), N_("Show the version and exit."),
    N_("Missing argument"), N_("Missing option"), N_("Missing command."), N_("No such option {name!r}."),
    N_("No such command {name!r}."), N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"), N_("Option {name!r} requires an argument."),
    N_("Option {name!r} does not take a value."), N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"), N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not one of {choices}."), N_("Choose from: {choices}"), N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."), N_("{name} {filename!r} is not readable."),
)  # fmt: skip
"""What click itself can say to those who call this program."""


def take_over() -> None:
    """Have click look its own sentences up in our catalogue; it takes them from gettext, by these two names."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        vars(module).update(_=_said, ngettext=lambda one, many, n: tr(one if n == 1 else many))


def _said(text: str) -> str:
    # One of them has a line of its own for its list.
    return tr(text.replace("\n\t", " "))


class GivenPath(click.Path):
    """A path, which from here on does not depend on the folder that the program was called in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(os.fsdecode(super().convert(value, param, ctx))).absolute()


class SpokenOption(click.Option):
    """An option whose help is a source text."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        spoken = copy.copy(self)
        spoken.help = tr(self.help or "")
        return click.Option.get_help_record(spoken, ctx)


class SpokenCommand(click.Command):
    """A command whose help is a source text."""

    def get_short_help_str(self, limit: int = 45) -> str:
        return tr(self.help or "")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tr(self.help or ""))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            # It is made once, maybe before the language was chosen.
            option.help = tr("Show this message and exit.")
        return option


class SpokenGroup(SpokenCommand, click.Group):
    """Commands that speak, and their options."""

    command_class = SpokenCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        take_over()
        super().__init__(*args, **kwargs)
