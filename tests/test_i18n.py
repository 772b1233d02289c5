"""Every text of the program is translated, and nothing else stands in the file."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

import riskdesk
from riskdesk import i18n
from riskdesk.i18n import tr

PACKAGE = Path(riskdesk.__file__).parent


@pytest.fixture
def language() -> object:
    before = i18n.language()
    yield
    i18n.set_language(before)


def test_every_text_has_a_chinese_translation() -> None:
    missing = i18n.source_texts(PACKAGE) - set(i18n.catalogue("zh"))
    assert not missing, f"python -m riskdesk.i18n, then translate: {sorted(missing)}"


def test_no_text_stands_there_that_nobody_uses() -> None:
    assert not set(i18n.catalogue("zh")) - i18n.source_texts(PACKAGE)


def test_translations_keep_the_named_values() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = {source: done for source, done in i18n.catalogue("zh").items() if names(done) - names(source)}
    assert not wrong


def test_the_language_changes_at_once(language: object) -> None:
    i18n.set_language("en")
    assert tr("{n} found", n=3) == "3 found"
    i18n.set_language("zh")
    assert tr("{n} found", n=3) == "找到 3 条"


def test_an_unknown_language_is_refused(language: object) -> None:
    with pytest.raises(ValueError, match="xx"):
        i18n.set_language("xx")


def test_the_file_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.py").write_text('tr("Save")\nN_("A new text")\nother("not this")\n', encoding="utf-8")
    ts = tmp_path / "riskdesk_zh_CN.ts"
    i18n.write_ts(ts, {"Save": "保存", "Gone": "没有了"})
    monkeypatch.setattr(i18n, "_ts_file", lambda language: ts)
    assert i18n.update(tmp_path) == ["A new text"]
    assert dict(i18n._messages(ts)) == {"Save": "保存", "A new text": ""}
