"""`review`: what each decision of a finished play was worth, apart from luck."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from game.engine.model import Seat
from game.engine.play import Play
from game.insight.review.whole import FULL, Effort, Review, Reviewed, work_out
from game.insight.words.figures import decimal
from game.insight.words.judged import ReviewWords, final_score, review_words
from game.insight.words.people import seat_name
from game.records.codec import load_scores
from game.records.desk import Desk, Refused
from game.records.files import write_file
from game.records.opening import open_store
from game.records.places import Places
from game.records.reopening import resume
from game.records.review_page import debrief_page
from game.records.reviewing import Reviewing
from game.records.rows import ENDED
from game.records.rows import Play as Record
from game.records.settings import load_settings
from game.records.store import Store
from game.records.trouble import StoreTrouble, reason
from game.terminal.blocks import Block, Fact, Facts, Heading, Para, Table, Title
from game.terminal.host import MODES
from game.terminal.paper import tell
from game.terminal.processes import in_order, pool, progress
from game.terminal.safe import safe
from game.terminal.session import make_paper, now
from game.terminal.stories import texts
from game.terminal.trouble import CannotRun
from game.terminal.which_play import SHORT_ID, pick

EFFORT = FULL
Job = tuple[Play, Seat, bool, str, int, Effort]


@dataclass(frozen=True)
class Wish:
    """How the review is wanted: as text, in a page of its own, as JSON."""

    seat: str = ""
    html: str = ""
    json: bool = False
    plain: bool = False


def show_review(places: Places, name: str, wish: Wish) -> None:
    """Review the play somebody means; without a name, list the plays there are. Raises CannotRun for none."""
    _refuse(wish.html)
    opened = open_store(places.plays, now())
    tell(opened.notes)
    paper = make_paper(wish.plain or load_settings(places.settings)[0].plain_text)
    try:
        finished = [play for play in opened.store.plays() if play.status == ENDED]
        if not finished:
            raise CannotRun("No play has come to its end yet, so there is nothing to review.")
        if not name:
            paper.show(*_list(finished))
            return
        desk = _reopened(opened.store, places, pick(finished, name))
    except StoreTrouble as trouble:
        raise CannotRun(str(trouble)) from None
    whose = _seat(desk, wish.seat)
    two_people = desk.record.mode == "two"
    found = work(desk, whose, EFFORT)
    if wish.html:
        page = debrief_page(desk, found, review_words(desk.play, found, two_people), EFFORT)
        _write(Path(wish.html), page)
    if wish.json:
        print(json.dumps(_as_json(desk, found), ensure_ascii=False))
    elif wish.html:
        print(safe(f"Written: {wish.html}"))
    else:
        paper.show(*blocks(desk.play, found, two_people, EFFORT))


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


def work(desk: Desk, seat: Seat, effort: Effort) -> Review:
    """The review of a finished play: what is not kept with it yet is shared among processes, and kept then.

    What comes out does not depend on how many there are.
    """
    reviewing, play = Reviewing(desk, seat, effort), desk.play
    missing, two_people = reviewing.missing(), desk.record.mode == "two"
    jobs: list[Job] = [(play, seat, two_people, kind, week, effort) for kind, week in missing]
    with progress() as bar, pool(effort.options * len(jobs)) as workers:
        task = bar.add_task("Playing it again", total=len(jobs))
        for name, each in zip(missing, in_order(workers, one_part, jobs), strict=True):
            reviewing.add(name, each)
            bar.advance(task)
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


def _reopened(store: Store, places: Places, record: Record) -> Desk:
    try:
        desk = resume(store, record.id, now, texts(places))
    except Refused as trouble:
        raise CannotRun(str(trouble)) from None
    if desk.outcome is None:
        raise CannotRun(" ".join(desk.take_notes()) or f"“{record.title}” has not come to its end.")
    return desk


def _seat(desk: Desk, asked: str) -> Seat:
    if not asked:
        return desk.humans[0]
    seat = Seat(asked)
    if seat not in desk.humans:
        raise CannotRun(f"This play was played as {' and '.join(seat_name(each) for each in desk.humans)}.")
    return seat


# ---- the review ------------------------------------------------------------------------------------------------------


def blocks(play: Play, found: Review, two_people: bool, effort: Effort) -> list[Block]:
    """Everything there is to say."""
    words = review_words(play, found, two_people)
    sub = f"{seat_name(found.seat)}, seed {play.seed}: {decimal(final_score(play, found.seat))} of 100"
    how = (
        f"Every option was tried in {effort.options} futures, the same ones for all, each played on sensibly to its "
        "end. “Promised” is the final score to expect; what you could not know was guessed anew each time. "
        "After ± stands how far luck may have moved a number."
    )
    return [
        Title(f"{play.scenario.title}: the review", sub),
        *[Para(each) for each in words.summary],
        Para(how, quiet=True),
        *_answers(words),
        *_split(words),
        Heading("What your moves brought", "points of the final score, against making none"),
        Facts(tuple(Fact(line.label, "", "", "plain", line.text) for line in words.moves)),
        Heading("What carried your numbers", "points of each, 0 to 100, cause by cause"),
        Facts(tuple(Fact(line.label, "", "", "plain", line.text) for line in words.kpis)),
    ]


def _answers(words: ReviewWords) -> list[Block]:
    if not words.answers:
        return []
    rows = [Fact(f"Week {each.week}", each.title, each.grade, each.tone, each.text) for each in words.answers]
    return [Heading("Your answers", "what each was worth when it was given"), Facts(tuple(rows))]


def _split(words: ReviewWords) -> list[Block]:
    whose = (words.colleague,) if words.colleague else ()
    head = ("", "you", *whose, "luck", "result to expect")
    rows = tuple(
        (row.label, row.player, *((row.colleague,) if whose else ()), row.luck, row.then) for row in words.split
    )
    return [Heading("Where the points came from"), Table(head, rows, tuple(range(1, len(head))))]


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
    }
