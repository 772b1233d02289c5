"""What every block of a form shares: strict models, words in two languages, expressions, and how it becomes boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from riskdesk.printing.box import Box
from riskdesk.printing.setting import Setting
from riskdesk.printing.template import parse_expression, parse_text


def _text(source: str) -> str:
    try:
        if "{" in source:
            parse_text(source)
    except ValueError as error:
        raise PydanticCustomError("template", "{reason}", {"reason": str(error)}) from None
    return source


def _expression(source: str) -> str:
    try:
        parse_expression(source)
    except ValueError as error:
        raise PydanticCustomError("template", "{reason}", {"reason": str(error)}) from None
    return source


TextSource = Annotated[str, AfterValidator(_text)]
"""A text with `{{ values }}` and the marks <b>, </b> and <br>."""
Expr = Annotated[str, AfterValidator(_expression)]
"""A Jinja expression such as `risk.level == 'red'`."""
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Millimetres = Annotated[float, Field(gt=0, le=420)]


class Model(BaseModel):
    """A table of a form. Unknown keys and values of another type are errors."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Words(Model):
    """Words of a form: `"..."` for every language or `{ zh = "...", en = "..." }`; one of the two serves both."""

    zh: TextSource = ""
    en: TextSource = ""

    @model_validator(mode="before")
    @classmethod
    def _one_for_all(cls, value: Any) -> Any:
        return {"zh": value} if isinstance(value, str) else value

    def of(self, language: str) -> str:
        """The words in this language ("zh", "en"), or in the other if only that is given."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


class Block(Model):
    """One `[[block]]` of a form. `when` is a condition; without one the block is always there."""

    LOOP: ClassVar[tuple[str, ...]] = ()
    """Fields that are evaluated for every row of `rows`, with the row under the name of `as` and `index` from 1."""

    when: Expr | None = None

    def lay(self, setting: Setting) -> Iterator[Box]:
        """The boxes of this block from top to bottom."""
        raise NotImplementedError

    def units(self, setting: Setting) -> int:
        """How much work this block is, in rows, for the progress shown; what `lay` ticks."""
        return 1


class Loop(Block):
    """A block that repeats something for every row of an expression."""

    rows: Expr
    as_: Name = Field("row", alias="as")

    def units(self, setting: Setting) -> int:
        """One for each row."""
        return len(setting.rows(self.rows))


def shown(block: Block, setting: Setting) -> bool:
    """True if the block's condition holds."""
    return block.when is None or bool(setting.value(block.when))
