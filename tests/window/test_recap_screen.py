"""The recap: what happened, why, and on to the next week; nothing of it is the other one's business."""

from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pygame

from game.engine.model import Seat
from game.insight.words.ledger import explain
from game.window.handover import HandoverScreen
from game.window.kit import Appearance, Session, Ui
from game.window.panels.messages import Close, Start
from game.window.recap import RecapScreen
from game.window.routes import GoEnding, GoHandover, GoRecap, GoWeek

SHOTS = SimpleNamespace(**run_path(str(Path(__file__).with_name("screenshots.py"))))


def lived(mode: str = "pm", weeks: int = 3, story: str = "scope_creep"):
    return SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), story, mode), weeks)


def at(desk, week: int, seat: Seat | None = None) -> Session:
    pygame.display.init()
    session = Session(RecapScreen(SHOTS.new_house(), desk, week, seat), Ui(pygame.Surface((1280, 720))), Appearance())
    for now in (0, 1_000, 2_000):
        session.tick(now)
    return session


def words(session: Session) -> str:
    return " | ".join(text for text, _ in session.ui.texts())


def test_it_says_the_headline_and_every_line():
    session = at(lived(), 3)
    told = session.screen.told
    assert told.headline in words(session)
    for line in told.lines:
        assert line.rest in words(session)


def test_a_number_opens_rows_that_come_to_what_it_says():
    session = at(lived(), 3)
    line = next(each for each in session.screen.told.lines if each.delta)
    session.press(f"line/{line.quantity}")
    told = explain(session.screen.desk.play, 3, line.quantity, Seat.PM)
    assert told.title in words(session)
    assert words(session).count(told.text_change) >= 2  # on the button, and together
    session.answer(session.screen.on_message(Close()))
    assert session.ui.focus == f"line/{line.quantity}"


def test_it_leads_to_the_next_week_and_at_last_to_the_ending():
    desk = lived()
    assert at(desk, 3).screen.on_message(Start()) == GoWeek(desk, Seat.PM)
    over = lived(weeks=99)
    assert at(over, len(over.history)).screen.on_message(Start()) == GoEnding(over)


def test_two_people_each_read_their_own():
    desk = lived("two", 2)
    second = at(desk, 2, Seat.PM)
    assert second.screen.on_message(Start()) == GoHandover(desk, Seat.AM, GoRecap(desk, 2, Seat.AM))
    assert at(desk, 2, Seat.AM).screen.on_message(Start()) == GoWeek(desk, Seat.AM)


def test_one_person_in_both_chairs_reads_where_they_pull():
    assert "Between your two chairs" in words(at(lived("both"), 3))
    assert "Meanwhile" not in words(at(lived("both"), 3))


def test_a_handover_shows_nothing_of_the_play():
    desk = lived("two", 2)
    screen = HandoverScreen(SHOTS.new_house(), desk, Seat.AM, GoRecap(desk, 2, Seat.AM))
    session = Session(screen, Ui(pygame.Surface((1280, 720))), Appearance())
    said = words(session)
    assert not any(letter.isdigit() for letter in said)
    assert [widget.id for widget in session.ui.widgets()] == ["here"]
    assert screen.on_message(Start()) == GoRecap(desk, 2, Seat.AM)
