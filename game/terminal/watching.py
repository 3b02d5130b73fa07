"""A bot plays, and the story is told week by week."""

from __future__ import annotations

from game.engine.model import Scenario, Seat
from game.insight.bots import bot_luck
from game.insight.lookahead import decide_as
from game.insight.words.fill import substitute
from game.insight.words.moves import move_words
from game.insight.words.people import seat_name
from game.records.desk import Desk, begin
from game.records.opening import memory_store
from game.terminal import inbox, telling
from game.terminal.blocks import Heading, Para, Speech, Title
from game.terminal.closing import ended
from game.terminal.paper import Paper
from game.terminal.session import now
from game.terminal.turn import briefing


def watch(paper: Paper, scenario: Scenario, text: str, mode: str, seed: int, difficulty: str, bot: str) -> None:
    """Tell a whole play by a bot in one seat. Nothing of it is kept."""
    desk = begin(memory_store(), scenario, text, mode, seed, difficulty, now)
    seat = desk.humans[0]
    paper.show(*briefing(desk, seat))
    who = "Both seats are" if seat is Seat.BOTH else f"The {seat_name(seat)} is"
    paper.show(Para(f"{who} played by the bot “{bot}”, with seed {seed}. Nothing of it is kept.", quiet=True))
    while desk.outcome is None:
        _week(paper, desk, seat, bot)
    paper.show(*ended(desk.play, (seat,), branch=False))


def _week(paper: Paper, desk: Desk, seat: Seat, bot: str) -> None:
    week, view = desk.week, desk.view(seat)
    decided = decide_as(bot, desk.scenario, desk.state, seat, bot_luck(desk.play.seed, seat, week))
    paper.show(Title(f"Week {week} of {desk.scenario.weeks}"))
    events = desk.legal(seat).events
    for number, event in enumerate(events, 1):
        intro = inbox.introduction(desk.play, view, event)
        place = f"{number} of {len(events)}" if len(events) > 1 else ""
        paper.show(inbox.letter(view, event, place), *([Para(intro, quiet=True)] if intro else []))
        path = next((answer.path for answer in decided.answers if answer.event == event.id), ())
        if not path:
            paper.show(Para("Nobody answers.", indent=1))
            continue
        desk.answer(event.id, path)
        for step, said in enumerate(desk.exchanges(event.id)):
            paper.show(*([inbox.asked_on(view, said.question)] if step else []))
            answer = Speech("Answer", substitute(said.choice.text, desk.scenario, week))
            paper.show(answer, *inbox.replies(view, desk.play.luck, said))
    if not events:
        paper.show(Para("Nobody wants anything this week."))
    desk.set_moves(seat, decided.moves)
    moves = [move_words(view, move).label for move in decided.moves]
    paper.show(Heading("Moves"), Para("; ".join(moves) + "." if moves else "None.", indent=1))
    desk.start_week()
    paper.show(*telling.told(desk.play, week, seat, human_colleague=False))
