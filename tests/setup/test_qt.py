"""The locked PySide6 is free of the fault that aborts 6.12.0 on Python 3.11."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal(int)

received = 0

def count(number):
    global received
    received += 1

sender = Sender()
sender.sent.connect(count)
for number in range(100_000):
    sender.sent.emit(number)
sender.sent.disconnect(count)
print(received)
"""


def test_a_hundred_thousand_signals_are_survived() -> None:
    # Every emit() of 6.12.0 dropped one reference to True: "deallocating True or False" and an abort.
    answer = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=60)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "100000"
