"""All checks and tests of riskdesk, without a display: `./riskdesk.sh test [PYTEST ARGUMENTS]`.

Prints pytest's summary last and exits with the worst of all exit codes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
# As a module call: the scripts in .venv/bin hold the place where the environment was made.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", LINT_IMPORTS],
    # Tests that share a costly fixture are marked as one group and run on one worker.
    "pytest": ["-m", "pytest", "-n", "2", "--dist", "loadgroup"],
}


def main(arguments: list[str]) -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # Modules are compiled once, and not by every process that a test starts.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    further = arguments[1:] if arguments[:1] == ["test"] else arguments
    worst = 0
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        words = [sys.executable, *command, *(further if name == "pytest" else [])]
        code = subprocess.run(words, cwd=HERE, env=environment).returncode
        if code and name != "pytest":
            print(f"== {name} failed", flush=True)
        worst = max(worst, abs(code))
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
