"""Starts riskdesk: the window where nothing else is asked for, and otherwise the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """The entry point. The window does not wait until the command line is loaded."""
    if len(sys.argv) > 1:
        from riskdesk.cli import main as command_line

        command_line(prog_name="riskdesk")
    else:
        from riskdesk.start import open_window

        sys.exit(open_window())


if __name__ == "__main__":
    main()
