"""The settings: look, sound, keys, play. Every change is stored at once and shows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.window import bindings
from game.window.briefing import DIFFICULTIES
from game.window.chrome import icon_line, page, top_bar
from game.window.house import KEYS, House
from game.window.kit import (
    Alike,
    Back,
    Bar,
    Button,
    Card,
    CardButton,
    Chip,
    Column,
    Divider,
    Emblem,
    Flex,
    Grid,
    Icon,
    Keycap,
    KeyCapture,
    Pad,
    Restyle,
    Row,
    Select,
    Slider,
    Text,
    Toggle,
    Ui,
    Widget,
    key_name,
    tabs,
)
from game.window.routes import GoLibrary, Route
from game.window.sound import CAPTIONS

TABS: Final = (("look", "Look"), ("sound", "Sound"), ("keys", "Keys"), ("play", "Play"))
THEMES: Final = (
    ("light", "Light"),
    ("dark", "Dark"),
    ("high contrast", "High contrast"),
    ("system", "As the system has it"),
)


@dataclass(frozen=True)
class Turn:
    """Show this part of the settings."""

    tab: str


@dataclass(frozen=True)
class Set:
    """Change one setting."""

    name: str
    value: object


@dataclass(frozen=True)
class Bind:
    """Give an action this key."""

    action: str
    code: int


@dataclass(frozen=True)
class UsualKeys:
    """All keys as they come."""


@dataclass(frozen=True)
class Listen:
    """Play one sound."""


class SettingsScreen:
    """`back` is where it returns to."""

    def __init__(self, house: House, back: object) -> None:
        self.house = house
        self.back: Route = back if isinstance(back, Route) else GoLibrary()
        self.tab = "look"
        self.says = ""  # about the last change: refused, or not kept
        self.heard = ""

    # ---- what it shows

    def view(self, ui: Ui) -> Widget:
        done = Button("Done", Back(), id="done", kind="quiet", icon="check")
        bar = top_bar("Settings", "Kept as soon as you change them", [done])
        part = {"look": self._look, "sound": self._sound, "keys": self._keys, "play": self._play}[self.tab]
        says = icon_line("triangle-alert", self.says, "warn", 15, "s") if self.says else None
        left = Card(Column([tabs("tab", TABS, self.tab, Turn), Divider(2), says, *part()], gap=14), 24, 20)
        body = Row([Flex(left, 700, 420), Flex(self._preview(), 530, 340)], gap=16, align="start")
        return page(bar, body)

    def _look(self) -> list[Widget]:
        now = self.house.settings
        return [
            Select("Colours", THEMES, now.theme, lambda key: Set("theme", key), id="theme"),
            self._size(
                "ui_scale",
                "Size of everything",
                min(2.0, max(0.75, now.ui_scale)),
                (75, 100, 125, 150, 175, 200),
                "Larger, and less fits at once: what does not fit is scrolled.",
            ),
            self._size(
                "text_scale",
                "Size of the text",
                min(2.0, max(1.0, now.text_scale)),
                (100, 125, 150, 175, 200),
                "Makes letters, icons and small signs larger, and leaves the rest.",
            ),
            Toggle(
                "Less movement",
                now.reduced_motion,
                lambda state: Set("reduced_motion", state),
                id="reduced_motion",
                help="Bars and emblem jump to where they belong. Nothing glides.",
            ),
        ]

    def _size(self, name: str, label: str, now: float, steps: Sequence[int], says: str) -> Widget:
        """Steps to press: a slider would run away from the pointer, because the page moves as it grows."""
        shown = round(now * 100)
        names = [(str(step), _percent(step)) for step in steps]
        row = tabs(name, names, str(shown), lambda step: Set(name, int(step) / 100))
        head = Row([Flex(Text(label, 14, "s"), least=120), Text(_percent(shown), 14, "s")], gap=8)
        return Column([head, row, Text(says, 13, "r", "ink2")], gap=4)

    def _sound(self) -> list[Widget]:
        now = self.house.settings
        found: list[Widget] = [
            Slider(
                "Volume",
                round(now.sound * 100),
                lambda value: Set("sound", value / 100),
                id="sound",
                show=_percent,
            ),
            Toggle(
                "Captions for sounds",
                now.captions,
                lambda state: Set("captions", state),
                id="captions",
                help="Says in words, at the foot of the screen, what a sound says.",
            ),
            Row(
                [Button("Play a sound", Listen(), id="listen", icon="volume-2"), Text(self.heard, 14, "r", "ink2")],
                gap=12,
            ),
        ]
        if not self.house.sounds.available:
            found.append(icon_line("volume-x", "No sound can be played here. Nothing in the game needs it.", "ink2"))
        return found

    def _keys(self) -> list[Widget]:
        codes = bindings.codes(self.house.settings.keys, KEYS)
        rows: list[Widget] = [
            Text("Press a line, then the key you want. Escape keeps the old one.", 14, "r", "ink2"),
            Text("Everywhere", 16, "s"),
            Grid([self._key(name, label, codes[name]) for name, label in bindings.COMMANDS.items()], 2, 300, 8),
            Text("In a week", 16, "s"),
            Grid([self._key(name, label, codes[name]) for name, label in bindings.ACTIONS.items()], 2, 300, 8),
        ]
        usual = not self.house.settings.keys
        return [
            *rows,
            Row([Button("All keys as they come", UsualKeys(), id="usual", icon="undo-2", enabled=not usual)]),
        ]

    def _key(self, action: str, label: str, code: int) -> Widget:
        return Pad(KeyCapture(label, code, lambda new: Bind(action, new), id=f"key/{action}"), 12, 0)

    def _play(self) -> list[Widget]:
        now = self.house.settings
        names = [(name, label) for name, label, _says in DIFFICULTIES]
        says = next(says for name, _label, says in DIFFICULTIES if name == now.difficulty)
        place = self.house.store.path
        where = f"Your plays are stored in {place}." if place else "Plays are kept only while the window is open."
        return [
            Select(
                "Difficulty of new plays", names, now.difficulty, lambda key: Set("difficulty", key), id="difficulty"
            ),
            Text(says, 14, "r", "ink2"),
            Divider(2),
            icon_line("hard-drive", where),
            icon_line("lock", "Nothing you do leaves this machine."),
        ]

    def _preview(self) -> Widget:
        """A small piece of a week, to see what a change does."""
        chips = Row(
            [
                Chip("Dana", "good", "arrow-up"),
                Chip("8 days of work", "dlv", "wrench"),
                Chip("Aisha", "bad", "arrow-down"),
            ],
            line_gap=4,
        )
        choice = CardButton(
            Row(
                [
                    Keycap(key_name(bindings.code_of(self.house.key("choice_a")))),
                    Flex(
                        Column([Text("Take them all on. It is only a few days.", 16, "s", leading=1.25), chips], gap=4),
                        least=180,
                    ),
                ],
                gap=14,
                align="start",
            ),
            id="preview",
            label="This is how a choice looks",
            help="This is how help looks: after a moment on a thing, or with the key that explains.",
            y=11,
        )
        names = [Text("Relationship", 14, "s", "rel_text"), Text("Delivery", 14, "s", "dlv_text")]
        meters = Column(
            [
                Row([Alike(name, names), Flex(Bar(share, ink), least=60), Text(value, 15, "s")], gap=10)
                for name, share, ink, value in zip(names, (0.64, 0.47), ("rel", "dlv"), ("64", "47"), strict=True)
            ],
            gap=6,
        )
        marks = Column(
            [
                Row([Icon("circle-check", 18, "good"), Flex(Text("On track, if tired", 14, "s", "good"), least=80)]),
                Row(
                    [
                        Icon("triangle-alert", 18, "warn"),
                        Flex(Text("Watch it: rework is creeping up", 14, "s", "warn"), least=80),
                    ]
                ),
                Row([Icon("circle-x", 18, "bad"), Flex(Text("At risk: checkout slips", 14, "s", "bad"), least=80)]),
            ],
            gap=6,
        )
        letter = "“Most of them are wording, one is gift cards. Could they be in before my board looks at it?”"
        return Card(
            Column(
                [
                    Text("How it looks now", 14, "s", "ink2"),
                    Row([Emblem(64, 47, 44), Flex(meters, least=180)], gap=20),
                    Text(letter, 17),
                    choice,
                    marks,
                ],
                gap=16,
            ),
            24,
            20,
        )

    # ---- what it does

    def on_message(self, message: object) -> Route | Restyle | None:
        match message:
            case Back():
                return self.back
            case Turn(tab):
                self.tab, self.says = tab, ""
            case Set(name, value):
                self.says = self.house.change(**{name: value})
                return Restyle(self.house.appearance())
            case Bind(action, code):
                return self._bind(action, code)
            case UsualKeys():
                self.says = self.house.change(keys={})
                return Restyle(self.house.appearance())
            case Listen():
                caption = self.house.sounds.play("reply_good")
                self.heard = caption or CAPTIONS["reply_good"]
        return None

    def _bind(self, action: str, code: int) -> Restyle | None:
        """Give an action a key, unless another one has it or it would be typed."""
        now = bindings.codes(self.house.settings.keys, KEYS)
        other = bindings.taken_by(code, action, now)
        name = key_name(code)
        if not name:
            self.says = "This key has no name, so it cannot be shown on a button. Please take another one."
        elif other:
            self.says = f"{name} already does something else: {other}. Give that another key first."
        elif action in bindings.COMMANDS and bindings.types_a_letter(code) and action != "activate":
            self.says = f"{name} writes something, so it would move about while you type. Please take another one."
        else:
            keys = {**self.house.settings.keys, action: bindings.name_of(code)}
            self.says = self.house.change(keys=keys)
            return Restyle(self.house.appearance())
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False


def _percent(value: float) -> str:
    return f"{value:.0f}\u00a0%"
