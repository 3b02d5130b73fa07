"""The audit finds what was planted, and nothing where nothing is wrong."""

import pygame
import pytest

from game.window.kit import (
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Custom,
    Fixed,
    Flex,
    Icon,
    NumberButton,
    Pad,
    Rect,
    Row,
    Scroll,
    Spacer,
    Text,
    Ui,
    Widget,
)
from game.window.kit.boxes import Around


def kinds(tree: Widget, size=(400, 300), text_scale=1.0) -> set[str]:
    ui = Ui(pygame.Surface(size), 1.0, text_scale)
    ui.show(tree)
    return {finding.kind for finding in ui.audit()}


def drawn(draw, tall: float = 60) -> Custom:
    return Custom(draw, tall, 200)


class Squeeze(Around):
    """Gives its child less room than it needs."""

    def arrange(self, frame, rect) -> None:
        self.child.arrange(frame, Rect(rect.x, rect.y, rect.w, 10))


class Shove(Around):
    """Puts its child somewhere else."""

    def arrange(self, frame, rect) -> None:
        self.child.arrange(frame, rect.shifted(380, 0))


def test_a_sound_screen_has_no_findings() -> None:
    tree = Column([Text("Good morning", 22, "b"), Card(Text("Words on a card.")), Button("Go on", 1, id="go")])
    assert kinds(Pad(tree, 16)) == set()
    assert kinds(Pad(tree, 16), text_scale=2.0) == set()


@pytest.mark.parametrize(
    ("fault", "tree"),
    [
        ("clipped", drawn(lambda p, r: p.text(r.x, r.y + 20, "far too long for its room", room=50))),
        ("clipped", drawn(lambda p, r: p.text(r.x, r.bottom + 12, "below its own rectangle"))),
        ("clipped", Row([Chip("a chip much too long " * 6)])),
        ("overlaps", drawn(lambda p, r: [p.text(r.x + d, r.y + 20, "twice") for d in (0, 8)])),
        ("off screen", Shove(Text("beyond the edge"))),
        ("too small", Text("tiny print", 11)),
        ("contrast", Text("hardly there", colour="line")),
        ("contrast", Card(Text("grey on grey", colour="track"), fill="plain_soft")),
        ("leaves its card", Card(drawn(lambda p, r: p.text(r.x - 15, r.y + 20, "at the edge")))),
        ("target", CardButton(Spacer(4), 1, id="dot", label="A dot", y=2)),
        ("squeezed", Squeeze(Card(Text("no room")))),
        ("no label", Button(" ", 1, id="blank")),
        ("id twice", Column([Button("One", 1, id="same"), Button("Two", 2, id="same")])),
        ("no icon", Icon("no-such-icon")),
    ],
)
def test_a_planted_fault_is_found(fault, tree) -> None:
    assert fault in kinds(Column([Pad(tree, 20)]))


def test_a_fault_far_down_a_page_is_found_and_the_page_stays_where_it_was() -> None:
    ui = Ui(pygame.Surface((400, 300)))
    lines = [Text(f"line {i}") for i in range(80)]
    ui.show(Column([Flex(Scroll(Column([*lines, Text("hidden at the end", colour="line")])))]))
    ui.memory("page").offset = 120
    assert [(f.kind, f.what) for f in ui.audit()] == [("contrast", "hidden at the end")]
    assert ui.memory("page").offset == 120


def test_words_that_scroll_away_are_not_off_screen() -> None:
    assert kinds(Column([Flex(Scroll(Column([Text(f"line {i}") for i in range(80)])))])) == set()


def test_more_contrast_can_be_asked_for() -> None:
    ui = Ui(pygame.Surface((400, 300)))
    ui.show(Text("secondary", colour="ink2"))
    assert ui.audit() == []
    assert [f.kind for f in ui.audit(contrast=7.0)] == ["contrast"]


def test_an_amount_under_its_arrow_is_found() -> None:
    number = NumberButton("Sold", "+CHF 26,000", 1, id="sold", icon="arrow-up")
    assert "overlaps" in kinds(Pad(Row([Fixed(number, 110)], wrap=False), 20))
    assert kinds(Pad(Row([number], wrap=False), 20)) == set()
