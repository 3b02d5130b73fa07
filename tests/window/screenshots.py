"""Pictures of every screen, without a window: `python tests/window/screenshots.py FOLDER`.

Every screen at 1280x720 and 1920x1080, at 100 % and 200 % text, light, dark and high contrast; `--only NAME...` picks
some of them, `--quick` the smallest size at 100 % in the light. `--audit` draws nothing and prints what is wrong.
`--readme` draws the six pictures of the README into assets/screenshots instead.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.engine.model import Seat
from game.insight.bots import bot_luck, choose
from game.insight.review.whole import Effort, Review, review
from game.insight.words.recap import recap
from game.records.carrying import Moved, carry_over
from game.records.desk import Desk, begin
from game.records.opening import memory_store
from game.records.reflections import Reflection, TurningPoint, keep_reflection
from game.scenario.library import Entry, find, library
from game.scenario.load import Loaded, load_text
from game.window.bench import Bench, Tried
from game.window.debrief.steps import HAPPENED, KEPT, TAKEN, WORTH
from game.window.house import House
from game.window.kit import DARK, HIGH_CONTRAST, LIGHT, THEMES, Appearance, Session, Theme, Ui
from game.window.reviews import Reviews
from game.window.routes import (
    GoBeside,
    GoBriefing,
    GoDebrief,
    GoEnding,
    GoHandover,
    GoHelp,
    GoHistory,
    GoLibrary,
    GoPause,
    GoRecap,
    GoReview,
    GoSettings,
    GoWeek,
    NewPlay,
    Route,
)
from game.window.shell import Shell

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((1280, 720), (1920, 1080))
STORY, SEED = "scope_creep", 7
BROKEN = """format: 1
title: The lift that was nearly finished
sumary: A block of flats, a lift, a landlord who counts stairs.
setting: construction
challenge: scope crepe
weeks: 8
"""
LITTLE = Effort(options=2, with_truth=1, moves=1, stations=2)  # enough to see how a review looks
Presses = tuple[str, ...]
Place = Route | Callable[[], Shell]  # where a screen is: a route, or a shell of its own


# ---- playing without a player


def desk_of(house: House, name: str = STORY, mode: str = "pm", seed: int = SEED) -> Desk:
    """A new play at a desk."""
    loaded = read(name)
    assert loaded.scenario is not None
    return begin(house.store, loaded.scenario, loaded.text, mode, seed, "normal", house.clock)


def answer_all(desk: Desk, style: str = "balanced") -> None:
    """Draft everything a person of this style would decide this week."""
    for seat in desk.humans:
        luck = bot_luck(desk.play.seed, seat, desk.week)
        wanted = choose(style, desk.scenario, desk.state, seat, luck)
        for answer in wanted.answers:
            for length in range(1, len(answer.path) + 1):
                desk.answer(answer.event, answer.path[:length])
        desk.set_moves(seat, wanted.moves)


def play_on(desk: Desk, weeks: int = 99, style: str = "balanced") -> Desk:
    """Live some weeks, or all that are left."""
    for _ in range(weeks):
        if desk.outcome is not None:
            break
        answer_all(desk, style)
        desk.start_week()
    return desk


def reviewed(desk: Desk, effort: Effort) -> Review:
    """The review of a play, from as few futures as will do."""
    steps = review(desk.play, desk.humans[0], len(desk.humans) > 1, effort)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            found: Review = ended.value
            return found


@functools.cache
def read(name: str) -> Loaded:
    """A shipped story, read once."""
    return find(name)


@functools.cache
def shipped() -> tuple[Entry, ...]:
    """The shipped stories, read once."""
    return tuple(library())


def new_house(*folders: Path) -> House:
    """A house in memory whose clock goes on a day now and then; folders of one's own are read when it is shown."""
    ticks = itertools.count()
    begun = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    return House(
        memory_store(),
        library=folders,
        clock=lambda: begun + timedelta(days=next(ticks) // 40),
        seed=lambda: SEED,
        entries=() if any(folder.is_dir() for folder in folders) else shipped(),
    )


def busy_house(folder: Path) -> House:
    """A house in which things happened: plays under way and ended, a branch, a broken file of one's own."""
    (folder / "the_lift.yaml").write_text(BROKEN, encoding="utf-8")
    house = new_house(folder)
    play_on(desk_of(house, "first_monday", "am"))
    play_on(desk_of(house, STORY, "am"))
    done = play_on(desk_of(house, STORY, "pm"))
    play_on(done.step_back(4), 2)
    play_on(desk_of(house, "demanding_client", "both"), 3)
    house.notices = ("The file with your plays was damaged. Week 3 of one play could not be read; the rest was kept.",)
    return house


# ---- every screen


def screens(folder: Path) -> Iterator[tuple[str, House, Place, Presses]]:
    """Name, house, route, and what is pressed before the picture is taken."""
    house = new_house(folder / "scenarios")
    busy = busy_house(folder)
    begun = {mode: desk_of(house, STORY, mode) for mode in ("am", "pm", "both", "two")}
    middle = {mode: play_on(desk_of(house, STORY, mode), 3) for mode in ("am", "pm", "both")}
    ready = play_on(desk_of(house), 3)
    answer_all(ready)
    done = {mode: play_on(desk_of(house, STORY, mode)) for mode in ("am", "pm", "both", "two")}
    story = read(STORY)
    assert story.scenario is not None
    new = NewPlay(story.scenario, story.text)
    yield "library", new_house(folder / "scenarios"), GoLibrary(), ()
    yield "library_busy", busy, GoLibrary(), ()
    yield "briefing", house, GoBriefing(new), ("seat/pm",)
    yield "briefing_two", house, GoBriefing(new), ("seat/two",)
    yield "briefing_again", house, GoBriefing(middle["pm"]), ()
    yield "week_first", house, GoWeek(begun["pm"]), ()
    for mode, desk in middle.items():
        yield f"week_{mode}", house, GoWeek(desk), ()
    yield "week_picker", house, GoWeek(middle["pm"]), ("move/0",)
    yield "week_kpi", house, GoWeek(middle["pm"]), ("kpi/on_time",)
    yield "week_ready", house, GoWeek(ready), ()
    yield "handover", house, GoHandover(begun["two"], Seat.PM), ()
    for mode, desk in middle.items():
        yield f"recap_{mode}", house, GoRecap(desk, 3), ()
    opens = next(line for line in recap(middle["am"].play, 3, Seat.AM).lines if line.delta)
    yield "recap_cause", house, GoRecap(middle["am"], 3), (f"line/{opens.quantity}",)
    yield "recap_meter", house, GoRecap(middle["both"], 3), ("meter/delivery",)
    yield "recap_meters", house, GoRecap(middle["both"], 3), ("meter/both",)
    yield "recap_number", house, GoRecap(middle["both"], 3), ("meter/both", "meter/satisfaction")
    for mode, desk in done.items():
        yield f"ending_{mode}", house, GoEnding(desk), ()
    yield "ending_early", house, GoEnding(early_end(house)), ()
    yield from review_screens(house)
    yield from debrief_screens(done["pm"])
    yield "history", house, GoHistory(middle["pm"], 3), ()
    yield "history_back", house, GoHistory(middle["pm"], 2), ("step_back",)
    yield "history_ledger", house, GoHistory(middle["am"], 3), ("full",)
    yield "pause", house, GoPause(middle["am"]), ()
    for tab in ("look", "sound", "keys", "play"):
        yield f"settings_{tab}", house, GoSettings(GoLibrary()), (f"tab/{tab}",)
    for tab in ("week", "keys", "words"):
        yield f"help_{tab}", house, GoHelp(GoLibrary()), (f"tab/{tab}",)
    yield from bench_screens(house, middle["pm"], folder)


def review_screens(house: House) -> Iterator[tuple[str, House, Place, Presses]]:
    """The reviews of a long careless play and of a short one in both seats."""
    careless = play_on(desk_of(house, STORY, "pm"), style="careless")
    long = GoReview(careless, Seat.PM, reviewed(careless, LITTLE), turned=(2, 6))
    small = play_on(desk_of(house, "first_monday", "both"), style="careless")
    short = GoReview(small, Seat.BOTH, reviewed(small, Effort(16, 4, 4, 16)))
    yield "review", house, long, ()
    yield "review_both", house, short, ()
    yield "review_what_if", house, functools.partial(few_futures, house, short), ("option/1",)
    branch = play_on(careless.step_back(6))
    for part in ("moves", "numbers", "skills", "points", "beside"):
        yield f"review_{part}", house, long, (f"part/{part}",)
    yield "beside", house, GoBeside(careless, branch, Seat.PM, long), ()


def few_futures(house: House, to: GoReview) -> Shell:
    """A review that tries another option in so few futures that it is done at once."""
    shell = Shell(house, to)
    vars(shell.inner)["futures"] = 3
    return shell


def debrief_screens(desk: Desk) -> Iterator[tuple[str, House, Place, Presses]]:
    """The steps of a look back, before and after something was written; the review among them is worked out fast."""
    house = new_house()
    house.store, house.reviews = desk.store, Reviews(Effort(options=2, with_truth=1, moves=1, stations=1))
    first, last = desk.history[3], desk.history[-2]
    wrote = Reflection(
        (
            TurningPoint(4, first.decisions.pm.answers[0].event, "I gave the days away before I had asked what for."),
            TurningPoint(last.week, "", "By then there was nothing left to trade."),
        ),
        keep="Saying the date with a number next to it, in week 3, before anybody had asked me for one.",
        change="I would have priced the second list like the first. Dana minded hearing it late, never the price.",
        rule="A small favour without a price is a price list.",
    )
    yield "debrief_meant", house, GoDebrief(desk, Seat.PM), ()
    yield "debrief_empty", house, GoDebrief(desk, Seat.PM, HAPPENED), ()
    keep_reflection(desk.store, desk.record, Seat.PM, wrote)
    yield "debrief_happened", house, GoDebrief(desk, Seat.PM, HAPPENED), ()
    yield "debrief_waiting", house, GoDebrief(desk, Seat.PM, WORTH), ()
    while house.reviews.work(desk):
        pass
    yield "debrief_kept", house, GoDebrief(desk, Seat.PM, KEPT), ()
    yield "debrief_taken", house, GoDebrief(desk, Seat.PM, TAKEN), ()


def bench_screens(house: House, desk: Desk, folder: Path) -> Iterator[tuple[str, House, Place, Presses]]:
    """The author's bench: after a save, with mistakes, with a play that no longer fits, and the inspector."""
    text, path = desk.text.body, folder / f"{STORY}.yaml"
    path.write_text(text, encoding="utf-8")
    taken = desk.history[1].decisions.pm.answers[0].path[0]
    harder = text.replace("Dana Whitfield", "Dana Whitlock").replace("trust: 52", "trust: 44")
    moved = saved(desk, harder)
    misfit = saved(desk, text.replace(f"      {taken}:", f"      {taken}_now:"))
    broken = text.replace("challenge: scope creep", "challenge: scope crepe").replace("asks: pm", "askes: pm", 3)
    findings = load_text(broken, path.name).problems

    def bench(**stands: object) -> Bench:
        made = Bench(house, Tried(path, desk.scenario, text, stands.pop("findings", ()), broken), GoWeek(desk))
        vars(made).update(stands)
        return made

    after = functools.partial(bench, moved=moved, saved_at="14:03:12")
    yield "bench_saved", house, after, ()
    yield "bench_report", house, after, ("bench/report",)
    yield "bench_findings", house, functools.partial(bench, findings=findings), ()
    yield "bench_misfit", house, functools.partial(bench, misfit=misfit, shown="misfit"), ()
    small = play_on(desk_of(house, "first_monday", "pm"), 2)  # its pages are short: they are looked at often
    house.seen.add(f"{small.record.id}/unguided")
    inside = functools.partial(Bench, house, Tried(path, small.scenario, small.text.body), GoWeek(small))
    for tab in ("numbers", "events", "choices", "luck"):
        yield f"inspector_{tab}", house, inside, ("bench/inspect", f"inspector/{tab}")
    yield "inspector_ledger", house, inside, ("bench/inspect", f"number/{small.scenario.people[0].id}.satisfaction")


def saved(desk: Desk, text: str) -> Moved:
    """What a save of this text does to a play."""
    scenario = load_text(text, STORY).scenario
    assert scenario is not None
    return carry_over(desk, scenario, text, lambda: datetime(2026, 3, 2, 14, 3, 12, tzinfo=UTC))


def early_end(house: House) -> Desk:
    """A play that ended before its time: the first of some careless ones."""
    plays = (play_on(desk_of(house, "demanding_client", "both", seed), style="careless") for seed in range(1, 20))
    return next(desk for desk in plays if desk.outcome is not None and desk.outcome.early)


def session(house: House, place: Place, size: tuple[int, int], look: Appearance, presses: Presses = ()) -> Session:
    """A screen as it stands after a second, with these widgets pressed. The house is told how it looks."""
    house.settings = replace(house.settings, theme=look.theme.name, text_scale=look.text_scale)
    shell = Shell(house, place) if isinstance(place, Route) else place()
    playing = Session(shell, Ui(pygame.Surface(size)), look)
    for now in (0, 500, 1_000):
        playing.tick(now)
    for id in presses:
        playing.press(id)
    for now in (1_500, 3_000):
        playing.tick(now)
    return playing


def looks(quick: bool) -> Iterator[tuple[str, tuple[int, int], Appearance]]:
    """What the pictures differ in."""
    if quick:
        yield "", SIZES[0], Appearance()
        return
    for theme in THEMES:
        for size in SIZES:
            for text in (1.0, 2.0):
                name = f"_{size[1]}_{text * 100:.0f}_{theme.name.replace(' ', '_')}"
                yield name, size, Appearance(theme, 1.0, text)


# ---- the pictures


def draw(folder: Path, only: list[str], quick: bool) -> None:
    """One picture a screen and look."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, house, route, presses in shown(only):
        for suffix, size, look in looks(quick):
            playing = session(house, route, size, look, presses)
            playing.ui.draw()
            pygame.image.save(playing.ui.painter.surface, folder / f"{name}{suffix}.png")


def audit(only: list[str], quick: bool) -> int:
    """Prints what is wrong; the number of findings."""
    count = 0
    for name, house, route, presses in shown(only):
        for suffix, size, look in looks(quick):
            contrast = 7.0 if look.theme is HIGH_CONTRAST else 4.5
            for finding in session(house, route, size, look, presses).ui.audit(contrast):
                count += 1
                print(f"{name}{suffix}: {finding}")
    return count


def shown(only: list[str]) -> Iterator[tuple[str, House, Place, Presses]]:
    with tempfile.TemporaryDirectory() as folder:
        for screen in screens(Path(folder)):
            if not only or screen[0] in only:
                yield screen


def fullest_recap(house: House) -> GoRecap:
    """The week of a play that has most to tell: numbers that moved, and what they come from."""
    play = play_on(desk_of(house), 9).play

    def tells(week: int) -> int:
        return sum(bool(line.delta) + 2 * bool(line.origin) for line in recap(play, week, Seat.PM).lines)

    week = max(range(1, len(play.weeks) + 1), key=tells)
    return GoRecap(play_on(desk_of(house), week), week)


def readme(folder: Path) -> None:
    """The six pictures of the README; the review is a true one, and takes its time."""
    folder.mkdir(parents=True, exist_ok=True)
    house, lived_in = new_house(), new_house()
    play_on(desk_of(lived_in, "first_monday", "am"))
    play_on(desk_of(lived_in, "upsell_opportunity", "am"))
    play_on(desk_of(lived_in), 3)
    eager = play_on(desk_of(house), style="people-pleaser")
    review_of = GoReview(eager, Seat.PM, reviewed(eager, Effort(moves=4, stations=60)), turned=(3, 8))
    wanted: dict[str, tuple[House, Route, Theme]] = {
        "week_pm": (house, GoWeek(play_on(desk_of(house), 3)), LIGHT),
        "week_am": (house, GoWeek(play_on(desk_of(house, STORY, "am"), 3)), DARK),
        "recap": (house, fullest_recap(house), LIGHT),
        "ending": (house, GoEnding(play_on(desk_of(house))), LIGHT),
        "review": (house, review_of, LIGHT),
        "library": (lived_in, GoLibrary(), LIGHT),
    }
    for name, (home, route, theme) in wanted.items():
        playing = session(home, route, SIZES[0], Appearance(theme))
        playing.ui.draw()
        pygame.image.save(playing.ui.painter.surface, folder / f"{name}.png")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Pictures of every screen.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--audit", action="store_true")
    parser.add_argument("--readme", action="store_true")
    chosen = parser.parse_args(arguments)
    pygame.display.init()
    if chosen.audit:
        return 1 if audit(chosen.only, chosen.quick) else 0
    if chosen.readme:
        readme(ROOT / "assets" / "screenshots")
    elif chosen.folder is None:
        parser.error("name a folder for the pictures")
    else:
        draw(chosen.folder, chosen.only, chosen.quick)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
