"""Measuring on a shared machine: the things compared take turns, so that noise falls on all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True)
class Figures:
    """Seconds of the median turn, and the median, least and greatest ratio to the baseline over all rounds.

    `quiet` and `quiet_ratio` are the same for the quickest tenth of all turns: what it takes while nothing else runs.
    """

    seconds: float
    ratio: float
    least: float
    greatest: float
    quiet: float
    quiet_ratio: float

    def __str__(self) -> str:
        rounds = f"({self.least:.2f} to {self.greatest:.2f})"
        return (
            f"{self.seconds * 1e3:8.3f} ms {self.ratio:5.2f}x {rounds:18} "
            f"quickest tenth {self.quiet * 1e3:7.3f} ms {self.quiet_ratio:5.2f}x"
        )


def alternate(
    functions: Mapping[str, Callable[[], float | None]], *, rounds: int = 12, turns: int = 60
) -> dict[str, Figures]:
    """Call each function `turns` times in each of `rounds` rounds; the first named is the baseline.

    A function may return the seconds of the part of it that counts; otherwise all of it counts.
    """
    times: dict[str, list[list[float]]] = {name: [] for name in functions}
    for _ in range(rounds):
        for name, function in functions.items():
            times[name].append([_timed(function) for _ in range(turns)])
    medians = {name: [median(turn) for turn in rounds_of] for name, rounds_of in times.items()}
    quiet = {name: quantiles(chain.from_iterable(rounds_of), n=10)[0] for name, rounds_of in times.items()}
    base = next(iter(functions))
    found = {}
    for name, values in medians.items():
        ratios = [value / bare for value, bare in zip(values, medians[base], strict=True)]
        found[name] = Figures(
            median(values), median(ratios), min(ratios), max(ratios), quiet[name], quiet[name] / quiet[base]
        )
    return found


def told(title: str, figures: Mapping[str, Figures]) -> str:
    """The figures as lines to print."""
    return "\n".join([f"\n{title}", *(f"  {name:34} {figure}" for name, figure in figures.items())])


def _timed(function: Callable[[], float | None]) -> float:
    start = perf_counter()
    own = function()
    return perf_counter() - start if own is None else own
