"""What the plan says of a task, which tasks it keeps where there is little room, and where its marks stand."""

import itertools
from dataclasses import replace

import pygame
import pytest

from game.engine.model import Seat
from game.insight.words.hands import begins
from game.insight.words.plan import Plan, PlanRow, plan_of, state_of
from game.window.kit import Appearance, Column, Flex, Rect, Spacer, Ui
from game.window.plan import KEY, NOT_BEGUN, PlanChart, fitting
from game.window.routes import GoWeek
from tests.window.screenshots import SIZES, desk_of, new_house, play_on, session

TASK = PlanRow("Checkout", 2.0, 6.2, 6.2, 0.4, False, False, 0)
DONE = replace(TASK, name="Design", finished=True, done=1.0)


def slipping(name: str) -> PlanRow:
    return replace(TASK, name=name, expected=8.5)


def chart(plan: Plan, height: int = 300, width: int = 900, text: float = 1.0) -> tuple[PlanChart, Ui]:
    widget = PlanChart(plan, id="plan", label="The plan")
    ui = Ui(pygame.Surface((width, 720)), 1.0, text)
    ui.show(Column([Spacer(720 - height), Flex(widget)], gap=0))
    ui.draw()
    return widget, ui


def place_of(ui: Ui, text: str):
    return next(drawn.area for drawn in ui.painter.drawn if drawn.text == text)


def test_a_task_is_late_only_when_the_week_that_is_told_is_later():
    told = "40\u00a0% done; expected {}, planned for week\u00a07"
    assert state_of(replace(TASK, expected=6.9))[1:] == ("plain", told.format("Friday of week\u00a07"))
    assert state_of(replace(TASK, expected=5.5))[1:] == ("plain", told.format("Wednesday of week\u00a06"))
    assert state_of(replace(TASK, expected=7.5))[1:] == (
        "bad",
        "40\u00a0% done; planned for week\u00a07, now Wednesday of week\u00a08",
    )
    assert "no date in sight" in state_of(replace(TASK, expected=99.0))[2]


def test_what_is_under_way_and_late_is_kept_before_what_decides_the_date_and_what_is_left_out_is_counted():
    begins = replace(TASK, done=0.0)
    rows = (
        DONE,
        replace(DONE, name="Copy"),
        begins,
        slipping("Shop"),
        replace(begins, name="Test", decides="Web shop"),
    )
    shown, left_out = fitting(rows, 2)
    assert [row.name for row in shown] == ["Shop", "Test"]
    assert left_out == "and two done and one to come: press for all"
    assert [row.name for row in fitting(rows, 1)[0]] == ["Shop"]
    shown, left_out = fitting((slipping("A"), replace(slipping("B"), expected=9.5), slipping("C"), DONE), 1)
    assert [row.name for row in shown] == ["B"]
    assert left_out == "and two slipping and one done: press for all"
    assert fitting(rows, 5) == (list(rows), "")


def test_a_task_that_is_late_and_not_begun_gives_way_to_one_that_is_under_way():
    not_begun = replace(slipping("Checkout"), done=0.0, overdue=True, milestone=True)
    testing = replace(slipping("Test"), done=0.0, decides="Web shop")
    begun = replace(slipping("Storefront"), done=0.18, expected=7.2)
    on_time = replace(TASK, name="Catalogue")
    shown, left_out = fitting((not_begun, begun, on_time, testing), 3)
    assert [row.name for row in shown] == ["Checkout", "Storefront", "Test"]
    assert left_out == "and one under way: press for all"
    assert fitting((not_begun, begun, on_time, testing), 1)[0] == [begun]


def test_the_next_milestone_goes_before_what_begins_sooner_and_what_was_done_last_comes_after_both():
    later = replace(TASK, name="Test", start=5.0, done=0.0, milestone=True)
    soon = replace(TASK, name="Copy", start=4.0, done=0.0)
    shown, _left_out = fitting((DONE, replace(DONE, name="Sketch", expected=1.0), soon, later), 1)
    assert [row.name for row in shown] == ["Test"]
    shown, _left_out = fitting((replace(DONE, name="Sketch", expected=1.0), DONE, soon, later), 3)
    assert [row.name for row in shown] == ["Design", "Copy", "Test"]


def test_a_task_that_was_to_be_under_way_says_what_holds_it_up():
    waiting = replace(TASK, done=0.0, overdue=True, held_up="waits for Design")
    told = "Not begun, planned from week\u00a03 on: waits for Design; "
    assert state_of(waiting)[2] == f"{told}expected Monday of week\u00a07, to be done in week\u00a07"
    late = state_of(replace(waiting, expected=8.5))[2]
    assert late == f"{told}to be done in week\u00a07, now Wednesday of week\u00a09"
    _widget, ui = chart(Plan((waiting, TASK), 10, 4.0, (("Due", 9.0),)))
    assert [drawn.text for drawn in ui.painter.drawn].count(NOT_BEGUN) == 1


def test_the_plan_tells_who_is_on_what_this_week_and_whom_an_idle_task_waits_for():
    desk = desk_of(new_house())
    rows = {row.name: row for row in plan_of(desk.play, Seat.PM).rows}
    assert rows["Design"].hands == "Leo 5\u00a0days, Minh 5\u00a0days"
    assert rows["Testing the checkout"].decides == "Web shop"
    assert [row.overdue for row in rows.values()] == [False] * 8
    play_on(desk, 2)
    late = {row.name: row for row in plan_of(desk.play, Seat.PM).rows}["Checkout"]
    assert late.overdue
    assert late.held_up == "Aisha and Leo are on Warehouse link and Storefront first"


def test_no_task_ends_before_what_it_waits_for_and_one_begins_with_the_first_who_has_time_for_it():
    desk = desk_of(new_house(), "first_monday")
    sketch, page, tryout = plan_of(desk.play, Seat.PM).rows
    assert page.hands == "Bo 5\u00a0days, alongside The sketch"  # who has nothing else to do, as his card says
    assert page.start == 0.0
    assert sketch.expected < page.expected == tryout.expected
    assert page.planned == tryout.planned == 3.0
    assert tryout.decides == "Pre-order page"
    play_on(desk, 1)
    sketch, page, _tryout = plan_of(desk.play, Seat.PM).rows
    assert sketch.finished
    assert page.start == 0.0


def test_who_is_on_two_tasks_of_a_week_comes_to_the_second_after_the_first():
    hands = [(0, "bo", 3.0), (1, "bo", 1.0), (1, "leo", 2.0)]
    assert begins(hands[:2], 1) == 0.75
    assert begins(hands, 1) == 0.0  # somebody else has time for it from Monday on


@pytest.mark.parametrize("story", ["scope_creep", "resource_crunch", "dependencies"])
@pytest.mark.parametrize("style", ["balanced", "careless"])
def test_work_is_drawn_when_it_was_done_or_will_be_in_every_week(story: str, style: str):
    desk = desk_of(new_house(), story)
    while desk.outcome is None:
        plan = plan_of(desk.play, Seat.PM)
        for row, task in zip(plan.rows, desk.scenario.tasks, strict=True):
            begun = row.finished or row.done > 0.0
            assert 0.0 <= row.start <= row.expected
            assert row.start <= plan.now if begun else row.start >= plan.now
            assert row.expected <= plan.now if row.finished else row.expected >= plan.now
            assert begun or row.hands or row.never or all(row.start >= plan.rows[i].expected for i in task.after)
        play_on(desk, 1, style)


def drawn_boxes(plan: Plan) -> tuple[PlanChart, dict[str, list[Rect]]]:
    """Where the chart draws what, by colour: its first task first, its key last."""
    boxes: dict[str, list[Rect]] = {}
    widget, ui = chart(plan)
    ui.painter.rounded = lambda rect, radius=8, fill="", *_: boxes.setdefault(fill, []).append(rect)
    ui.painter.hline = lambda x, y, width, ink="line", *_: boxes.setdefault(ink, []).append(Rect(x, y, width, 1))
    ui.draw()
    return widget, boxes


def test_time_so_far_lies_left_of_now_and_what_is_late_is_no_bar():
    late = replace(TASK, planned_start=1.0, start=2.0, expected=8.5)
    widget, boxes = drawn_boxes(Plan((late,), 10, 4.0, (("Due", 9.0),)))
    x = widget._x
    done, whole, planned, late_line = boxes["dlv"][0], boxes["dlv_soft"][0], boxes["ink2"][0], boxes["bad"]
    assert (done.x, done.right) == pytest.approx((x(2.0), x(4.0)))
    assert (whole.x, whole.right) == pytest.approx((x(2.0), x(8.5)))
    assert (planned.x, planned.right) == pytest.approx((x(1.0), x(6.2)))
    assert (late_line[0].x, max(dash.right for dash in late_line)) == pytest.approx((x(6.2), x(8.5)), abs=8)
    assert planned.y > whole.bottom < late_line[0].y


def test_the_share_that_is_done_is_told_in_figures_called_work_beside_bars_called_time():
    """A fifth of the work may take half of the time: nobody should hold the one against the other."""
    rows = (replace(TASK, done=0.76), replace(TASK, done=0.0, start=5.0), DONE)
    _widget, ui = chart(Plan(rows, 10, 4.0, (("Due", 9.0),)))
    told = [drawn.text for drawn in ui.painter.drawn]
    assert [text for text in told if "%" in text] == ["76\u00a0%"]
    assert {"work done", "time so far", "time to go"} <= set(told)


@pytest.mark.parametrize("mode", ["pm", "both"])
def test_the_rows_of_the_plan_stay_the_same_while_a_week_is_answered(mode: str):
    house = new_house()
    desk = play_on(desk_of(house, mode=mode), 2)
    playing = session(house, GoWeek(desk), SIZES[0], Appearance())

    def rows() -> list[str]:
        names = {task.name for task in desk.scenario.tasks}
        return [text for text, _rect in playing.ui.texts() if text in names]

    before = rows()
    assert "Testing the checkout" in before
    for event in desk.legal(desk.humans[0]).events:
        playing.press(f"choice/{event.question.choices[0].id}")
        assert rows() == before


def test_every_date_the_work_is_due_has_its_line_though_its_tasks_are_left_out():
    drawn: list[float] = []
    plan = Plan((TASK, replace(DONE, project=1)), 10, 3.0, (("Merrow due", 7.0), ("Fell due", 9.0)))
    _widget, ui = chart(plan, 70)
    ui.painter.dashed = lambda x, y, height: drawn.append(round(x))
    ui.draw()
    assert len(drawn) == 2
    assert drawn[0] < drawn[1]


def test_the_mark_of_what_is_due_stands_over_its_line():
    for due in (5.2, 9.0, 10.0):
        widget, ui = chart(Plan((TASK,), 10, 5.0, (("Due", due),)))
        assert place_of(ui, "Due").cx == pytest.approx(widget._x(due), abs=1.5)
        assert not place_of(ui, "Now").grow(8, 0).meets(place_of(ui, "Due"))


def test_now_finds_a_place_where_two_dates_leave_none_between_them():
    _widget, ui = chart(Plan((TASK,), 12, 8.0, (("Merrow due", 7.5), ("Fell due", 8.6))))
    marks = [place_of(ui, text) for text in ("Now", "Merrow due", "Fell due")]
    assert not any(a.meets(b) for i, a in enumerate(marks) for b in marks[i + 1 :])


def test_a_week_keeps_its_number_beside_a_mark_that_stands_over_it():
    _widget, ui = chart(Plan((TASK,), 11, 8.0, (("Merrow due", 7.0), ("Fell due", 10.0))), width=970)
    told = {drawn.text: drawn.area for drawn in ui.painter.drawn}
    assert {"7", "10", "11"} <= set(told)
    assert told["7"].right < told["Merrow due"].x
    assert told["10"].right < told["Fell due"].x
    assert told["11"].x > told["Fell due"].right


@pytest.mark.parametrize(("width", "text"), [(940, 1.0), (1240, 2.0)])
@pytest.mark.parametrize("now", [6.0, 7.0, 8.0, 9.0, 10.0])
def test_no_mark_takes_the_place_of_a_week_and_now_stays_inside(width: int, text: float, now: float):
    _widget, ui = chart(Plan((TASK,), 11, now, (("Merrow due", 7.0), ("Fell due", 10.0))), 400, width, text)
    marks = [place_of(ui, words).grow(7, 0) for words in ("Now", "Merrow due", "Fell due")]
    weeks = [place_of(ui, str(week)) for week in range(1, 12)]
    assert not any(mark.meets(week) for mark in marks for week in weeks)
    assert not any(a.meets(b) for a, b in itertools.pairwise(weeks))
    assert all(mark.x >= 0 and mark.right <= width for mark in marks)


@pytest.mark.parametrize(("weeks", "width", "text"), [(11, 940, 1.0), (11, 1240, 2.0), (15, 1240, 2.0)])
def test_now_stands_over_its_line_also_where_the_work_is_due_then(weeks: int, width: int, text: float):
    plan = Plan((TASK,), weeks, 10.0, (("Merrow due", 7.0), ("Fell due", 10.0)))
    widget, ui = chart(plan, 400, width, text)
    now, due = place_of(ui, "Now"), place_of(ui, "Fell due")
    assert now.cx == pytest.approx(widget._x(10.0), abs=1.5)
    assert now.y > due.bottom
    weeks_at = [place_of(ui, str(week)) for week in range(1, weeks + 1)]
    assert not [week for week in weeks_at if week.meets(now.grow(6, 0)) or week.y < due.bottom]


def test_the_weeks_marks_and_numbers_share_a_line_where_they_have_room():
    _widget, ui = chart(Plan((TASK,), 10, 4.0, (("Due", 9.0),)))
    assert place_of(ui, "1").cy == place_of(ui, "Now").cy == place_of(ui, "Due").cy


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_that_a_task_is_not_begun_is_said_where_no_line_crosses_it(text: float):
    for now in (3.0, 5.0, 7.0, 9.0):
        for start, end in ((2.0, 4.0), (2.0, 6.3), (0.0, 8.4), (6.0, 9.0), (4.0, 9.8)):
            late = replace(TASK, start=start, planned=end, expected=end, done=0.0, overdue=True)
            widget, ui = chart(Plan((late,), 10, now, (("Due", 9.0),)), 300, 940 if text == 1.0 else 1240, text)
            said = place_of(ui, NOT_BEGUN)
            assert widget._edges[0] <= said.x
            assert said.right <= widget._edges[1]
            assert not [week for week in (now, 9.0) if said.x <= widget._x(week) <= said.right]


def test_the_key_is_always_there():
    rows = tuple(replace(TASK, name=f"Task {n}") for n in range(9))
    for height in (90, 300):
        _widget, ui = chart(Plan(rows, 10, 3.0, (("Due", 9.0),)), height)
        told = {drawn.text for drawn in ui.painter.drawn}
        assert {name for _kind, name in KEY} <= told


def test_what_is_under_way_and_left_out_is_not_called_to_come():
    going = replace(TASK, done=0.6)

    _shown, left_out = fitting((replace(TASK, decides="Shop"), going, replace(TASK, done=0.0)), 1)
    assert left_out == "and one under way and one to come: press for all"


def test_what_is_left_out_never_lies_on_the_key():
    rows = tuple(replace(TASK, name=f"Task {n}") for n in range(9))
    for width in (830, 1100):
        _widget, ui = chart(Plan(rows, 10, 3.0, (("Due", 9.0),)), 90, width)
        more = next(drawn for drawn in ui.painter.drawn if drawn.text.startswith("and "))
        assert more.text == ("and seven more" if width == 830 else "and seven under way: press for all")
        assert not [drawn for drawn in ui.painter.drawn if drawn is not more and drawn.area.meets(more.area)]


def test_work_that_came_on_top_of_a_task_that_was_done_is_told():
    assert state_of(DONE)[1] == "good"
    assert state_of(replace(DONE, again=6.0))[1:] == ("warn", "Done in week\u00a07; 6\u00a0days have come on top since")
    assert state_of(replace(DONE, again=1.0))[2].endswith("; 1\u00a0day has come on top since")


def test_the_plan_knows_what_came_on_top_of_a_task_that_was_done_and_keeps_its_row():
    rows = plan_of(play_on(desk_of(new_house()), 2).play, Seat.PM).rows
    link = next(row for row in rows if row.name == "Warehouse link")
    assert link.finished
    assert link.again == pytest.approx(3.2)
    assert link.hands == "Aisha 3.1\u00a0days"
    assert link in fitting(rows, 5)[0]


def test_a_milestone_expected_early_stands_where_it_is_expected():
    drawn: list[tuple[int, bool]] = []
    _widget, ui = chart(Plan((replace(TASK, expected=4.5, milestone=True),), 10, 3.0, (("Due", 9.0),)))
    ui.painter.diamond = lambda x, y, size, ink="", hollow=False: drawn.append((round(x), hollow))
    ui.draw()
    assert [hollow for _x, hollow in drawn if _x > 0][:2] == [True, False]
    assert drawn[1][0] < drawn[0][0]


def test_a_milestone_shows_where_it_was_promised_also_in_the_week_it_is_expected_in():
    """It came and went with the week: a promise seen in one and not in the next reads as taken back."""
    drawn: list[bool] = []
    row = replace(TASK, planned=6.9, expected=6.3, milestone=True)
    _widget, ui = chart(Plan((row,), 10, 3.0, (("Due", 9.0),)))
    ui.painter.diamond = lambda x, y, size, ink="", hollow=False: drawn.append(hollow)
    ui.draw()
    assert drawn[:2] == [True, False]


def test_the_bar_of_a_task_that_takes_no_time_ends_where_it_is_expected():
    """It began at its own diamond and ran on behind it."""
    bars: list[Rect] = []
    row = replace(TASK, start=6.5, expected=6.5, done=0.0, milestone=True)
    widget, ui = chart(Plan((row,), 10, 3.0, (("Due", 9.0),)))
    rounded = ui.painter.rounded
    ui.painter.rounded = lambda rect, *rest: bars.append(rect) if rest[1:2] == ("dlv_soft",) else rounded(rect, *rest)
    ui.draw()
    assert bars[0].w == 8.0
    assert bars[0].right == pytest.approx(widget._x(6.5))
