from __future__ import annotations

from pathlib import Path

import pytest

from riskdesk.data import data_path
from riskdesk.printing import FormError, Forms, load_forms
from riskdesk.printing.form import Form, parse_form
from riskdesk.printing.problems import BrokenForm

SOUND = """\
number = "T-1"
version = 1
key = "t"
title = { zh = "试", en = "Test" }
record = "risks"

[[block]]
type = "table"
rows = "risks"
as = "risk"
tint = "risk.level == 'red'"

  [[block.column]]
  head = "标题"
  value = "{{ risk.title }}"
  width = 20
"""


def parse(text: str) -> Form:
    return parse_form(text, Path("t.toml"))


def problem(old: str, new: str) -> tuple[int, str, str]:
    """The only problem of the sound form with one piece changed: line, field, words."""
    assert old in SOUND
    with pytest.raises(BrokenForm) as caught:
        parse(SOUND.replace(old, new))
    (found,) = caught.value.problems
    return found.line, found.field, found.text.format(**found.params)


def test_the_sound_form_is_sound() -> None:
    form = parse(SOUND)
    assert form.title.of("en") == "Test"
    assert form.file == Path("t.toml")


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("version = 1", 'version = "1"', 2, "version", "must be a whole number"),
        ("version = 1", "version = 0", 2, "version", "must be at least 1"),
        ("version = 1\n", "", 1, "version", "this field is missing"),
        ("width = 20", "width = -2", 16, "block.1.column.1.width", "must be more than 0"),
        ("width = 20", "widht = 20", 16, "block.1.column.1.widht", "this field is not known here"),
        ('type = "table"', 'type = "tabel"', 7, "block.1", "unknown type tabel"),
        ('type = "table"\n', "", 7, "block.1", "the type of the block is missing"),
        ('rows = "risks"', 'rows = "risks|"', 9, "block.1.rows", "wrong expression"),
        ("{{ risk.title }}", "{{ risk.title }", 15, "block.1.column.1.value.zh", "wrong expression"),
        ("{{ risk.title }}", "{{ risk.titel }}", 15, "block.1.column.1.value.zh", "risk.titel here; is title meant?"),
        ("{{ risk.title }}", "{{ risky.title }}", 15, "block.1.column.1.value.zh", "no risky here; is risk meant?"),
        ("risk.level ==", "risk.levle ==", 11, "block.1.tint", "there is no risk.levle here; is level meant?"),
        ("{{ risk.title }}", "{{ risk.title|safe }}", 15, "block.1.column.1.value.zh", "there is no filter safe"),
        ('"标题"', '{ zh = "标题", fr = "titre" }', 14, "block.1.column.1.head.fr", "this field is not known here"),
        ('record = "risks"', 'record = "risc"', 5, "record", "unknown record"),
        ('key = "t"', 'key = "u"', 3, "key", "the key must be the name of the file, t"),
        ("  width = 20", "  width = 20 mm", 16, "", "this is not valid TOML"),
        ('title = { zh = "试"', 'title = { zh = 5', 4, "title.zh", "must be text in quotes"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_line_and_field(old: str, new: str, line: int, field: str, words: str) -> None:
    found = problem(old, new)
    assert found[:2] == (line, field)
    assert words in found[2]


def test_all_problems_of_a_form_are_listed_at_once() -> None:
    with pytest.raises(BrokenForm) as caught:
        parse(SOUND.replace("version = 1", "version = 0").replace("width = 20", "width = -2"))
    assert [p.line for p in caught.value.problems] == [2, 16]
    assert isinstance(caught.value, FormError)
    assert str(caught.value) == "t.toml, line 2, version: must be at least 1"
    assert str(caught.value.problems[1]) == "t.toml, line 16, block.1.column.1.width: must be more than 0"


def test_rows_filtered_or_chosen_still_know_their_fields() -> None:
    for rows in ("risks|selectattr('level')|list", "risks if counts.red else risks", "risks|sort(attribute='level')"):
        with pytest.raises(BrokenForm, match=r"risk\.titel"):
            parse(SOUND.replace('rows = "risks"', f'rows = "{rows}"').replace("risk.title", "risk.titel"))


def test_names_of_loops_inside_a_text_are_known() -> None:
    parse(
        SOUND.replace(
            "{{ risk.title }}", "{% for flag in risk.flags %}{{ flag }}{{ loop.index }}{% endfor %}{{ index }}"
        )
    )


@pytest.fixture
def shipped() -> Forms:
    return load_forms()


def test_an_offices_own_form_takes_precedence(tmp_path: Path, shipped: Forms) -> None:
    own = (data_path("forms") / "risk_card.toml").read_text("utf-8").replace('number = "FD-RK-02"', 'number = "OWN-1"')
    (tmp_path / "risk_card.toml").write_text(own, "utf-8")
    (tmp_path / "t.toml").write_text(SOUND, "utf-8-sig")  # as a Windows editor saves it
    forms = load_forms([tmp_path, tmp_path / "missing"])
    assert not forms.problems
    assert forms["risk_card"].number == "OWN-1"
    assert forms["risk_card"].file.parent == tmp_path
    assert forms.shipped["risk_card"].number == "FD-RK-02"
    assert set(forms) == {*shipped, "t"}
    assert [form.key for form in forms.for_record("risks")] == ["risk_list", "t"]


@pytest.mark.parametrize(
    ("bad", "line"), [("number = ", 1), (SOUND.replace("version = 1", "version = 0"), 2), (b'number = "\xb1\xed"\n', 1)]
)
def test_a_broken_own_form_is_reported_and_the_shipped_one_used(bad: str | bytes, line: int, tmp_path: Path) -> None:
    file = tmp_path / "risk_card.toml"
    file.write_bytes(bad if isinstance(bad, bytes) else bad.encode())
    forms = load_forms([tmp_path])
    assert forms["risk_card"].file.parent == data_path("forms")
    assert {problem.file for problem in forms.problems} == {file}
    assert forms.problems[0].line == line


def test_the_first_folder_has_the_last_word(tmp_path: Path) -> None:
    for name, number in (("near", "NEAR"), ("far", "FAR")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.toml").write_text(SOUND.replace("T-1", number), "utf-8")
    assert load_forms([tmp_path / "near", tmp_path / "far"])["t"].number == "NEAR"
