"""Starts riskdesk by `python -m riskdesk`."""

from __future__ import annotations

from riskdesk.cli import main

if __name__ == "__main__":
    main(prog_name="riskdesk")
