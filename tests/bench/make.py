"""Make a big file to try and measure with: `python tests/bench/make.py FILE --risks 100000 --cases 100000`."""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parents[2]
if str(HERE) not in sys.path:
    sys.path.append(str(HERE))

from riskdesk.desk import Desk  # noqa: E402
from riskdesk.domain.action import Action, ActionState, Strand  # noqa: E402
from riskdesk.domain.case import Case, CaseOrigin, CaseState, CourseEntry, Lesson, Privacy  # noqa: E402
from riskdesk.domain.directory import Department, Person, Site  # noqa: E402
from riskdesk.domain.level import Lec, Level, Matrix  # noqa: E402
from riskdesk.domain.policy import Policy  # noqa: E402
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus  # noqa: E402
from tests.bench.words import chinese  # noqa: E402

START = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
FAMILIES = ("opinion", "legal", "operational", "fire", "equipment", "disaster")
_SURNAMES = "沈王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗"
_GIVEN = "敏伟芳娜静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞红"


class Maker:
    """Records with texts as offices write them, the same for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = random.Random(seed)
        self.policy = Policy()
        self.sites: list[str] = []
        self.departments: list[str] = []
        self.people: list[str] = []

    def directory(self, desk: Desk) -> None:
        """Thirty sites, twelve departments, three hundred people."""
        rng = self.rng
        with desk.store.write("", "directory.add", START) as write:
            sites = [Site(code=f"S{i:02d}", name=f"{chinese(rng, 4)}花园") for i in range(30)]
            self.sites = [site.id for site in write.create_many(sites)]
            departments = [Department(name=f"{chinese(rng, 4)}部") for _ in range(12)]
            self.departments = [department.id for department in write.create_many(departments)]
            people = [
                Person(
                    name=rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.randint(1, 2))),
                    phone=f"138{rng.randrange(10**8):08d}",
                    site_id=rng.choice(self.sites),
                )
                for _ in range(300)
            ]
            self.people = [person.id for person in write.create_many(people)]

    def risks(self, count: int) -> Iterator[Risk]:
        """Risks with texts of some eighty characters, scored three times; one in twelve without an owner."""
        rng, today = self.rng, START.date()
        for number in range(count):
            likelihood, severity = rng.randint(1, 5), rng.randint(1, 5)
            score: Matrix | Lec = Matrix(likelihood=likelihood, severity=severity)
            if number % 11 == 0:
                score = Lec(likelihood=3.0, exposure=6.0, consequence=rng.choice((1.0, 7.0, 15.0)))
            lower = Matrix(likelihood=max(1, likelihood - 2), severity=severity)
            yield Risk(
                title=chinese(rng, rng.randint(8, 16)),
                family=rng.choice(FAMILIES),
                description=chinese(rng, 40),
                cause=chinese(rng, 20),
                controls=chinese(rng, 20),
                site_id=rng.choice(self.sites),
                place=f"{rng.randint(1, 40)} 号楼",
                source=rng.choice(list(RiskSource)),
                season=tuple(sorted(rng.sample(range(1, 13), k=3))) if number % 3 == 0 else (),
                department_id=rng.choice(self.departments),
                owner_id=rng.choice(self.people) if number % 12 else "",
                status=rng.choices(list(RiskStatus), weights=(1, 6, 2, 1))[0],
                next_review=today + dt.timedelta(days=rng.randint(-30, 365)),
                inherent=self.policy.assess(score, today),
                current=self.policy.assess(score, today),
                target=self.policy.assess(lower, today, reason="按整改完成后的情形评定"),
            )

    def cases(self, count: int) -> Iterator[Case]:
        """Cases of some three hundred characters; half of them hold the word 业主."""
        rng = self.rng
        for number in range(count):
            who = "业主" if number % 2 else "住户"
            yield Case(
                title=chinese(rng, rng.randint(8, 16)),
                family=rng.choice(FAMILIES),
                case_type=chinese(rng, 4),
                origin=rng.choice(list(CaseOrigin)),
                site_id=rng.choice(self.sites),
                happened_on=dt.date(rng.randint(2015, 2025), rng.randint(1, 12), rng.randint(1, 28)),
                level=rng.choice(list(Level)),
                summary=f"{who}反映{chinese(rng, 110)}".replace("业主", who),
                course=tuple(
                    CourseEntry(at=f"+00:{5 * i:02d}", who="值班员", what=chinese(rng, 30).replace("业主", who))
                    for i in range(4)
                ),
                lessons=(Lesson(method="负面情绪处理四步法", points=(chinese(rng, 15).replace("业主", who),)),),
                comment=chinese(rng, 40).replace("业主", who),
                tags=tuple(chinese(rng, 2) for _ in range(2)),
                state=rng.choice(list(CaseState)),
                privacy=Privacy.NONE,
            )

    def actions(self, risk_ids: list[str]) -> Iterator[Action]:
        """A measure for each of some risks."""
        rng = self.rng
        for id in risk_ids:
            yield Action(
                title=chinese(rng, 12), risk_ids=(id,), strand=rng.choice(list(Strand)),
                owner_id=rng.choice(self.people), due=START.date() + dt.timedelta(days=rng.randint(-60, 120)),
                state=rng.choice((ActionState.OPEN, ActionState.DOING, ActionState.DONE)),
            )  # fmt: skip


def make(path: Path, risks: int, cases: int) -> Desk:
    """Fill a new file through the store and return it open."""
    desk = Desk.open(path)
    maker = Maker()
    maker.directory(desk)
    with desk.store.write("", "risks.add", START) as write:
        made = write.create_many(maker.risks(risks))
        write.create_many(maker.actions([risk.id for risk in made[::20]]))
    with desk.store.write("", "cases.add", START) as write:
        write.create_many(maker.cases(cases))
    while desk.store.index_some():
        pass
    return desk


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--risks", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=100_000)
    options = parser.parse_args()
    if options.file.exists():
        parser.error(f"{options.file} exists already")
    start = perf_counter()
    make(options.file, options.risks, options.cases).close()
    print(f"{options.file}: {options.file.stat().st_size / 1e6:.0f} MB in {perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
