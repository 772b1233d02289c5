"""The texts and conditions of forms: Jinja in a sandbox that has only what a form needs.

A form is untrusted text and so is what people typed. Jinja escapes every value (autoescape), then the few marks that
a form may use, `<b>`, `</b>` and `<br>`, are read, and the escapes undone: nothing in a value can become a mark, a
picture or an expression.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from riskdesk.printing.filters import Filters
from riskdesk.printing.text import Rich, Span

Names = Mapping[str, Any]
RowReader = Callable[[Names], tuple[list[Rich], Sequence[Any]]]

_FILTERS = (
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items",
    "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse",
    "round", "select", "selectattr", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
_METHODS = frozenset(
    ("endswith", "get", "isoformat", "items", "keys", "lower", "split", "startswith", "strip", "upper", "values")
)
_FORBIDDEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)
_EMPTY: Rich = (Span(""),)
_MARK = re.compile(r"<(/?)b>|(<br\s*/?>)")
_ESCAPE = re.compile("&(amp|lt|gt|#34|#39|quot);")
_ESCAPES = {"amp": "&", "lt": "<", "gt": ">", "#34": '"', "#39": "'", "quot": '"'}
_LONE = re.compile(r"\s*\{\{(?P<inside>(?:(?!\{\{|\}\}|\{%|\{#).)+)\}\}\s*\Z", re.DOTALL)


class TemplateFailed(Exception):
    """A text or condition of a form that fails on the data of this print; `source` is as written in the form."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, reason
        super().__init__(f"{reason}: {source}")


class _Sandbox(ImmutableSandboxedEnvironment):
    """No calls but harmless methods of plain values, no repeated strings, mappings read by key."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        # `counts.items` means the key, and a key is twice as fast as asking the sandbox for an attribute.
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._unknown(obj, attribute)
        return super().getattr(obj, attribute)

    def _unknown(self, obj: Any, attribute: str) -> Any:
        return super().getattr(obj, attribute) if attribute in _METHODS else self.undefined(name=attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, Macro) or obj is safe_range:
            return True
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, LoopContext):
            return True
        plain = isinstance(owner, str | int | float | dict | list | tuple | dt.date | dt.time)
        return plain and getattr(obj, "__name__", "") in _METHODS

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if not all(isinstance(side, int | float) and abs(side) < 10**9 for side in (left, right)):
            raise SecurityError(f"{operator} is for numbers")
        if operator == "**" and right > 9:
            raise SecurityError("** with an exponent above 9")
        return super().call_binop(context, operator, left, right)


class Evaluator:
    """Evaluates the texts and conditions of forms for one language and one time zone. Compiles each once."""

    def __init__(self, language: str, zone: dt.tzinfo | None) -> None:
        self.language = language
        filters = Filters(language, zone)
        self._show = filters.show
        self._environment = _environment(filters)
        self._texts: dict[str, Callable[[Names], Rich]] = {}
        self._values: dict[str, Callable[..., Any]] = {}
        self._rows: dict[tuple[tuple[str, ...], tuple[str, ...]], RowReader] = {}

    def text(self, source: str, names: Names) -> Rich:
        """A text of a form with its values filled in. Raises TemplateFailed."""
        compiled = self._texts.get(source)
        if compiled is None:
            compiled = self._texts[source] = self._compile_text(source)
        try:
            return compiled(names)
        except Exception as error:
            raise TemplateFailed(source, _reason(error)) from error

    def value(self, source: str, names: Names) -> Any:
        """The value of an expression; None if what it names is missing. Raises TemplateFailed."""
        compiled = self._values.get(source)
        if compiled is None:
            compiled = self._values[source] = self._environment.compile_expression(source)
        try:
            return compiled(names)
        except Exception as error:
            raise TemplateFailed(source, _reason(error)) from error

    def rows(self, texts: Sequence[str], values: Sequence[str]) -> RowReader:
        """Texts and expressions evaluated together for each of many rows, at the price of about one.

        What is returned takes the names of a row and gives the texts and the values. It raises TemplateFailed.
        """
        key = tuple(texts), tuple(values)
        if key not in self._rows:
            self._rows[key] = self._compile_rows(*key)
        return self._rows[key]

    def _compile_rows(self, texts: tuple[str, ...], values: tuple[str, ...]) -> RowReader:
        lone = {n: match["inside"] for n, source in enumerate(texts) if (match := _LONE.match(source))}
        expressions = [f"({inside})" for inside in (*lone.values(), *values)]
        together: Any = self._environment.compile_expression(f"({', '.join(expressions)},)") if expressions else None
        fixed = [(n, source) for n, source in enumerate(texts) if n not in lone]
        show = self._show

        def read(names: Names) -> tuple[list[Rich], Sequence[Any]]:
            try:
                found: Sequence[Any] = together(names) if together else ()
            except Exception:
                return [self.text(source, names) for source in texts], [self.value(v, names) for v in values]
            rich: list[Rich] = [_EMPTY] * len(texts)
            for n, value in zip(lone, found, strict=False):
                rich[n] = (Span(str(show(value))),)
            for n, source in fixed:
                rich[n] = self.text(source, names)
            return rich, found[len(lone) :]

        return read

    def _compile_text(self, source: str) -> Callable[[Names], Rich]:
        if "{" not in source:
            rich = _marked(source)
            return lambda names: rich
        lone = _LONE.match(source)
        if lone:  # one value and nothing else: no need to escape it only to undo that
            expression, show = self._environment.compile_expression(lone["inside"]), self._show
            return lambda names: (Span(str(show(expression(names)))),)
        template = self._environment.from_string(source)
        return lambda names: _marked(template.render(names))


@lru_cache(maxsize=8)
def evaluator(language: str, zone: dt.tzinfo | None) -> Evaluator:
    """The evaluator of this language and zone, with what it has compiled so far."""
    return Evaluator(language, zone)


def _environment(filters: Filters) -> Environment:
    environment = _Sandbox(
        autoescape=True, undefined=ChainableUndefined, finalize=filters.show, keep_trailing_newline=True
    )
    known = environment.filters
    environment.filters = {name: known[name] for name in _FILTERS} | filters.all()
    environment.globals = {"range": safe_range}
    return environment


@cache
def _checker() -> Environment:
    return _environment(Filters("zh", None))


@lru_cache(maxsize=4096)
def parse_text(source: str) -> nodes.Template:
    """The syntax tree of a text, not to be changed. Raises ValueError with the reason, in English, if it is wrong."""
    environment = _checker()
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise ValueError(error.message or "wrong syntax") from None
    if next(tree.find_all(_FORBIDDEN), None):
        raise ValueError("include, import, extends and block are not for forms")
    # Compiling would find these too, at five times the cost; forms are checked while the program starts.
    for kind, known in ((nodes.Filter, environment.filters), (nodes.Test, environment.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                raise ValueError(f"there is no {kind.__name__.lower()} {node.name}")
    return tree


@lru_cache(maxsize=4096)
def parse_expression(source: str) -> nodes.Template:
    """The syntax tree of an expression, like `parse_text`."""
    if not source.strip():
        raise ValueError("an expression is missing")
    tree = parse_text("{{ " + source + " }}")
    printed = [node for output in tree.body for node in output.iter_child_nodes()]
    if len(printed) != 1 or isinstance(printed[0], nodes.TemplateData):
        raise ValueError("this is not one expression")
    return tree


def _marked(markup: str) -> Rich:
    """Read the marks of a form, then undo the escapes."""
    if "<" not in markup:
        return (Span(_unescape(markup)),)
    spans: list[Span] = []
    bold, at = False, 0
    for match in _MARK.finditer(markup):
        if match.start() > at:
            spans.append(Span(_unescape(markup[at : match.start()]), bold))
        if match[2]:
            spans.append(Span("\n", bold))
        else:
            bold = not match[1]
        at = match.end()
    if at < len(markup):
        spans.append(Span(_unescape(markup[at:]), bold))
    return tuple(spans) or _EMPTY


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES[match[1]], text) if "&" in text else text


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
