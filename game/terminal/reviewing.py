"""`review`: what each decision of a finished play was worth, apart from luck."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.choices import Decision, Week
from game.insight.review.futures import Futures
from game.insight.review.whole import FULL, Effort, Review, Reviewed, work_out
from game.insight.skills import ENOUGH, Lived, Skill, skills
from game.insight.words.debrief.aftermath import Aftermath
from game.insight.words.debrief.answers import called, way_words
from game.insight.words.debrief.came_from import SPLIT, SPLIT_AGAINST, YARDSTICK_HEADS, YARDSTICKS
from game.insight.words.debrief.decision import decision_words
from game.insight.words.debrief.judged import (
    MOVES,
    MOVES_AGAINST,
    NUMBERS,
    NUMBERS_AS_LIVED,
    ReviewWords,
    final_score,
    review_words,
)
from game.insight.words.debrief.reviewed import MIDDLE
from game.insight.words.debrief.skills import skills_words
from game.insight.words.figures import capital, decimal, listed, whole
from game.insight.words.people import seat_name
from game.records.codec import load_scores
from game.records.desk import Desk
from game.records.files import write_file
from game.records.opening import open_store
from game.records.places import Places
from game.records.review_page import debrief_page
from game.records.reviewing import Reviewing
from game.records.rows import ENDED
from game.records.rows import Play as Record
from game.records.settings import load_settings
from game.records.trouble import StoreTrouble, reason
from game.terminal.blocks import Block, Fact, Facts, Heading, Para, Table, Title
from game.terminal.paper import tell
from game.terminal.processes import counted, in_order, pool
from game.terminal.safe import safe
from game.terminal.session import MODES, make_paper, now
from game.terminal.trouble import CannotRun
from game.terminal.which_play import SHORT_ID, finished, pick_finished, seat_of

EFFORT = FULL
Job = tuple[Play, Seat, bool, str, int, Effort]


@dataclass(frozen=True)
class Wish:
    """How the review is wanted: whole or one week of it (0: whole), as text, in a page of its own, as JSON."""

    seat: str = ""
    week: int = 0
    html: str = ""
    json: bool = False
    plain: bool = False


def show_review(places: Places, name: str, wish: Wish) -> None:
    """Review the play somebody means, or look closely at one week of it; without a name, list the plays there are.

    Raises CannotRun where there is nothing to review.
    """
    _refuse(wish.html)
    opened = open_store(places.plays, now())
    tell(opened.notes)
    paper = make_paper(wish.plain or load_settings(places.settings)[0].plain_text)
    try:
        plays = opened.store.plays()
        ended = [play for play in plays if play.status == ENDED]
        if not ended:
            raise CannotRun("No play has come to its end yet, so there is nothing to review.")
        if not name:
            paper.show(*_list(ended))
            return
        desk = finished(opened.store, places, pick_finished(plays, name))
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None
    whose = seat_of(desk, wish.seat)
    two_people = desk.record.mode == "two"
    if wish.week:
        _check_week(desk, whose, wish.week)
    found = work(desk, whose, EFFORT, _aloud if wish.plain else None)
    if wish.html:
        page = debrief_page(desk, found, review_words(desk.play, found, two_people), EFFORT)
        _write(Path(wish.html), page)
    if wish.json:
        print(json.dumps(_as_json(desk, found), ensure_ascii=False))
    elif wish.html:
        print(safe(f"Written: {wish.html}"))
    elif wish.week:
        paper.show(*closely(desk.play, found, wish.week, two_people, EFFORT))
    else:
        paper.show(*blocks(desk.play, found, two_people, EFFORT), _onward(desk, found))


def _aloud(sentence: str) -> None:
    tell([sentence])


def _onward(desk: Desk, found: Review) -> Block:
    """Where to look next: at the dearest answer, and at what else could have been."""
    name = desk.record.id[:SHORT_ID]
    dearest = max(found.decisions, key=lambda each: each.chosen.known.lost, default=None)
    closely = (
        "" if dearest is None else f"`overpromise review {name} --week {dearest.week}` looks at the dearest answer. "
    )
    return Para(f"{closely}`overpromise whatif {name}` tries another one.", quiet=True, apart=True)


def _refuse(target: str) -> None:
    """Say at once what would only come out after the work: that there is no such folder to write to."""
    path = Path(target)
    if target and (path.is_dir() or not path.parent.is_dir()):
        why = "it is a folder" if path.is_dir() else "its folder does not exist"
        raise CannotRun(f"{target} cannot be written, because {why}.")


def _write(path: Path, page: str) -> None:
    try:
        write_file(path, page.encode("utf-8"))
    except (OSError, ValueError) as error:
        why = "this cannot be a file’s name" if isinstance(error, ValueError) else reason(error)
        raise CannotRun(f"{path} was not written, because {why}.") from None


def work(desk: Desk, seat: Seat, effort: Effort, say: Callable[[str], None] | None = None) -> Review:
    """The review of a finished play: what is not kept with it yet is shared among processes, and kept then.

    What comes out does not depend on how many there are. A bar shows how far it is, or `say` is told at each quarter.
    Whoever interrupts it keeps what was there by then.
    """
    reviewing, play = Reviewing(desk, seat, effort), desk.play
    missing, two_people = reviewing.missing(), desk.record.mode == "two"
    jobs: list[Job] = [(play, seat, two_people, kind, week, effort) for kind, week in missing]
    with (
        counted("Playing it again", len(jobs), say) as one_more,
        pool(effort.options * len(jobs)) as workers,
        closing(in_order(workers, one_part, jobs)) as found,
    ):
        for name, each in zip(missing, found, strict=True):
            reviewing.add(name, each)
            one_more()
    return reviewing.finish()


def one_part(job: Job) -> Reviewed:
    """One part, wherever it is worked out."""
    play, seat, two_people, kind, week, effort = job
    return work_out(play, seat, two_people, kind, week, effort)


# ---- which play ------------------------------------------------------------------------------------------------------


def _list(finished: Sequence[Record]) -> tuple[Block, ...]:
    rows = tuple(
        (
            play.id[:SHORT_ID],
            play.title,
            MODES[play.mode][0],
            " and ".join(f"{score:.0f}" for score in load_scores(play.scores).values()),
            play.difficulty,
            play.created[:16].replace("T", " "),
            "" if play.recorded else "branch",
        )
        for play in finished
    )
    head = ("id", "scenario", "seat", "score", "difficulty", "begun", "")
    return Table(head, rows, (3,)), Para(f"`overpromise review {rows[0][0]}` reviews the first of them.", quiet=True)


def _check_week(desk: Desk, seat: Seat, week: int) -> None:
    asked = [lived.week for lived in desk.play.weeks if Week(Futures(desk.play, seat), lived.week).asked]
    if week not in asked:
        weeks = listed([str(each) for each in asked])
        raise CannotRun(f"Week {week} asked nothing that left a choice. There were such answers in week {weeks}.")


# ---- the review ------------------------------------------------------------------------------------------------------


def blocks(play: Play, found: Review, two_people: bool, effort: Effort) -> list[Block]:
    """Everything there is to say."""
    words = review_words(play, found, two_people)
    sub = f"{seat_name(found.seat)}, play number {play.seed}: {decimal(final_score(play, found.seat))} of 100"
    return [
        Title(f"{play.scenario.title}: the review", sub),
        *[Para(each) for each in words.summary],
        how(effort),
        *_answers(words),
        *skill_rows(play, found, two_people),
        *points(words),
        *moves(words),
        *numbers(words),
    ]


def how(effort: Effort) -> Para:
    """How the numbers of a review are found."""
    said = (
        f"Every option was tried in {effort.options} futures, the same ones for all, each played on sensibly to its "
        "end. Every score told is the final one to expect; what you could not know was guessed anew each time. "
        "After ± stands how far luck may have moved a number."
    )
    return Para(said, quiet=True)


def moves(words: ReviewWords) -> list[Block]:
    """What the moves of each responsibility brought."""
    rows = tuple(Fact(line.label, "", "", "plain", line.text) for line in words.moves)
    return [Heading(MOVES), Para(MOVES_AGAINST, quiet=True), Facts(rows)]


def numbers(words: ReviewWords) -> list[Block]:
    """What carried each KPI from its first value to its last."""
    rows = tuple(Fact(line.label, "", "", "plain", line.text) for line in words.kpis)
    return [Heading(NUMBERS), Para(NUMBERS_AS_LIVED, quiet=True), Facts(rows)]


def _answers(words: ReviewWords) -> list[Block]:
    if not words.answers:
        return []
    rows = [Fact(f"Week {each.week}", each.title, each.called, each.tone, each.text) for each in words.answers]
    return [Heading("Your answers", "what each was worth when it was given"), Facts(tuple(rows))]


def skill_rows(play: Play, found: Review, two_people: bool) -> list[Block]:
    """Which skills the answers drew on, and how good those answers were."""
    seven = skills(found.seat, (Lived(play.scenario, found.decisions),))
    words = skills_words(found.seat, seven, play, two_people)
    rows = [Fact(row.label, "", f"{row.asks} in this role", "plain", row.text) for row in words.rows]
    return [
        Heading("The skills your answers drew on", f"nothing is said on fewer than {ENOUGH} of them"),
        Para(words.summary),
        Facts(tuple(rows)),
    ]


def points(words: ReviewWords) -> list[Block]:
    """Where the points of the result came from, week by week."""
    whose = (words.colleague,) if words.colleague else ()
    head = ("", "your answers", "your moves", *whose, "luck", "result to expect")
    rows = tuple(
        (row.label, row.answers, row.moves, *((row.colleague,) if whose else ()), row.luck, row.then)
        for row in words.split
    )
    luck = [Fact(f"{row.label}: luck {row.luck}", "", "", "plain", row.about) for row in words.split if row.about]
    told: list[Block] = [Heading("Where the points came from"), Table(head, rows, tuple(range(1, len(head))))]
    told += [Facts(tuple(luck)), Para(f"{SPLIT} {SPLIT_AGAINST}", quiet=True)]
    sticks = tuple([(each.label, each.yours, each.usual, each.between) for each in words.yardsticks])
    if sticks:
        told += [Heading("And the verdicts"), Table(YARDSTICK_HEADS, sticks, (1, 2, 3)), Para(YARDSTICKS, quiet=True)]
    return told


# ---- one week of it --------------------------------------------------------------------------------------------------


def closely(play: Play, found: Review, week: int, two_people: bool, effort: Effort) -> list[Block]:
    """Each answer of one week: what every option was worth, what was known and true, and what came of it."""
    after = Aftermath(play, found.seat)
    shown: list[Block] = [Title(f"{play.scenario.title}: week {week}", seat_name(found.seat))]
    for judged in found.decisions:
        if judged.week == week:
            shown += _closely(play, found.seat, judged, two_people, after)
    how = (
        f"Final scores over {effort.options} futures, the same ones for every option, by what could be known. "
        f"Half of them: {MIDDLE}."
    )
    return [*shown, Para(how, quiet=True, apart=True)]


def _closely(play: Play, seat: Seat, judged: Decision, two_people: bool, after: Aftermath) -> list[Block]:
    title = play.scenario.events[play.scenario.event_index[judged.event]].title
    told = looked_at(play, seat, judged, two_people, after)
    return [Heading(title, f"your answer was {called(judged.chosen.known)}"), _options(play, judged), told]


def looked_at(play: Play, seat: Seat, judged: Decision, two_people: bool, after: Aftermath) -> Facts:
    """What was known and what was true when an answer was given, what came of it, and what another would have."""
    words = decision_words(play, seat, judged, two_people, after)
    told = [("What you knew", words.known_then), ("What was true", words.true_then)]
    rows = [Fact(label, "", "", "plain", " ".join(texts)) for label, texts in told if texts]
    rows += [Fact(f"Week {each.week}", "", "", "plain", each.text) for each in words.happened_next]
    rows += [Fact("In all", "", "", "plain", words.brought)] if words.brought else []
    rows += [Fact("Otherwise", "", "", "plain", words.undone)] if words.undone else []
    return Facts(tuple(rows))


def _options(play: Play, judged: Decision) -> Table:
    """Every option with the score it led to, and between which scores half of its futures ended."""
    rows: list[tuple[str, ...]] = []
    for option in sorted(judged.options, key=lambda each: -each.known.score):
        spread = option.known.spread
        half = f"{whole(spread[1])} to {whole(spread[3])}" if spread else ""
        mine = "your answer" if option.path == judged.taken else ""
        rows.append((decimal(option.known.score), half, capital(way_words(play.scenario, judged, option)), mine))
    return Table(("leads to", "half of them", "option", ""), tuple(rows), (0, 1))


def _as_json(desk: Desk, found: Review) -> dict[str, object]:
    play = desk.play
    return {
        "play": desk.record.id,
        "scenario": play.scenario.id,
        "seed": play.seed,
        "difficulty": play.difficulty,
        "score": round(final_score(play, found.seat), 4),
        **asdict(found),
        "seat": found.seat.value,
        "skills": [_skill_as_json(each) for each in skills(found.seat, (Lived(play.scenario, found.decisions),))],
    }


def _skill_as_json(skill: Skill) -> dict[str, object]:
    return {
        "name": skill.name,
        "asked": skill.asks,
        "answers": len(skill.exercised),
        "fine": skill.fine,
        "passed_by": len(skill.passed),
        "lost": asdict(skill.lost) if skill.known else None,
    }
