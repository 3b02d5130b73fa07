"""`simulate`: plays by bots, as a table of means with their intervals, or as JSON."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from game.engine.model import KPIS, Scenario, Seat
from game.insight.simulate import Result, Summary, simulate, summary
from game.insight.words.cards import LABELS
from game.terminal.blocks import Block, Heading, Para, Table, Title
from game.terminal.processes import in_order, pool, progress
from game.terminal.session import make_paper

CHUNK = 25  # plays a process takes at a time
CONFIDENCE = 1.96  # standard errors on each side of a mean for 95 %


@dataclass(frozen=True)
class Batch:
    """All plays of one seat by one bot."""

    seat: Seat
    bot: str
    results: tuple[Result, ...]

    @property
    def digest(self) -> str:
        """Sixteen hex digits that equal batches share."""
        return digest_of(result.digest for result in self.results)


def digest_of(digests: Iterator[str] | Sequence[str]) -> str:
    """One digest of many, in their order."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]


def run(
    scenario: Scenario, seats: Sequence[Seat], bots: Sequence[str], plays: int, seed: int, difficulty: str
) -> list[Batch]:
    """Every seat by every bot, `plays` times with the seeds from `seed` on; progress on standard error."""
    pairs = [(seat, bot) for seat in seats for bot in bots]
    total = plays * len(pairs)
    batches = []
    with progress() as bar, pool(total) as workers:
        task = bar.add_task("", total=total)
        for seat, bot in pairs:
            bar.update(task, description=f"{seat.value}, {bot}")
            found: list[Result] = []
            for chunk in _chunks(workers, scenario, seat, bot, plays, seed, difficulty):
                found += chunk
                bar.advance(task, len(chunk))
            batches.append(Batch(seat, bot, tuple(found)))
    return batches


def _chunks(
    workers: ProcessPoolExecutor | None,
    scenario: Scenario,
    seat: Seat,
    bot: str,
    plays: int,
    seed: int,
    difficulty: str,
) -> Iterator[list[Result]]:
    """The results in the order of their seeds, whoever worked them out."""
    starts = range(seed, seed + plays, CHUNK)
    jobs = [(scenario, seat, bot, min(CHUNK, seed + plays - start), start, difficulty) for start in starts]
    return in_order(workers, chunk, jobs)


def chunk(job: tuple[Scenario, Seat, str, int, int, str]) -> list[Result]:
    """A few plays in a row."""
    scenario, seat, bot, plays, seed, difficulty = job
    return list(simulate(scenario, seat, bot, plays, seed, difficulty))


# ---- as JSON ---------------------------------------------------------------------------------------------------------


def print_json(scenario: Scenario, batches: Sequence[Batch]) -> None:
    """One object a play, one a line, and a last one with the summaries."""
    for batch in batches:
        for result in batch.results:
            print(json.dumps(_play(scenario, batch, result), ensure_ascii=False))
    summaries = [_summary(batch) for batch in batches]
    whole = digest_of([batch.digest for batch in batches])
    print(json.dumps({"summary": summaries, "scenario": scenario.id, "digest": whole}, ensure_ascii=False))


def _play(scenario: Scenario, batch: Batch, result: Result) -> dict[str, object]:
    return {
        "scenario": scenario.id,
        "seat": batch.seat.value,
        "bot": batch.bot,
        "seed": result.seed,
        "ending": result.ending,
        "week": result.week,
        "early": result.early,
        "score": round(result.score, 4),
        "relationship": round(result.relationship, 4),
        "delivery": round(result.delivery, 4),
        "kpis": {name: None if value is None else round(value, 6) for name, value in result.kpis},
        "answers": [list(pair) for pair in result.answered],
        "digest": result.digest,
    }


def _summary(batch: Batch) -> dict[str, object]:
    measured = {name: summary(_of(batch, name)) for name in ("score", "relationship", "delivery")}
    kpis = {name: summary(values) for name, values in _kpis(batch).items()}
    return {
        "seat": batch.seat.value,
        "bot": batch.bot,
        "plays": len(batch.results),
        **{name: _numbers(found) for name, found in measured.items()},
        "kpis": {name: _numbers(found) for name, found in kpis.items()},
        "endings": {name: round(share, 4) for name, share in endings(batch)},
        "digest": batch.digest,
    }


def _numbers(found: Summary) -> dict[str, float]:
    return {"mean": round(found.mean, 4), "half_interval": round(CONFIDENCE * found.error, 4), "plays": found.plays}


# ---- as a table ------------------------------------------------------------------------------------------------------


def show(scenario: Scenario, batches: Sequence[Batch], plays: int, seed: int, plain: bool) -> None:
    """The means of all batches with their 95 % intervals, the endings by share, the digests."""
    paper = make_paper(plain)
    sub = f"{plays} plays each, seeds {seed} to {seed + plays - 1}"
    paper.show(Title(f"{scenario.title} ({scenario.id})", sub), *scores(batches))
    for seat in KPIS:
        paper.show(*_kpi_table(batches, seat))
    paper.show(*_ending_table(scenario, batches))
    lines = tuple((batch.seat.value, batch.bot, batch.digest) for batch in batches)
    whole = digest_of([batch.digest for batch in batches])
    paper.show(Heading("Digests"), Table(("seat", "bot", "digest"), lines), Para(f"All plays: {whole}"))


def scores(batches: Sequence[Batch]) -> tuple[Block, ...]:
    """Score and meters, 0 to 100."""
    names = ("score", "relationship", "delivery")
    rows = tuple((b.seat.value, b.bot, *(_interval(_of(b, name), 1) for name in names)) for b in batches)
    head = ("seat", "bot", *names)
    return (Heading("Mean and 95 % interval, 0 to 100"), Table(head, rows, (2, 3, 4)))


def _kpi_table(batches: Sequence[Batch], seat: Seat) -> tuple[Block, ...]:
    names = KPIS[seat]
    rows = []
    for batch in batches:
        found = _kpis(batch)
        cells = [_interval(found[name], 1 if name == "satisfaction" else 2) for name in names]
        rows.append((batch.seat.value, batch.bot, *cells))
    side = "account manager" if seat is Seat.AM else "project manager"
    head = ("seat", "bot", *(LABELS[name].lower() for name in names))
    return (Heading(f"KPIs of the {side}", "shares, satisfaction in points"), Table(head, tuple(rows), (2, 3, 4, 5, 6)))


def _ending_table(scenario: Scenario, batches: Sequence[Batch]) -> tuple[Block, ...]:
    names = [each.id for each in scenario.endings]
    shares = [dict(endings(batch)) for batch in batches]
    names = [name for name in names if any(name in found for found in shares)]
    rows = tuple(
        (batch.seat.value, batch.bot, *(f"{100 * found.get(name, 0.0):.1f} %" for name in names))
        for batch, found in zip(batches, shares, strict=True)
    )
    right = tuple(range(2, 2 + len(names)))
    return (Heading("Endings by share"), Table(("seat", "bot", *names), rows, right))


def endings(batch: Batch) -> list[tuple[str, float]]:
    """How often each ending came, the most frequent first, then by name."""
    counts: dict[str, int] = {}
    for result in batch.results:
        counts[result.ending] = counts.get(result.ending, 0) + 1
    return sorted(((name, n / len(batch.results)) for name, n in counts.items()), key=lambda pair: (-pair[1], pair[0]))


def _of(batch: Batch, name: str) -> list[float]:
    return [float(getattr(result, name)) for result in batch.results]


def _kpis(batch: Batch) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for seat in KPIS for name in KPIS[seat]}
    for result in batch.results:
        for name, value in result.kpis:
            if value is not None:
                found[name].append(value)
    return found


def _interval(values: list[float], digits: int) -> str:
    if not values:
        return "—"
    found = summary(values)
    return f"{found.mean:.{digits}f} ± {CONFIDENCE * found.error:.{digits}f}"


def write(scenario: Scenario, batches: Sequence[Batch], plays: int, seed: int, as_json: bool, plain: bool) -> None:
    """The outcome on standard output."""
    if as_json:
        print_json(scenario, batches)
        sys.stdout.flush()
    else:
        show(scenario, batches, plays, seed, plain)
