"""The command line does what the window does, in sentences, with exit code 1 for what cannot be done."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from riskdesk import cli, i18n, logs
from riskdesk.cli import LISTED, main
from riskdesk.desk import Desk
from riskdesk.desk.backups import Backups
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.risk import Risk


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log lies in the folder of the test, and the language is left as it was."""
    path = tmp_path / "logs" / "riskdesk.log"
    for module in (logs, cli):
        monkeypatch.setattr(module, "log_file", lambda: path)
    root, before = logging.getLogger(), i18n.language()
    handlers, level = list(root.handlers), root.level
    yield path
    i18n.set_language(before)
    for handler in set(root.handlers) - set(handlers):
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "office.riskdesk"
    desk = Desk.open(path, site="JX")
    desk.starter.load()
    desk.close()
    return path


def run(*words: object, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["--language", language, *map(str, words)])


def test_list_shows_number_level_and_title(file: Path) -> None:
    result = run("--file", file, "list", "risk", "--text", "困人")
    assert result.exit_code == 0
    lines = [line.split("\t") for line in result.output.splitlines()]
    assert any(number.startswith("JX-R-") and level == "Red" and "电梯困人" in title for number, level, title in lines)


def test_print_a_record(file: Path, tmp_path: Path) -> None:
    number = run("--file", file, "list", "playbook", "--text", "电梯困人").output.split("\t")[0]
    out = tmp_path / "card.pdf"
    result = run("--file", file, "print", "action_card", number, "-o", out)
    assert result.exit_code == 0, result.output
    assert "119" in PdfReader(out).pages[0].extract_text()


def test_print_a_list(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    result = run("--file", file, "print", "risk_list", "-o", out)
    assert result.exit_code == 0, result.output
    assert "电梯困人" in "".join(page.extract_text() for page in PdfReader(out).pages)


def test_a_number_that_is_not_there(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "risk_card", "JX-R-1999-0001", "-o", tmp_path / "x.pdf")
    assert result.exit_code == 1
    assert "There is no record JX-R-1999-0001." in result.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_a_form_that_is_not_there(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "no_such", "-o", tmp_path / "x.pdf")
    assert (result.exit_code, result.stderr) == (1, "There is no form no_such.\n")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run("--file", tmp_path / "none.riskdesk", "list", "risk")
    assert result.exit_code == 1
    assert "There is no file" in result.stderr
    assert not (tmp_path / "none.riskdesk").exists()


def test_backup_and_check(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.riskdesk"
    assert run("backup", file, copy).exit_code == 0
    result = run("check", copy)
    assert result.exit_code == 0
    assert "Sound:" in result.output


def test_check_of_a_damaged_file(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.riskdesk"
    run("backup", file, copy)
    data = bytearray(copy.read_bytes())
    data[: len(data) // 2] = b"x" * (len(data) // 2)
    copy.write_bytes(data)
    result = run("check", copy)
    assert result.exit_code == 1
    assert "damaged" in result.stderr
    assert copy.read_bytes() == bytes(data)


def test_sentences_come_in_chinese_too(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "x", "-o", tmp_path / "x", language="zh")
    assert result.stderr == "没有表单 x。\n"


def test_every_kind_that_people_see_is_listed(file: Path) -> None:
    assert set(LISTED) == set(KINDS) - {"policy", "log_entry"}
    for kind in LISTED:
        result = run("--file", file, "list", kind)
        assert (result.exit_code, result.stderr) == (0, "")


def test_a_state_is_told_in_words(file: Path) -> None:
    assert "\tPublished\t" in run("--file", file, "list", "case").output
    assert "\t已发布\t" in run("--file", file, "list", "case", language="zh").output
    assert "\t红\t" in run("--file", file, "list", "risk", language="zh").output


def test_a_form_of_one_record_wants_its_number(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "drill_checklist", "-o", tmp_path / "x.pdf")
    assert result.exit_code == 2
    assert "drill_checklist prints one record: say which, by its number." in result.stderr


def test_a_list_takes_no_number(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "risk_list", "NOSUCH", "-o", tmp_path / "x.pdf")
    assert result.exit_code == 2
    assert "risk_list prints a list and takes no number." in result.stderr
    assert not (tmp_path / "x.pdf").exists()


def test_a_form_of_what_a_record_froze_finds_the_record(file: Path, tmp_path: Path) -> None:
    result = run("--file", file, "print", "risk_snapshot", "JX-M-1999-0001", "-o", tmp_path / "x.pdf")
    assert (result.exit_code, result.stderr) == (1, "There is no record JX-M-1999-0001.\n")


@pytest.mark.parametrize("command", ["print", "tour"])
def test_a_place_that_cannot_be_written_to_is_told(file: Path, tmp_path: Path, command: str) -> None:
    place = file / "x.pdf"
    words = ["--tour", place] if command == "tour" else ["--file", file, "print", "risk_list", "-o", place]
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith("The file could not be saved: ")
    assert result.stderr.count("\n") == 1


def test_a_backup_replaces_nothing(file: Path, tmp_path: Path) -> None:
    there = tmp_path / "precious.docx"
    there.write_bytes(b"precious")
    result = run("backup", file, there)
    assert result.exit_code == 1
    assert result.stderr == f"{there} is there already. Choose another name for the backup.\n"
    assert there.read_bytes() == b"precious"


def test_a_traceback_only_goes_to_the_log(
    file: Path, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(backups: Backups, target: Path) -> Path:
        raise ValueError(target.name)

    monkeypatch.setattr(Backups, "make", fail)
    result = run("backup", file, tmp_path / "secret")
    assert result.exit_code == 1
    assert result.stderr == f"Something unexpected happened in the program. Details are in {log}.\n"
    written = log.read_text(encoding="utf-8")
    assert "in fail" in written
    assert "ValueError" in written
    assert "secret" not in written


@pytest.mark.parametrize(
    "words",
    [["--nope"], ["lits"], ["print"], ["list"], ["list", "nothing"], ["check", "/"], ["print", "x", "-o"],
     ["check", "a", "b"], ["backup", "a", "b", "c", "d"], ["--tour", __file__], ["--version=1"]],
)  # fmt: skip
def test_wrong_usage_is_told_in_chinese(words: list[str]) -> None:
    result = run(*words, language="zh")
    assert result.exit_code == 2
    assert "错误：" in result.stderr
    assert english(result.stderr, *words) == []


@pytest.mark.parametrize("command", ["", "print", "list", "check", "backup"])
def test_help_is_told_in_chinese(command: str) -> None:
    result = run(*filter(None, [command]), "--help", language="zh")
    assert result.exit_code == 0
    assert "用法：" in result.output
    assert "显示本说明。" in result.output
    assert english(result.output) == []


def english(text: str, *typed: str) -> list[str]:
    """The words in Latin letters that are no names for what is typed."""
    for name in sorted({*typed, *main.commands, *LISTED, "main", "SQLite", "riskdesk"}, key=len, reverse=True):
        text = text.replace(name, "")
    return re.findall("(?<![-a-z])[a-z]{3,}", text)


def test_the_language_of_the_settings_is_spoken_where_none_is_asked_for() -> None:
    assert "错误：" in CliRunner().invoke(main, ["--nope"]).stderr
    assert "Error: No such option" in run("--nope").stderr


def test_a_riskdesk_file_is_no_place_for_a_pdf(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.riskdesk"
    run("backup", file, copy)
    for place in (copy, copy.with_name("copy.riskdesk-wal")):
        result = run("--file", copy, "print", "risk_list", "-o", place)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{place.name} is a riskdesk file")
    assert run("check", copy).exit_code == 0


def test_paths_hold_whatever_folder_it_is_called_in(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    assert main.make_context("riskdesk", ["--file", file.name, "list"]).params["path"] == file
    result = run("backup", file.name, Path("..", tmp_path.name, "copy.riskdesk"))
    assert Path(result.output.strip()).is_absolute()


def odd_title(path: Path, title: str) -> Path:
    desk = Desk.open(path, site="JX")
    desk.risks.add(Risk.of(title=title, family="operational"))
    desk.close()
    return path


def test_a_character_that_the_console_lacks_breaks_no_list_off(tmp_path: Path) -> None:
    path = odd_title(tmp_path / "a.riskdesk", "𠮷野家火灾 🔥 隐患")
    result = CliRunner(charset="gbk").invoke(main, ["--file", str(path), "list", "risk"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output.endswith("?野家火灾 ? 隐患\n")


def test_a_record_is_one_line_of_three_parts(tmp_path: Path) -> None:
    path = odd_title(tmp_path / "a.riskdesk", "电梯\t困人\r\n处置\u2028超时")
    (line,) = run("--file", path, "list", "risk").output.splitlines()
    assert line.split("\t")[2] == "电梯 困人 处置 超时"
