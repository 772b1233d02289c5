"""Checks the names in a form against the data it will receive, so that a slip shows at start and not on paper."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from jinja2 import nodes
from pydantic import BaseModel

from riskdesk.printing.blocks.base import Block, Words
from riskdesk.printing.records import Shape
from riskdesk.printing.template import parse_expression, parse_text

Path = tuple[str | int, ...]
Names = dict[str, Shape]

ANYTHING: Shape = object()
"""A value of which nothing is known, so that nothing can be wrong about it."""
_EXPRESSIONS = {"when", "rows", "tint", "strike", "actual", "target", "counts", "levels"}
# Filters that give back the rows they are given, or some of them.
_SAME_ROWS = {"list", "sort", "reverse", "unique", "selectattr", "rejectattr", "select", "reject"}


class Unknown(NamedTuple):
    """A name that the data do not have, and the nearest one that they do."""

    path: Path
    name: str
    meant: str


def unknown_names(model: BaseModel, names: Names, path: Path = ()) -> Iterator[Unknown]:
    """Every name in the texts and expressions of `model` that `names` lacks."""
    inner = _with_row(model, names)
    loop = getattr(model, "LOOP", ())
    for field, info in type(model).model_fields.items():
        value = getattr(model, field)
        here = (*path, info.alias or field)
        nested = {name.partition(".")[2] for name in loop if name.startswith(f"{field}.")}
        yield from _unknown_in(value, field, here, inner if field in loop else names, inner, nested)


def _unknown_in(value: Any, field: str, path: Path, names: Names, inner: Names, nested: set[str]) -> Iterator[Unknown]:
    if isinstance(value, Words):
        for language, source in (("zh", value.zh), ("en", value.en)):
            if "{" in source:
                yield from _unknown_in_tree(parse_text(source), (*path, language), names)
    elif isinstance(value, str) and (field in _EXPRESSIONS or _is_value_expression(field, value)):
        yield from _unknown_in_tree(parse_expression(value), path, names)
    elif isinstance(value, list | tuple):
        for n, item in enumerate(value):
            if isinstance(item, BaseModel) and nested:  # such as the columns of a table: some fields, not all
                yield from _unknown_in_parts(item, (*path, n), names, inner, nested)
            elif isinstance(item, BaseModel):
                yield from unknown_names(item, names, (*path, n))


def _is_value_expression(field: str, value: str) -> bool:
    return field == "value" and bool(value)


def _unknown_in_parts(item: BaseModel, path: Path, names: Names, inner: Names, nested: set[str]) -> Iterator[Unknown]:
    for field in type(item).model_fields:
        scope = inner if field in nested else names
        yield from _unknown_in(getattr(item, field), field, (*path, field), scope, scope, set())


def _with_row(model: BaseModel, names: Names) -> Names:
    rows = getattr(model, "rows", None)
    if not isinstance(model, Block) or not rows:
        return names
    printed = parse_expression(rows).find(nodes.Output)
    shape = _shape(printed.nodes[0], names, set(names)) if printed else ANYTHING
    row = shape[0] if isinstance(shape, list) else ANYTHING
    return {**names, getattr(model, "as_", "row"): row, "index": None}


def _unknown_in_tree(tree: nodes.Template, path: Path, names: Names) -> Iterator[Unknown]:
    free = _free_names(tree)
    for name in sorted(free - set(names)):
        yield Unknown(path, name, _nearest(name, names))
    for node in tree.find_all(nodes.Getattr):
        owner = _shape(node.node, names, free)
        if isinstance(owner, dict) and node.attr not in owner:
            yield Unknown(path, f"{_words(node.node)}.{node.attr}", _nearest(node.attr, owner))


def _free_names(tree: nodes.Template) -> set[str]:
    """Names that a text takes from the data: those it reads and nowhere sets by a loop, a set or a macro.

    `jinja2.meta` minds where each name is set, but compiles the text for it.
    """
    read: set[str] = set()
    own = {"loop", "range", "caller", "varargs", "kwargs"}
    for node in tree.find_all(nodes.Name):
        (read if node.ctx == "load" else own).add(node.name)
    own.update(node.name for node in tree.find_all(nodes.Macro))
    return read - own


def _shape(node: nodes.Node, names: Names, free: set[str]) -> Shape:
    """What is known of the value of a node."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, ANYTHING) if node.name in free else ANYTHING
    if isinstance(node, nodes.Getattr):
        owner = _shape(node.node, names, free)
        return owner.get(node.attr, ANYTHING) if isinstance(owner, dict) else ANYTHING
    if isinstance(node, nodes.Filter) and node.name in _SAME_ROWS and node.node is not None:
        return _shape(node.node, names, free)
    if isinstance(node, nodes.CondExpr):
        return _shape(node.expr1, names, free)
    return ANYTHING


def _words(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return f"{_words(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else "…"


def _nearest(name: str, names: Names) -> str:
    return next(iter(get_close_matches(name, names, 1, 0.6)), "")
