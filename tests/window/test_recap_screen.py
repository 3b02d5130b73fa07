"""The recap: what happened, why, and on to the next week; nothing of it is the other one's business."""

import pygame
import pytest

from game.engine.model import KPIS, Seat
from game.insight.words.cards import meters
from game.insight.words.figures import signed
from game.insight.words.ledger import explain, lines
from game.insight.words.moved import meter_explained
from game.insight.words.people import as_known
from game.insight.words.points import behind, points_moved
from game.window.handover import HandoverScreen
from game.window.kit import Appearance, Session, Ui
from game.window.ledger_view import Book, by_cause, by_number
from game.window.panels.messages import Close, Open, Start
from game.window.recap import RecapScreen
from game.window.routes import GoEnding, GoHandover, GoHistory, GoRecap, GoWeek
from tests.window import screenshots as SHOTS  # noqa: N812


def lived(mode: str = "pm", weeks: int = 3, story: str = "scope_creep"):
    return SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), story, mode), weeks)


def at(desk, week: int, seat: Seat | None = None, size: tuple[int, int] = (1280, 720)) -> Session:
    pygame.display.init()
    session = Session(RecapScreen(SHOTS.new_house(), desk, week, seat), Ui(pygame.Surface(size)), Appearance())
    for now in (0, 1_000, 2_000):
        session.tick(now)
    return session


def words(session: Session) -> str:
    return " | ".join(text for text, _ in session.ui.texts())


def everything(session: Session) -> str:
    found = []
    for _ in range(4):
        found.append(words(session))
        session.ui.command("page_down")
    session.ui.command("home")
    return " | ".join(found)


def key(session: Session, code: int) -> None:
    session.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))


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


def test_the_ledger_finds_the_money_by_its_budget_and_a_fact_by_what_it_says():
    desk = lived()
    told = lines(desk.play, 1, Seat.PM)
    for search in ("budget", next(each.fact for each in told if each.fact)):
        for rows in (by_number, by_cause):
            assert rows(desk.scenario, Book(1, told, "number", search))


def test_a_meter_opened_tells_each_number_that_reads_otherwise_from_what_to_what():
    session = at(lived(story="first_monday", weeks=1), 1)
    session.answer(session.screen.on_message(Open("meter", name="delivery")))
    opened = meter_explained(session.screen.desk.play, 1, Seat.PM, "delivery")
    budget = next(row for row in opened.rows if row.name == "budget")
    assert not budget.amount  # worth all points before and after
    assert budget.was != budget.now
    assert f"{budget.was}, now {budget.now}" in words(session)


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


def test_the_other_sides_number_says_how_old_it_is_and_no_change():
    session = at(lived(), 3)
    meter = next(each for each in session.screen.told.meters if not each.live)
    button = next(each for each in session.ui.widgets() if each.id == f"meter/{meter.name}")
    assert button.label == f"{meter.label} {meter.shown}, {as_known(meter.as_of)}"
    session.press(button.id)
    assert "has not told you yet" in words(session)


def test_a_meter_shows_the_change_that_its_numbers_come_to_when_it_opens():
    """A 66.3 that becomes a 66.6 has gained 0.3, though 66 became 67."""
    desk, small = lived(weeks=9), 0
    for week in range(1, 10):
        told = next(meter for meter in at(desk, week).screen.told.meters if meter.live)
        opened = meter_explained(desk.play, week, Seat.PM, told.name)
        button = next(each for each in at(desk, week).ui.widgets() if each.id == f"meter/{told.name}")
        value, change = button.label.removeprefix(f"{told.label} ").split(", ")
        came_to = sum(row.change for row in opened.rows)
        assert change == signed(came_to)
        assert not opened.exact or opened.exact.endswith(f" {value} now.")
        small += 0.0 < abs(came_to) < 1.0
    assert small


def test_it_opens_at_its_top_also_where_the_week_was_scrolled():
    house, desk = SHOTS.new_house(), lived(weeks=2)
    SHOTS.answer_all(desk)
    session = SHOTS.session(house, GoWeek(desk), (1280, 720), Appearance(text_scale=2.0))
    session.screen.inner.week.guide_end()
    session.ui.set_focus("start")
    session.press("start")
    session.tick(9_000)
    assert session.ui.focus == "onward"
    assert session.ui.memory("page").extent > 0
    assert session.ui.memory("page").offset == 0


def test_both_meters_open_at_their_emblem_and_each_at_its_row():
    session = at(lived("both"), 3)
    session.press("meter/both")
    assert "How you stand" in words(session)
    assert "Upsell" in words(session)
    assert "Risk covered" in words(session)
    session.answer(session.screen.on_message(Close()))
    assert session.ui.focus == "meter/both"
    session.press("meter/delivery")
    assert "Risk covered" in words(session)
    assert "Upsell" not in words(session)


def test_a_row_of_a_meter_opens_the_number_with_what_moved_it_and_escape_leads_back() -> None:
    session = at(lived(), 3)
    play = session.screen.desk.play
    session.press("meter/delivery")
    for name in KPIS[Seat.PM]:
        told = points_moved(play, 3, name, Seat.PM)
        session.press(f"meter/{name}")
        assert "Moved in week\xa03" in words(session)
        for row in told.read if told else ():
            assert row.text in everything(session)
            assert row.text_amount in everything(session)
        key(session, pygame.K_ESCAPE)
        assert session.ui.focus == f"meter/{name}"  # the meter lies there still
    key(session, pygame.K_ESCAPE)
    assert session.ui.focus == "meter/delivery"
    assert not session.screen.opened


def test_the_keys_lead_from_a_meter_to_a_number_and_on_to_its_ledger() -> None:
    session = at(lived("am"), 3)
    name = next(n for n in KPIS[Seat.AM] if behind(session.screen.desk.play, 3, n, Seat.AM))
    quantity = behind(session.screen.desk.play, 3, name, Seat.AM)[0].quantity
    session.ui.set_focus("meter/relationship")
    key(session, pygame.K_RETURN)
    for id in (f"meter/{name}", f"number/{quantity}"):
        while session.ui.focus != id:
            key(session, pygame.K_TAB)
        assert session.ui.frame.find(id).visible.h > 0
        key(session, pygame.K_RETURN)
    assert session.ui.focus == "ledger/close"
    for left in (2, 1, 0):
        key(session, pygame.K_ESCAPE)
        assert len(session.screen.opened) == left


def test_a_number_of_the_other_side_says_how_old_it_is_and_not_what_moved_it() -> None:
    session = at(lived("am"), 3)
    session.press("meter/delivery")
    session.press("meter/budget")
    assert "At the start" in words(session) or "As of week" in words(session)
    assert "Moved in" not in words(session)


def test_the_causes_of_a_number_do_not_lie_over_the_lines():
    session = at(lived("am"), 3)
    line = next(each for each in session.screen.told.lines if each.delta)
    button = next(each for each in session.ui.widgets() if each.id == f"line/{line.quantity}").rect
    session.press(f"line/{line.quantity}")
    assert all(each.rect.x > button.right for each in session.ui.widgets())


def test_what_comes_to_nothing_is_no_row_of_a_ledger():
    desk = lived("both", weeks=6)
    opened = [found for week in range(1, 7) for found in lines(desk.play, week, Seat.BOTH) if not found.fact]
    assert any(len(found.read) < len(found.rows) for found in opened)
    assert all(row.text_amount[0] in "+−" for found in opened for row in found.read)


def test_the_meters_stand_in_columns_whatever_is_said_of_them():
    session = at(lived(), 3)
    rows = [each.rect for each in session.ui.widgets() if each.id in ("meter/relationship", "meter/delivery")]
    assert len({(round(rect.x, 1), round(rect.w, 1)) for rect in rows}) == 1


def test_a_short_recap_shows_the_weeks_so_far_where_there_is_room():
    desk = lived("pm", 3)
    session = at(desk, 3, size=(1280, 960))
    weeks = [widget for widget in session.ui.widgets() if widget.id.startswith("chart/")]
    assert [widget.id for widget in weeks] == ["chart/1", "chart/2", "chart/3"]
    assert "Relationship" in weeks[0].label
    assert next(iter(session.ui.press("chart/2"))) == GoHistory(desk, 2, GoRecap(desk, 3, Seat.PM))
    assert session.ui.memory("page").extent == 0


def test_the_weeks_so_far_show_the_other_side_as_it_was_known():
    desk = lived("pm", 3)
    relationship = at(desk, 3).screen._so_far._series[0]
    known = [next(m.value for m in meters(desk.play, Seat.PM, week) if m.name == "relationship") for week in range(4)]
    assert list(relationship.values) == known


def test_a_full_recap_has_no_chart_and_does_not_scroll_for_one():
    desk = lived("am", 3)
    ids = [widget.id for widget in at(desk, 3).ui.widgets()]
    assert not any(id.startswith("chart/") for id in ids)


@pytest.mark.parametrize(("story", "mode"), [("scope_creep", "am"), ("demanding_client", "pm")])
def test_most_recaps_fit_the_smallest_window(story: str, mode: str):
    desk = lived(mode, 99, story)
    scrolls = []
    for week in range(1, len(desk.history) + 1):
        ui = Session(RecapScreen(SHOTS.new_house(), desk, week), Ui(pygame.Surface((1280, 720))), Appearance()).ui
        assert ui.frame.find("onward")
        scrolls += [week] if ui.memory("page").extent > 0 else []
    assert len(scrolls) < len(desk.history) / 2
