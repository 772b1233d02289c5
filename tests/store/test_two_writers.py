"""Two programs that write to one file at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from riskdesk.domain.risk import Risk
from riskdesk.store import Query, Store
from riskdesk.store.check import check
from tests.store.conftest import Filled

WRITER = """
import sys
from pathlib import Path
from riskdesk.desk import Desk
from riskdesk.domain.errors import Conflict
from riskdesk.domain.risk import Risk
desk = Desk.open(Path(sys.argv[1]), sys.argv[2])
shared = desk.store.select(Risk)[0].id
done = 0
while done < 60:
    base = desk.risks.get(shared)
    try:
        desk.risks.save(base.changed(controls=base.controls + sys.argv[2][0]), base)
        done += 1
    except Conflict:
        pass  # the other one was faster: look again
    if done % 5 == 0:
        desk.risks.add(Risk(title=f"{sys.argv[2]} {done}", family="x"))
print(done)
"""


def test_no_update_of_either_is_lost(tmp_path: Path) -> None:
    filled = Filled(tmp_path / "office.riskdesk")
    # Each writes another letter: two people who make the very same change agree, and nothing of either is missing.
    shared = filled.risk(title="shared", controls=".")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(filled.path), name], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]  # fmt: skip
    while any(writer.poll() is None for writer in writers):
        filled.store.count("risk", Query("one"))  # a reader that looks on meanwhile
    ended = [writer.communicate() for writer in writers]
    assert [err for _, err in ended] == ["", ""]
    controls = filled.store.get(Risk, shared.id).controls
    assert (controls.count("o"), controls.count("t"), len(controls)) == (60, 60, 121)
    numbers = [row["number"] for row in filled.store.rows("risk", filled.store.ns("risk"), ("number",))]
    assert len(numbers) == len(set(numbers))
    history = filled.store.history(shared.id)
    assert {change.person for change in history} == {"me", "one", "two"}
    assert [change.patch["controls"] for change in history[1:]] == [
        [controls[:n], controls[: n + 1]] for n in range(1, 121)
    ]
    filled.store.close()
    Store.open(filled.path).close()
    assert check(filled.path).sound
