"""The command line does what the window does, in sentences, with exit code 1 for what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from riskdesk.cli import main
from riskdesk.desk import Desk


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "office.riskdesk"
    desk = Desk.open(path, site="JX")
    desk.starter.load()
    desk.close()
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["--language", "en", *map(str, words)])


def test_list_shows_number_level_and_title(file: Path) -> None:
    result = run("--file", file, "list", "risk", "--text", "困人")
    assert result.exit_code == 0
    lines = [line.split("\t") for line in result.output.splitlines()]
    assert any(number.startswith("JX-R-") and level == "red" and "电梯困人" in title for number, level, title in lines)


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
    result = CliRunner().invoke(
        main, ["--language", "zh", "--file", str(file), "print", "x", "-o", str(tmp_path / "x")]
    )
    assert result.stderr == "没有表单 x。\n"
