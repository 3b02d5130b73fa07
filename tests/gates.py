"""Whether the shipped scenarios are balanced: the eight gates of game/insight/gates.py, by thousands of plays.

`python -m tests.gates [--plays N] [--only NAME,…]` prints the tables; tests/conformance/test_gates.py asks the same
functions with fewer plays and looser margins. Plays use the seeds 1 to N, on normal difficulty, in two processes.
"""

from __future__ import annotations

import argparse
import functools
import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from game.engine.legality import excludes, legal
from game.engine.model import KPIS, Scenario, Seat
from game.engine.play import Play
from game.engine.state import Move
from game.insight.bots import STYLES
from game.insight.gates import (
    SINGLE,
    Pair,
    Plays,
    best_styles,
    correlations,
    endings,
    habit_costs,
    lying_gains,
    pinned,
    reacting_beats_habit,
    reacting_beats_luck,
    variety,
)
from game.insight.simulate import Result, bots_for, decide, result, run_constant, simulate, summary
from game.scenario.load import load_scenario

FOLDER = Path(__file__).resolve().parents[1] / "scenarios"
FULL = ("scope_creep", "demanding_client", "upsell_opportunity", "resource_crunch", "dependencies")
TUTORIAL = "first_monday"
MIX = ("random", *STYLES, "careless")
BOTS = (*MIX, "misreporting", "accommodating", "refusing")
CHUNK = 25


@functools.cache
def scenario_named(name: str) -> Scenario:
    """A shipped scenario, read once in each process."""
    loaded = load_scenario(FOLDER / f"{name}.yaml")
    if loaded.scenario is None:
        raise ValueError("\n".join(str(problem) for problem in loaded.problems))
    return loaded.scenario


def _some(task: tuple[str, Seat, str, int, int]) -> list[Result]:
    name, seat, bot, first, plays = task
    return list(simulate(scenario_named(name), seat, bot, plays, first))


def _scores_of_pair(task: tuple[str, Seat, Pair, int]) -> list[float]:
    name, seat, pair, plays = task
    scenario = scenario_named(name)
    return [result(run_constant(scenario, seed, seat, pair)).score for seed in range(1, plays + 1)]


def measure(
    names: Iterable[str], plays: int, *, bots: tuple[str, ...] = BOTS, pairs: bool = True, workers: int = 2
) -> list[Plays]:
    """Play every seat with every bot, and look for the best constant pair of moves."""
    found = [Plays(scenario_named(name), plays) for name in names]
    with ProcessPoolExecutor(workers, initializer=os.nice, initargs=(10,)) as pool:
        tasks = [
            (each.scenario.id, seat, bot, first, min(CHUNK, plays - first + 1))
            for each in found
            for seat in Seat
            for bot in bots
            for first in range(1, plays + 1, CHUNK)
        ]
        by_name = {each.scenario.id: each for each in found}
        for task, results in zip(tasks, pool.map(_some, tasks), strict=True):
            by_name[task[0]].results.setdefault((task[1], task[2]), []).extend(results)
        if pairs:
            for each in found:
                if each.scenario.id != TUTORIAL:
                    each.pairs = {seat: _best_pairs(pool, each.scenario.id, seat, plays) for seat in SINGLE}
    return found


# ---- gate 3: constant pairs ---------------------------------------------------------------------------------------


def _candidates(scenario: Scenario, seat: Seat) -> list[Move]:
    """The moves somebody might make every week: all that were legal in three plays; a sync asks nothing."""
    found: list[Move] = []
    for seed in (1, 2, 3):
        play = Play(scenario, seed, seat)
        bots = bots_for(scenario, seat, "balanced")
        while play.outcome is None:
            for move in legal(scenario, play.state, seat).moves:
                if move not in found and move.kind != "renegotiate" and not (move.kind == "sync" and move.option):
                    found.append(move)
            play.live(decide(play, bots))
    return found


def _best_pairs(pool: ProcessPoolExecutor, name: str, seat: Seat, plays: int) -> list[tuple[Pair, float]]:
    """Each move alone on a few seeds, then pairs of the best eight, then the best four pairs in full."""
    few = max(6, plays // 20)
    singles: list[Pair] = [(move,) for move in _candidates(scenario_named(name), seat)]
    best = [pair for pair, _score in _ranked(pool, name, seat, singles, few)[:8]]
    couples: list[Pair] = [a + b for i, a in enumerate(best) for b in best[i + 1 :] if not excludes(*a, *b)]
    good = [pair for pair, _score in _ranked(pool, name, seat, couples, 2 * few)[:4]]
    return _ranked(pool, name, seat, good, plays)


def _ranked(
    pool: ProcessPoolExecutor, name: str, seat: Seat, pairs: list[Pair], plays: int
) -> list[tuple[Pair, float]]:
    tasks = [(name, seat, pair, plays) for pair in pairs]
    means = [summary(scores).mean for scores in pool.map(_scores_of_pair, tasks)]
    return sorted(zip(pairs, means, strict=True), key=lambda item: (-item[1], str(item[0])))


# ---- the tables ---------------------------------------------------------------------------------------------------


def _mark(holds: bool) -> str:
    return "ok  " if holds else "FAIL"


def print_tables(played: Plays) -> None:
    """All of it for one scenario."""
    print(f"\n=== {played.scenario.id} · {played.plays} plays per seat and bot")
    for seat in Seat:
        _print_bots(played, seat)
    for seat in Seat:
        _print_gates(played, seat)
    print("endings: " + ", ".join(f"{n} {c}" for n, c in Counter(endings(played)).most_common()))


def _print_bots(played: Plays, seat: Seat) -> None:
    for bot in BOTS:
        results = played.of(seat, bot)
        score = summary([r.score for r in results])
        kpis = [dict(r.kpis) for r in results]
        means = []
        for name in (*KPIS[Seat.AM], *KPIS[Seat.PM]):
            known = [k for k in (each[name] for each in kpis) if k is not None]
            means.append(f"{name[:5]} {summary(known).mean:.2f}" if known else f"{name[:5]} -")
        on_the_day = sum(1 for r in results if r.on_the_day) / len(results)
        print(
            f"{seat.value:5}{bot:15}{score.mean:6.1f} ± {1.96 * score.error:3.1f}"
            f"  rel {summary([r.relationship for r in results]).mean:5.1f}"
            f"  del {summary([r.delivery for r in results]).mean:5.1f}"
            f"  in time {on_the_day:4.0%} | " + " ".join(means)
        )


def _print_gates(played: Plays, seat: Seat) -> None:
    luck, lies = reacting_beats_luck(played, seat), lying_gains(played, seat)
    relationship, delivery = best_styles(played, seat)
    alike = correlations(played, seat, MIX)
    most = f"{alike[0][0]}/{alike[0][1]} {alike[0][2]:+.2f}"
    over = [f"{a}/{b} {r:+.2f}" for a, b, r in alike if abs(r) > 0.8]
    sensible = summary(played.scores(seat, "balanced")).mean
    careless = sensible - summary(played.scores(seat, "careless")).mean
    stuck = [f"{n} {lo:.0%}/{hi:.0%}" for n, (lo, hi) in pinned(played, seat).items() if max(lo, hi) >= 0.6]
    print(f"-- {seat.value}")
    print(
        f"{_mark(luck.mean >= 10)} 1 balanced over random {luck}{'' if luck.mean - luck.half >= 10 else ' (interval)'}"
    )
    print(f"{_mark(relationship != delivery)} 2 best for relationship {relationship}, for delivery {delivery}")
    if seat in played.pairs:
        (pair, score), ahead = played.pairs[seat][0], reacting_beats_habit(played, seat)
        words = " + ".join(f"{m.kind}/{m.target}{m.option and ':' + m.option}" for m in pair)
        print(f"{_mark(ahead >= 5)} 3 over the best constant pair {ahead:+.1f} ({words}: {score:.1f})")
    print(f"{_mark(lies.mean - lies.half <= 0)} 4 misreporting gains {lies}")
    print(f"{_mark(not over)} 5 most alike {most}; over .8: {', '.join(over) or 'none'}")
    if seat is not Seat.BOTH:
        seen = variety(played, seat)
        fine = 8 <= seen.events <= 11 and seen.shared <= 0.7 and seen.below >= 0.9 and seen.texts <= 1 / 3
        print(
            f"{_mark(fine)} 6 events {seen.events:.1f} (8 to 11 in {seen.inside:.0%}), seeds share {seen.shared:.0%}"
            f" (at most 70 % in {seen.below:.0%} of pairs), AM and PM texts {seen.texts:.0%}"
        )
    print(f"{_mark(55 <= sensible <= 80 and careless >= 15)} 7 balanced {sensible:.1f}, careless {careless:.1f} below")
    print(f"{_mark(not stuck)} 7 pinned (at 0/at 100): {', '.join(stuck) or 'none'}")
    costs = [(bot, habit_costs(played, seat, bot)) for bot in ("accommodating", "refusing")]
    print(
        f"{_mark(seat is Seat.AM or all(c.mean < 0 for _b, c in costs))} 8 "
        + ", ".join(f"always {b} {c}" for b, c in costs)
    )


def print_tutorial(played: Plays) -> None:
    """The first Monday: gentle, so that sensible play succeeds in about three of four."""
    print(f"\n=== {played.scenario.id} · {played.plays} plays per seat and bot")
    for seat in Seat:
        for bot in ("balanced", "random", "careless"):
            results = played.of(seat, bot)
            told = Counter(r.ending for r in results).most_common()
            score = summary([r.score for r in results])
            print(
                f"{seat.value:5}{bot:10}{score.mean:6.1f}  " + ", ".join(f"{n} {c / len(results):.0%}" for n, c in told)
            )


def main() -> None:
    """Print the tables of every scenario."""
    parser = argparse.ArgumentParser(prog="python -m tests.gates", description=__doc__)
    parser.add_argument("--plays", type=int, default=500)
    parser.add_argument("--only", default="", help="scenarios, separated by commas")
    parser.add_argument("--no-pairs", action="store_true", help="leave gate 3 out")
    chosen = parser.parse_args()
    names = tuple(chosen.only.split(",")) if chosen.only else (*FULL, TUTORIAL)
    for name in names:
        for played in measure((name,), chosen.plays, pairs=not chosen.no_pairs):
            (print_tutorial if name == TUTORIAL else print_tables)(played)


if __name__ == "__main__":
    main()
