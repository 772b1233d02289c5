"""A verb: one thing a user can do. Declared once, with its words, its undo and the record that it needs.

A verb is a method of a noun (`desk.risks.rescore(...)`). Its function receives the open write transaction and returns
a value; the caller gets a `Done` that tells what changed, so that every page can decide what to refresh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from riskdesk.store import Store, Write

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")
N = TypeVar("N", bound="Noun")

Changed = Mapping[str, frozenset[str]]
"""Kind to the ids of its records that changed."""


@dataclass(frozen=True)
class Verb:
    """What is known of a verb before it runs. `label`, a source text, is also what undo calls it."""

    name: str
    label: str
    needs: str = ""
    """Kind of record that must be open for it; empty where it needs none, so that it can be begun from any page."""
    long: bool = False
    """Takes over 100 ms: runs off the GUI thread, with progress and cancel."""
    undoable: bool = True


VERBS: dict[str, Verb] = {}
"""The verbs of the nouns that were read so far, by name such as `risks.rescore`."""


def verb_named(name: str) -> Verb | None:
    """The verb of that name, as the change log gives it; its noun is read if need be. None for no verb."""
    noun, _, method = name.partition(".")
    if name not in VERBS and method and noun.isidentifier():
        with suppress(ModuleNotFoundError):
            import_module(f"riskdesk.desk.{noun}")
    return VERBS.get(name)


@dataclass(frozen=True)
class Done(Generic[R]):
    """What a verb did."""

    verb: Verb
    value: R
    changed: Changed = field(default_factory=dict)
    batch: str = ""
    """The entries of the change log it made; empty when nothing changed."""


class Noun:
    """Base of the nouns of a desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def store(self) -> Store:
        """The store of the desk."""
        return self.desk.store


def verb(
    label: str, *, needs: str = "", long: bool = False, undoable: bool = True,
) -> Callable[[Callable[Concatenate[N, Write, P], R]], Callable[Concatenate[N, P], Done[R]]]:  # fmt: skip
    """Declare a method of a noun as a verb."""

    def declare(function: Callable[Concatenate[N, Write, P], R]) -> Callable[Concatenate[N, P], Done[R]]:
        name = f"{function.__module__.rsplit('.', 1)[1]}.{function.__name__}"
        spec = Verb(name, label, needs, long, undoable)
        VERBS[name] = spec

        @wraps(function)
        def run(self: N, /, *args: P.args, **kwargs: P.kwargs) -> Done[R]:
            return self.desk.run(spec, lambda write: function(self, write, *args, **kwargs))

        run.verb = spec  # type: ignore[attr-defined]
        return run

    return declare


def verb_of(method: Callable[..., Any]) -> Verb:
    """The declaration of a verb, given its method."""
    spec: Verb = method.verb  # type: ignore[attr-defined]
    return spec
