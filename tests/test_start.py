"""What the start leaves out, so that the window stands at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOOKED_THROUGH = """
import inspect
seen, really = [], inspect.getsource
inspect.getsource = lambda module: seen.append(module.__name__) or really(module)
from riskdesk.start import load_window
load_window()
print(*(name for name in seen if name.startswith("riskdesk")), sep=",")
"""


def test_no_source_is_looked_through_while_the_window_is_loaded() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-P", "-c", LOOKED_THROUGH]
    said = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert said.stdout.strip() in ("", "riskdesk.start")
