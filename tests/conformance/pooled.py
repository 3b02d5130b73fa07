"""V18 to V20 of the reference numbers, over plays of all shipped scenarios: overruns, churn, and who wins what.

`python -m tests.conformance.pooled [--plays N]` prints the numbers; test_pooled.py asks whether they are in range.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from game.engine.model import KPIS, Seat
from game.engine.play import Play
from game.engine.scores import number, points
from game.insight.balance import FAMILY
from game.insight.lookahead import LOOK_AHEAD
from game.insight.simulate import Result, bots_for, result, run, summary
from tests.gates import FULL, scenario_named

BOTS = tuple(bot for bot in FAMILY if bot != LOOK_AHEAD)
CHUNK = 20


@dataclass(frozen=True)
class Figures:
    """One play: its result, and what V18 and V19 ask of it, one number for each project or account-week."""

    scenario: str
    result: Result
    late_or_over: tuple[bool, ...]  # by project
    overrun: tuple[float, ...]  # by project: cost against its budget, as a share
    utilisation: tuple[float, ...]  # by project
    churn: float  # yearly, from the hazards of all weeks and of all accounts still there, by revenue


def figures(play: Play, name: str) -> Figures:
    """The numbers of one finished play."""
    scenario, values = play.scenario, play.state.values
    late, overrun, used = [], [], []
    for project in scenario.projects:
        over = number(scenario, values, project.forecast_cost) / number(scenario, values, project.budget) - 1.0
        in_time = 0 < values[project.delivered] <= project.due
        late.append(not in_time or over > 0.0)
        overrun.append(over)
        used.append(number(scenario, values, project.utilisation))
    return Figures(name, result(play), tuple(late), tuple(overrun), tuple(used), _churn(play))


def _churn(play: Play) -> float:
    weight = lost = 0.0
    for state in play.states:
        for account in play.scenario.accounts:
            if state.values[account.signed] != 2:
                weight += account.base_value
                lost += account.base_value * number(play.scenario, state.values, account.churn_risk)
    return lost / weight


def _some(job: tuple[str, Seat, str, int, int]) -> list[Figures]:
    name, seat, bot, first, plays = job
    scenario = scenario_named(name)
    bots = bots_for(scenario, seat, bot)
    return [figures(run(scenario, seed, seat, bots), name) for seed in range(first, first + plays)]


def pooled(plays: int, seats: tuple[Seat, ...], bots: tuple[str, ...] = BOTS) -> dict[tuple[Seat, str], list[Figures]]:
    """So many plays of each scenario by each bot in each seat."""
    jobs = [
        (name, seat, bot, first, min(CHUNK, plays - first + 1))
        for seat in seats
        for bot in bots
        for name in FULL
        for first in range(1, plays + 1, CHUNK)
    ]
    found: dict[tuple[Seat, str], list[Figures]] = {}
    with ProcessPoolExecutor(2) as pool:
        for job, some in zip(jobs, pool.map(_some, jobs), strict=True):
            found.setdefault((job[1], job[2]), []).extend(some)
    return found


def score_of(found: list[Figures]) -> float:
    return summary([each.result.score for each in found]).mean


def median_policy(played: dict[tuple[Seat, str], list[Figures]], seat: Seat) -> str:
    """The bot in the middle, by mean score over all scenarios."""
    ranked = sorted(BOTS, key=lambda bot: score_of(played[seat, bot]))
    return ranked[len(ranked) // 2]


def overruns(found: list[Figures]) -> tuple[float, float]:
    """V18: the share of projects late or over budget, and the mean overrun of cost."""
    late = [float(each) for one in found for each in one.late_or_over]
    return summary(late).mean, summary([each for one in found for each in one.overrun]).mean


def churn_and_use(found: list[Figures]) -> tuple[float, float]:
    """V19: yearly churn, and utilisation at the end."""
    used = [each for one in found for each in one.utilisation]
    return summary([one.churn for one in found]).mean, summary(used).mean


def winners(played: dict[tuple[Seat, str], list[Figures]], seat: Seat) -> dict[str, str]:
    """V20: for each KPI the bot with the most points, over all scenarios."""
    found: dict[str, str] = {}
    for name in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
        means = {bot: summary(_points(played[seat, bot], name)).mean for bot in BOTS}
        found[name] = max(BOTS, key=lambda bot: means[bot])
    return found


def _points(found: list[Figures], name: str) -> list[float]:
    known = [(one.scenario, dict(one.result.kpis)[name]) for one in found]
    return [points(scenario_named(scenario), name, value) for scenario, value in known if value is not None]


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.pooled", description=__doc__)
    parser.add_argument("--plays", type=int, default=250, help="of each scenario")
    plays = parser.parse_args().plays
    played = pooled(plays, tuple(Seat))
    for seat in Seat:
        print(f"-- {seat.value}: median policy {median_policy(played, seat)}")
        for bot in BOTS:
            late, over = overruns(played[seat, bot])
            lost, used = churn_and_use(played[seat, bot])
            print(
                f"{bot:20} score {score_of(played[seat, bot]):5.1f}  late or over {late:4.0%}  overrun {over:+5.0%}"
                f"  churn {lost:4.1%}  utilisation {used:4.0%}"
            )
        print("wins: " + ", ".join(f"{kpi} {bot}" for kpi, bot in winners(played, seat).items()))


if __name__ == "__main__":
    main()
