"""The week as people live it: answering, changing one's mind, scenes, moves, two people at one screen, guidance."""

import pygame
import pytest

from game.engine.legality import compatible, unlocked
from game.engine.model import NONE, Seat
from game.engine.state import Move
from game.insight.bots import bot_luck, choose
from game.insight.preview import preview
from game.insight.words.moves import move_words
from game.insight.words.people import first_name
from game.insight.words.points import points_moved
from game.insight.words.reactions import Reaction
from game.records.desk import Refused, begin
from game.scenario.library import find
from game.scenario.load import load_text
from game.window.house import House
from game.window.kit import Appearance, Back, Bar, Session, Ui
from game.window.panels.choices import levelled
from game.window.panels.gamble import settled_chips, worked
from game.window.panels.messages import Close, History, Start
from game.window.panels.people import few_names, in_strip
from game.window.routes import GoHandover, GoHelp, GoHistory, GoPause, GoRecap, GoWeek
from game.window.week import WeekScreen
from game.window.week_words import promises_of, promises_title, waits
from tests.window import screenshots as SHOTS  # noqa: N812


def desk(mode: str = "pm", weeks: int = 0, story: str = "scope_creep", seed: int = 7):
    return SHOTS.play_on(SHOTS.desk_of(SHOTS.new_house(), story, mode, seed), weeks)


def at(playing, seat: Seat | None = None, house: House | None = None, guided: bool = False) -> Session:
    pygame.display.init()
    screen = WeekScreen(house or SHOTS.new_house(), playing, seat)
    if not guided:
        screen.week.guide_end()
    session = Session(screen, Ui(pygame.Surface((1280, 720))), Appearance())
    settle(session)
    return session


def settle(session: Session) -> None:
    for now in (0, 1_000, 2_000):
        session.tick(session.screen.week.now + now)


def words(session: Session) -> str:
    return " | ".join(text for text, _ in session.ui.texts())


def ids(session: Session, start: str = "") -> list[str]:
    return [widget.id for widget in session.ui.widgets() if widget.id.startswith(start)]


def widget(session: Session, id: str):
    return next(each for each in session.ui.widgets() if each.id == id)


def key(session: Session, name: str) -> None:
    session.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0))
    settle(session)


def asked(story: str, mode: str, weeks: int, event_id: str, choice_id: str):
    """A play in which a certain choice is open, its event and the choice."""
    playing = desk(mode, weeks, story)
    event = next(event for event in playing.legal(playing.humans[0]).events if event.id == event_id)
    choice = next(choice for choice in event.question.choices if choice.id == choice_id)
    return playing, event, choice


def plain():
    return asked("first_monday", "am", 0, "the_queue", "ask_first")


def show(session: Session, event_id: str) -> None:
    """Turn to an event of the inbox."""
    talks = session.screen.week.talks()
    place = next(i for i, talk in enumerate(talks) if talk.event.id == event_id)
    if place != session.screen.week.event:
        session.press(f"event/{place}")


# ---- answering


def test_the_week_cannot_start_before_everybody_was_answered():
    session = at(desk())
    start = widget(session, "start")
    assert start.label.startswith(("Answer", "Finish"))
    assert session.screen.on_message(Start()) is None
    assert session.screen.desk.week == 1


def test_an_answer_brings_the_reply_and_is_kept_at_once():
    playing, event, choice = plain()
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    assert playing.path(event.id) == (choice.id,)
    assert widget(session, f"choice/{choice.id}").value == "chosen"
    said = " ".join(line for _person, line in playing.exchanges(event.id)[0].lines)
    assert said.split()[0].strip('“"') in words(session)


def test_an_answer_can_be_changed_until_the_week_starts():
    playing, event, choice = plain()
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    session.press("change")
    settle(session)
    assert playing.path(event.id) == ()
    assert session.ui.focus.startswith("choice/")


def test_another_choice_takes_the_place_of_the_one_taken():
    playing, event, choice = plain()
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    other = next(each for each in event.question.choices if each.id != choice.id and not each.takes)
    session.press(f"choice/{other.id}")
    settle(session)
    assert playing.path(event.id) == (other.id,)
    assert widget(session, f"choice/{other.id}").value == "chosen"


def test_what_chance_settled_stands():
    playing, event, choice = asked("first_monday", "am", 1, "gift_boxes", "quote")
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    assert "change" not in ids(session)
    assert "so it stands" in words(session)
    other = next(each for each in event.question.choices if each.id != choice.id)
    with pytest.raises(Refused, match="You have seen what came of your answer"):
        session.press(f"choice/{other.id}")
    assert playing.path(event.id) == (choice.id,)


def test_what_a_seat_could_know_may_still_be_changed():
    playing, event, choice = asked("scope_creep", "am", 8, "renewal_talk", "told")
    assert choice.scene is not None
    playing.answer(event.id, ("told", "dana_says"))  # which goes by what was logged, and was foretold
    session = at(playing)
    show(session, event.id)
    assert "so it stands" not in words(session)
    session.press("change")
    assert playing.path(event.id) == ()


def test_a_scene_goes_on_in_the_same_event():
    playing, event, choice = asked("scope_creep", "am", 8, "renewal_talk", "told")
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    further = choice.scene.choices
    assert {f"choice/{each.id}" for each in further} <= set(ids(session, "choice/"))
    assert session.ui.focus.startswith("choice/")
    assert widget(session, "start").label.startswith("Finish")


def test_a_second_question_says_whose_it_is():
    playing, event, choice = asked("scope_creep", "am", 8, "renewal_talk", "got")
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    person = playing.scenario.people[choice.scene.who]
    assert f"{first_name(person)}: " in words(session)


def test_a_locked_choice_says_why_and_does_nothing():
    house, story = SHOTS.new_house(), find("first_monday")
    text = story.text.replace("      ask_first:\n", "      ask_first:\n        needs: agnes.trust >= 99\n", 1)
    scenario = load_text(text, "first_monday").scenario
    playing = begin(house.store, scenario, text, "am", 1, "normal", house.clock)
    session = at(playing, house=house)
    locked = widget(session, "choice/ask_first")
    session.press(locked.id)
    assert locked.value == "locked"
    assert "99" in locked.label
    assert playing.path("the_queue") == ()


def test_letters_answer_and_enter_goes_on():
    playing = desk("pm", 3)
    playing.set_moves(Seat.PM, ())
    session = at(playing)
    for _ in range(20):
        if session.screen.week.waiting() < 0:
            break
        if session.ui.focus == "start":
            key(session, "return")
        else:
            key(session, "a")
    assert session.screen.week.waiting() < 0
    free = playing.slots(Seat.PM)
    assert "unused" in widget(session, "start").label
    for slot in range(free):
        assert session.ui.focus == f"move/{slot}", "an empty slot comes before the start"
        key(session, "return")
        key(session, "return")
    assert session.ui.focus == "start"
    assert widget(session, "start").label == "Start the week"
    assert isinstance(session.screen.on_message(Start()), GoRecap)
    assert playing.week == 5


def test_both_seats_may_leave_an_event_and_come_back_to_it():
    playing = desk("both")
    session = at(playing)
    event = session.screen.week.talks()[0].event
    show(session, event.id)
    session.press("choice/leave")
    settle(session)
    assert event.id in session.screen.week.left()
    assert playing.path(event.id) == ()
    again = at(playing, house=session.screen.week.house)  # after a look at the menu
    assert event.id in again.screen.week.left()
    show(again, event.id)
    first = unlocked(event.question, playing.state.values)[0]
    again.press(f"choice/{first.id}")
    assert event.id not in again.screen.week.left()


def test_the_fifth_card_answers_to_its_letter():
    session = at(desk("both", 3))
    talks = session.screen.week.talks()
    event = next(talk.event for talk in talks if len(talk.event.question.choices) == 4)
    show(session, event.id)
    assert widget(session, "choice/leave").hotkey == "e"
    key(session, "e")
    assert event.id in session.screen.week.left()


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_a_week_opens_with_the_whole_question_in_view(text: float):
    for mode in ("am", "pm", "both"):
        session = at(desk(mode, 3))
        session.appearance = Appearance(text_scale=text)
        session.ui.forget()
        session.fit(session.ui.painter.surface)
        event = session.ui.frame.find("event")
        assert event.visible.y == event.rect.y, mode
        assert session.ui.focus == "event" or session.ui.focus.startswith("choice/")


def test_a_reply_is_read_before_one_goes_on_in_large_text():
    playing, event, choice = plain()
    session = at(playing)
    session.appearance = Appearance(text_scale=2.0)
    session.fit(session.ui.painter.surface)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    assert session.ui.focus == "event"
    reply = session.ui.frame.find("event")
    assert reply.visible.y == reply.rect.y


def test_what_the_signs_on_a_choice_mean_is_told_when_asked():
    session = at(desk("pm", 3))
    chosen = next(id for id in ids(session, "choice/") if "Bad for" in widget(session, id).label)
    session.ui.set_focus(chosen)
    settle(session)
    assert "double tip" not in words(session)
    key(session, "f1")
    assert "Bad for" in words(session)
    assert "double tip strongly" in words(session)
    key(session, "f1")
    assert "double tip" not in words(session)


def test_resting_on_a_choice_says_its_labels_in_words_and_f1_the_signs_as_well():
    session = at(desk("pm", 3))
    chosen = next(id for id in ids(session, "choice/") if "Bad for" in widget(session, id).label)
    beside = session.ui.frame.find(chosen)
    session.ui.set_focus("start")
    for _ in range(60):
        if session.ui.focus == chosen:
            break
        key(session, "tab")
    settle(session)
    assert "Bad for" in words(session)
    told = next(rect for text, rect in session.ui.texts() if "Bad for" in text)
    assert told.right <= beside.rect.x  # and it covers no other choice
    key(session, "f1")
    assert "double tip strongly" in words(session)


# ---- moves


def test_a_move_stays_in_the_slot_it_was_put_into_and_the_empty_one_before_it_replaces_nothing():
    playing = desk()
    session = at(playing)
    session.press("move/1")
    session.press(next(id for id in ids(session, "pick/") if widget(session, id).enabled))
    (first,) = playing.moves(Seat.PM)
    assert session.screen.week.in_slots() == [None, first]
    session.press("move/0")
    session.press(next(id for id in ids(session, "pick/") if widget(session, id).enabled))
    assert len(playing.moves(Seat.PM)) == 2
    assert session.screen.week.in_slots()[1] == first


def test_a_move_is_picked_by_keyboard_alone():
    playing = desk()
    session = at(playing)
    key(session, "m")
    assert "picker/close" in ids(session)
    pick = next(id for id in ids(session, "pick/") if widget(session, id).enabled)
    session.ui.set_focus(pick)
    key(session, "return")
    assert len(playing.moves(Seat.PM)) == 1
    assert session.screen.week.picking is None


def test_the_picker_shows_every_legal_move_under_its_responsibility():
    playing = desk("am", 2)
    session = at(playing)
    session.press("move/0")
    met = []
    for group in [id for id in ids(session, "picker/") if id not in ("picker/close", "picker/empty")]:
        session.press(group)
        met += ids(session, "pick/")
    legal = {f"pick/{move.kind}/{move.target}/{move.option}" for move in playing.legal(Seat.AM).moves}
    assert set(met) == legal


def test_a_move_that_was_picked_warns_no_more_of_what_it_mends():
    playing = desk("am", 3)
    neglected = next(m for m in playing.legal(Seat.AM).moves if move_words(playing.view(Seat.AM), m).neglect)
    playing.set_moves(Seat.AM, (neglected,))
    session = at(playing)
    neglect = move_words(playing.view(Seat.AM), neglected).neglect
    assert neglect not in widget(session, "move/0").label
    assert neglect not in words(session)


def test_the_second_move_is_not_asked_for_what_the_first_one_serves():
    playing = desk("pm", 3)
    session = at(playing)
    session.press("move/0")
    neglected = next(id for id in ids(session, "picker/") if "picked" in widget(session, id).label)
    session.press(neglected)
    session.press(next(id for id in ids(session, "pick/") if widget(session, id).enabled))
    session.press("move/1")
    assert "picked" not in widget(session, neglected).label


def test_a_move_is_replaced_and_taken_out():
    playing = desk("pm", 2)
    session = at(playing)
    session.press("move/0")
    chosen = playing.moves(Seat.PM)
    other = next(id for id in ids(session, "pick/") if widget(session, id).enabled and widget(session, id).value == "")
    session.press(other)
    assert playing.moves(Seat.PM) != chosen
    session.press("move/0")
    session.press("picker/empty")
    assert len(playing.moves(Seat.PM)) == len(chosen) - 1


def test_an_answer_that_takes_a_move_makes_room_and_gives_it_back():
    playing, event, choice = plain()
    seat = playing.humans[0]
    playing.set_moves(seat, compatible(playing.legal(seat).moves, 2))
    before = playing.moves(seat)
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    assert playing.moves(seat) == before[:1]
    assert "move/1" not in ids(session)
    put_off = f"Put off by your answer: {move_words(playing.view(seat), before[1]).label}"
    assert put_off in words(session)
    session.press("change")
    assert playing.moves(seat) == before
    assert put_off not in words(session)


def test_a_click_beside_the_picker_leaves_the_moves_as_they_are():
    session = at(desk("pm", 3))
    seat = session.screen.week.seat
    session.press("move/1")
    session.press(next(w.id for w in session.ui.widgets() if w.id.startswith("pick/") and w.enabled))
    before = session.screen.desk.moves(seat)
    assert len(before) == 2
    for slot in (0, 1):
        session.press(f"move/{slot}")
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            session.handle(pygame.event.Event(kind, pos=(20, 700), button=1))
        assert not session.ui.frame.traps
        assert session.screen.desk.moves(seat) == before


def test_the_button_names_whom_one_has_begun_to_talk_with():
    playing = desk("am", 8)
    view, event = playing.view(Seat.AM), playing.scenario.events[playing.scenario.event_index["renewal_talk"]]
    assert waits(view, event, begun=False) == "Answer Gareth first"
    assert waits(view, event, begun=True) == "Finish with Gareth"


def test_the_button_names_what_waits_where_nobody_asked():
    playing = desk("pm", 3)
    form = playing.scenario.events[playing.scenario.event_index["common_status_report"]]
    assert waits(playing.view(Seat.PM), form, begun=False) == "Answer “One colour”"


def test_the_button_calls_what_nobody_said_no_message():
    playing = desk("am", 3)
    found = playing.scenario.events[playing.scenario.event_index["common_two_cards"]]  # a card, on a table
    assert waits(playing.view(Seat.AM), found, begun=False) == "Choose an answer"


def test_a_mark_on_somebody_to_call_says_what_it_is_and_stands_on_nobody_one_has_just_called():
    playing = desk("am", 1)
    for move in (Move("learn", "fjell"), Move("learn", "quint"), Move("call", "nils")):
        bot = choose("balanced", playing.scenario, playing.state, Seat.AM, bot_luck(3, Seat.AM, playing.week))
        for answer in bot.answers:
            playing.answer(answer.event, answer.path)
        playing.set_moves(Seat.AM, (move,))
        playing.start_week()
    view = playing.view(Seat.AM)
    marked = {
        each.target
        for each in (move_words(view, move) for move in playing.legal(Seat.AM).moves)
        if each.move.kind == "call" and each.neglect
    }
    assert "Rosa, Quint Pianos" in marked
    assert "Nils, Fjell Coffee" not in marked
    session = at(playing)
    session.press("move/0")
    session.press("picker/relationships")
    assert "No time given to them for two weeks or more" in words(session)


# ---- what opens


@pytest.mark.parametrize("mode", ["am", "pm", "both"])
def test_everything_that_shows_a_number_opens_and_closes(mode: str):
    session = at(desk(mode, 4))
    for id in ids(session):
        if id.startswith(("kpi/", "person/")) or id in (
            "standing",
            "goals",
            "promises",
            "colleague",
            "plan",
            "calendar",
        ):
            session.press(id)
            assert session.ui.frame.traps, id
            session.answer(session.screen.on_message(Close()))
            assert not session.ui.frame.traps, id
            assert session.ui.focus == id


def test_quality_says_why_it_moved_though_no_ledger_has_it_as_one_line():
    """What one did oneself to the people who receive it is named; what else moves them, the colleague sees."""
    playing = desk("pm", 3)
    session = at(playing)
    session.press("kpi/quality")
    told = points_moved(playing.play, 3, "quality", Seat.PM)
    assert "Moved last week" in words(session)
    assert told.read
    assert all(row.text in words(session) and row.text_amount in words(session) for row in told.read)


def test_a_number_of_a_person_opens_its_ledger_and_the_causes_add_up():
    session = at(desk("pm", 4))
    team = next(i for i, person in enumerate(session.screen.desk.scenario.people) if person.side == "team")
    session.press(f"person/{team}")
    session.press(ids(session, "number/")[0])
    assert "Together" in words(session)
    session.answer(session.screen.on_message(Close()))
    assert ids(session, "number/"), "the person's card is still there"


def test_a_clients_card_says_how_much_one_knows_of_them():
    session = at(desk("am", 2))
    client = next(i for i, person in enumerate(session.screen.desk.scenario.people) if person.side == "client")
    session.press(f"person/{client}")
    assert "What we know of them" in words(session)


def test_the_full_ledger_is_searched():
    session = at(desk("pm", 3))
    key(session, "l")
    all_of_it = words(session)
    session.ui.set_focus("book/find")
    session.handle(pygame.event.Event(pygame.TEXTINPUT, text="morale"))
    assert "orale" in words(session)
    assert len(words(session)) < len(all_of_it)


def test_at_most_fifteen_numbers_show_besides_the_choices():
    for mode in ("am", "pm"):
        session = at(desk(mode, 3))
        inside = [
            item.rect for item in session.ui.frame.items if item.id.startswith(("choice/", "event", "plan", "calendar"))
        ]
        shown = [
            text
            for text, rect in session.ui.texts()
            if any(letter.isdigit() for letter in text) and not any(area.holds(rect, 1) for area in inside)
        ]
        assert len(shown) <= 15, shown


# ---- where it leads


def test_the_ways_out():
    session = at(desk("pm", 2))
    assert isinstance(session.screen.on_message(Back()), GoPause)
    routes = []
    for id in ("history", "help", "menu"):
        routes += [session.screen.on_message(message) for message in session.ui.press(id)]
    assert [type(route) for route in routes] == [GoHistory, GoHelp, GoPause]
    assert routes[0].week == 2
    assert routes[1].back == GoWeek(session.screen.desk, Seat.PM)


def test_two_people_hand_over_before_the_week_starts():
    playing = desk("two")
    SHOTS.answer_all(playing)
    first = at(playing).screen.on_message(Start())
    assert first == GoHandover(playing, Seat.PM, GoWeek(playing, Seat.PM))
    assert playing.week == 1
    second = at(playing, Seat.PM).screen.on_message(Start())
    assert second == GoRecap(playing, 1, Seat.PM)
    assert playing.week == 2


def test_a_seat_sees_nothing_of_the_other_ones_numbers():
    am, pm = words(at(desk("am", 3))), words(at(desk("pm", 3)))
    assert "Utilisation" not in am
    assert "Churn risk" not in pm


# ---- room


def test_the_shortest_cards_grow_first_and_none_beyond_what_is_useful():
    assert levelled([40, 60, 60], 160, 80) == [40, 60, 60]
    assert levelled([40, 60, 60], 170, 80) == [50, 60, 60]
    assert levelled([40, 60, 60], 210, 80) == [70, 70, 70]
    assert levelled([40, 60, 60], 900, 80) == [80, 80, 80]
    assert levelled([40, 100], 900, 80) == [100, 100]


def test_names_are_counted_where_two_lines_do_not_hold_them():
    assert few_names(["Sami", "Beatriz"]) == "Sami, Beatriz"
    assert few_names(["Sami", "Beatriz", "Henrik", "Yusuf", "Marguerite"]) == "Sami, Beatriz, Henrik, Yusuf, +1"


def test_bars_of_people_are_equally_long_wherever_they_stand():
    for text in (1.0, 2.0):
        session = at(desk("pm", 3))
        session.appearance = Appearance(text_scale=text)
        session.fit(session.ui.painter.surface)
        bars = [item.rect.w for item in session.ui.frame.items if isinstance(item.widget, Bar)]
        assert len(bars) >= 5
        assert max(bars) - min(bars) < 1


def test_hours_show_also_of_those_who_share_the_last_cell():
    playing = desk("pm", 0)
    seat, people = playing.humans[0], playing.scenario.people
    shared = people[in_strip(playing.view(seat))[1][0]].id
    longer = next(m for m in playing.legal(seat).moves if (m.kind, m.target) == ("hours", shared) and "50" in m.option)
    SHOTS.answer_all(playing)
    playing.set_moves(seat, (longer,))
    playing.start_week()
    session = at(playing)
    assert "50\u00a0h" in words(session)
    assert "50\u00a0h" in next(each.label for each in session.ui.widgets() if each.id == "person/more")


def test_hours_other_than_forty_stand_beside_the_mood_and_are_explained():
    playing = desk("pm", 0)
    seat = playing.humans[0]
    longer = next(move for move in playing.legal(seat).moves if move.kind == "hours" and "50" in move.option)
    SHOTS.answer_all(playing)
    playing.set_moves(seat, (longer,))
    assert "50\u00a0h" not in words(at(playing))
    playing.start_week()
    session = at(playing)
    assert "50\u00a0h" in words(session)
    told = [each for each in session.ui.widgets() if "50 hours a week" in each.label]
    assert told
    assert "A quarter more work" in told[0].help


@pytest.mark.parametrize("story", ["first_monday", "upsell_opportunity"])
@pytest.mark.parametrize("text", [1.5, 2.0])
def test_the_bar_on_top_stays_on_one_line_in_large_text(story: str, text: float):
    session = at(desk("am", 0, story))
    session.appearance = Appearance(text_scale=text)
    session.fit(session.ui.painter.surface)
    middles = [widget(session, id).rect.cy for id in ("ledger", "history", "help", "seat", "menu")]
    assert max(middles) - min(middles) < 4
    assert max(middles) < 50
    key(session, "l")
    assert session.screen.week.book is not None, "a key works though it is not shown"


# ---- guidance


def test_guidance_is_read_once_and_can_be_read_again():
    playing = desk("am", 0, "first_monday")
    session = at(playing, guided=True)
    steps = len(session.screen.week.steps())
    assert steps >= 3
    for _ in range(steps):
        session.press("guide/next")
    assert session.screen.week.step() is None
    settle(session)
    assert session.ui.focus == "event", "one Enter too many answers nothing"
    assert at(playing, house=session.screen.week.house, guided=True).screen.week.step() is None
    session.press("tip")
    assert session.screen.week.step() is not None


def test_guidance_stays_until_it_is_read_or_what_it_points_at_is_clicked():
    session = at(desk("am", 0, "first_monday"), guided=True)
    session.press("guide/next")
    meters = session.screen.week.step()

    def click(x: float, y: float) -> None:
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            session.handle(pygame.event.Event(kind, pos=(round(x), round(y)), button=1))

    click(900, 700)
    assert session.screen.week.step() == meters
    standing = session.ui.frame.find("standing").rect
    click(standing.x + 4, standing.y + 4)
    assert session.screen.week.step() not in (meters, None)
    session.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert session.screen.week.step() is None


def test_guidance_can_be_done_without():
    session = at(desk("pm", 0, "first_monday"), guided=True)
    session.press("guide/skip")
    assert session.screen.week.step() is None
    assert session.ui.focus.startswith("choice/")


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("weeks", [0, 1, 2])
def test_guidance_lies_beside_what_it_is_about_and_never_over_a_choice(text: float, weeks: int):
    session = at(desk("am", weeks, "first_monday"), guided=True)
    session.appearance = Appearance(text_scale=text)
    session.fit(session.ui.painter.surface)
    while session.screen.week.step() is not None:
        frame = session.ui.frame
        bubble = frame.traps[-1][1]
        box = next(item.rect for item in frame.items if item.widget is bubble)
        anchor = frame.find(bubble.anchor)
        assert anchor.visible.h > 40, bubble.id
        if text == 1.0 and anchor.id == "event":
            choices = [item.rect for item in frame.items if item.id.startswith("choice/")]
            assert not any(box.meets(choice) for choice in choices)
        elif anchor.id != "event":  # in large text the inbox leaves no room beside it
            assert not box.meets(anchor.visible), bubble.id
        session.press("guide/next")
    assert session.ui.focus.startswith("choice/")
    event = session.ui.frame.find("event")
    assert event.visible.y == event.rect.y


def test_a_face_shows_when_what_is_felt_fell_or_rose_markedly_since_last_week():
    playing = desk("am", 1, "first_monday")
    agnes = next(i for i, person in enumerate(playing.scenario.people) if person.id == "agnes")
    felt = playing.scenario.people[agnes].satisfaction
    start = playing.play.states[-2].values[felt]
    for points, said in ((0, ""), (-18, "cooler than last week: satisfaction fell"), (12, "warmer than last week")):
        playing.state.values[felt] = start + 100 * points
        session = at(playing)
        assert ("than last week" in widget(session, f"person/{agnes}").label) == bool(said)
        assert said in widget(session, f"person/{agnes}").label
    assert "The bar is trust." in widget(session, f"person/{agnes}").help
    session.press(f"person/{agnes}")
    assert "Warmer than last week: trust and" in words(session)


def test_a_clients_card_says_that_a_complaint_is_open():
    playing = desk("am", 1, "first_monday")
    for issue in (0, 1):
        playing.state.values[playing.scenario.accounts[0].issue] = issue
        session = at(playing)
        session.press("person/0")
        assert ("A complaint is open." in words(session)) == bool(issue)


def test_the_open_promises_say_whose_they_are():
    playing = desk("pm", 0, "first_monday")
    nora, mine = (next(p for p in playing.scenario.promises if p.by is seat) for seat in (Seat.AM, Seat.PM))
    assert promises_title(playing.play, Seat.PM) == "No open promise"
    playing.state.values[nora.status] = 1
    assert promises_title(playing.play, Seat.PM) == "Nora’s open promises"
    assert promises_of(playing.play, Seat.PM)[0].text.startswith("Open for orders")
    playing.state.values[mine.status] = 1
    assert promises_title(playing.play, Seat.PM) == "Open promises, yours and Nora’s"
    assert [said.text.partition(":")[0] for said in promises_of(playing.play, Seat.PM)] == ["You", "Nora"]


def test_the_other_side_is_that_of_the_start_until_somebody_has_told_it():
    playing = desk("pm", 0, "first_monday")
    playing.state.values[playing.scenario.week] = 3
    assert "No Sync yet" in words(at(playing))
    playing.state.known_pm = (2, playing.state.known_pm[1])
    assert "Last Sync last week" in words(at(playing))


# ---- movement


def test_meters_glide_once_and_stand_still_for_those_who_ask():
    playing, house = desk("pm", 2), SHOTS.new_house()
    pygame.display.init()
    screen = WeekScreen(house, playing)
    assert screen.week.meter_share() == 0.0
    assert screen.on_tick(1_000) is False
    assert screen.on_tick(1_100) is True
    assert 0.0 < screen.week.meter_share() < 1.0
    screen.on_tick(3_000)
    assert screen.on_tick(4_000) is False
    assert WeekScreen(house, playing).week.meter_share() == 1.0
    calm = SHOTS.new_house()
    calm.change(reduced_motion=True)
    assert WeekScreen(calm, playing).week.meter_share() == 1.0


def test_a_gamble_says_whether_it_worked_and_which_chips_came_about():
    playing, event, choice = asked("first_monday", "am", 1, "gift_boxes", "quote")
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    sight, luck = session.screen.week.sight, playing.play.luck
    came = worked(sight, luck, choice)
    assert came is not None
    assert ("It worked." if came else "It did not work.") in words(session)
    chips = settled_chips(sight, luck, choice)
    assert len(chips) == len(preview(sight, choice).shown)
    assert not any("maybe" in chip.text and chip.tone == "warn" for chip in chips)


def test_under_a_reply_it_says_how_who_gave_it_takes_it(monkeypatch):
    playing, event, choice = plain()
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    settle(session)
    monkeypatch.setattr(
        "game.window.panels.event.reaction", lambda *_: Reaction("cheerful", "pleased", "smile", "good", 4.0)
    )
    session.answer(None)
    speaker = next(person for person, _line in playing.exchanges(event.id)[-1].lines if person != NONE)
    name = first_name(playing.scenario.people[speaker])
    assert f"{name} for now: | pleased" in words(session)


def test_the_plan_keeps_its_place_while_one_answers():
    playing = desk("pm", 3)
    session = at(playing)
    before = widget(session, "plan").rect
    SHOTS.answer_all(playing)
    session.answer(None)
    settle(session)
    after = widget(session, "plan").rect
    assert after.y == pytest.approx(before.y, abs=24)
    assert after.h >= before.h - 24


def test_a_letter_that_was_cut_can_be_read_in_full():
    playing, event, choice = plain()
    session = at(playing)
    show(session, event.id)
    session.press(f"choice/{choice.id}")
    session.press("event")
    settle(session)
    whole = " ".join(event.question.text.split())
    assert any(whole[-30:] in " ".join(text.split()) for text, _ in session.ui.texts())
    assert session.ui.audit() == []
    session.press("event/close")
    assert session.ui.focus == "event"


def test_the_picker_keeps_its_height_and_begins_on_a_move():
    session = at(desk("pm", 3))
    session.press("move/1")
    assert session.ui.focus.startswith("pick/")
    heights = set()
    for group in ids(session, "picker/"):
        if group not in ("picker/close", "picker/empty"):
            session.press(group)
            heights.add(widget(session, "picker/close").rect.y)
    assert len(heights) == 1


def test_the_head_of_the_picker_stays_while_the_moves_scroll():
    playing = desk("pm", 3)
    playing.set_moves(Seat.PM, tuple(playing.legal(Seat.PM).moves[:1]))
    session = at(playing)
    session.appearance = Appearance(text_scale=2.0)
    session.fit(session.ui.painter.surface)
    session.press("move/0")
    session.ui.command("home")
    before = [widget(session, id).rect for id in ("picker/empty", "picker/close")]
    session.ui.command("page_down")
    assert session.ui.memory("picker/scroll").offset > 0
    assert [widget(session, id).rect for id in ("picker/empty", "picker/close")] == before


def test_the_head_of_the_full_ledger_stays_while_the_list_scrolls():
    session = at(desk("pm", 3))
    session.press("ledger")
    before = widget(session, "book/find").rect
    session.ui.command("page_down")
    assert session.ui.memory("book/number/scroll").offset > 0
    assert widget(session, "book/find").rect == before


def test_the_full_ledger_in_another_order_begins_at_its_top():
    session = at(desk("pm", 3))
    session.press("ledger")
    session.ui.command("page_down")
    session.press("book/cause")
    assert session.ui.memory("book/cause/scroll").offset == 0
    assert session.ui.focus == "book/cause"


def test_the_weeks_lead_back_to_the_week():
    playing = desk("pm", 3)
    session = at(playing)
    assert session.screen.on_message(History()).back == GoWeek(playing, Seat.PM)


@pytest.mark.parametrize(("mode", "weeks"), [("am", 0), ("am", 4), ("pm", 3)])
def test_no_answer_makes_the_smallest_window_scroll(mode: str, weeks: int):
    playing = desk(mode, weeks, "demanding_client")
    for place, event in enumerate(playing.legal(playing.humans[0]).events):
        for choice in event.question.choices:
            session = at(playing)
            if f"event/{place}" in ids(session):
                session.press(f"event/{place}")
            assert session.ui.memory("page").extent == 0
            session.press(f"choice/{choice.id}")
            settle(session)
            assert session.ui.memory("page").extent == 0, choice.id
            playing = desk(mode, weeks, "demanding_client")


def test_a_number_among_how_one_stands_opens_with_what_it_is_worth():
    session = at(desk("am", 2))
    session.press("standing")
    session.press("meter/satisfaction")
    assert "of 100 points, because 80 is wanted" in words(session)
    key(session, "escape")
    assert "How you stand" in words(session)
