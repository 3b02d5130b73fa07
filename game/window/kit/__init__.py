"""The kit: widgets measured from their text, a painter, focus, input, an audit.

A **screen** is a model with three methods (`Screen`).  `view` builds a tree of widgets from the model; the kit lays it
out, paints it, moves the focus, scrolls, and turns input into messages; `on_message` changes the model and may answer
with the next screen, `Quit()` or `Restyle(appearance)`; `on_tick` lets time pass.  Widgets hold no state and call
nothing: what you give as `on` comes back as the message (toggles, sliders, lists, entries call `on(value)` to make it).

    from game.window.kit import Back, Button, Card, Column, Flex, Pad, Quit, Row, Scroll, Text, Toggle, bold


    class Greeting:
        def __init__(self):
            self.name, self.loud = "Dana", False

        def view(self, ui):
            words = Text(["Good morning, ", bold(self.name), "." if not self.loud else ". It is a big day."], 22)
            row = Row([
                Flex(Toggle("Speak up", self.loud, lambda state: ("loud", state), id="loud")),
                Button("Leave", Quit(), id="leave", kind="primary", hotkey="l", autofocus=True),
            ])
            return Column([Flex(Scroll(Pad(Card(Column([words, row], gap=16)), 16)))])

        def on_message(self, message):
            match message:
                case ("loud", state):
                    self.loud = state
                case Quit() | Back():
                    return Quit()

        def on_tick(self, now_ms):
            return False

`run(Greeting(), title="Hello")` opens a window (ask `display_problem()` first); `render_to_surface(Greeting())` makes a
picture without one; `Session(Greeting(), Ui(surface), Appearance())` drives it in a test: `session.press("leave")`,
`session.ui.widgets()`, `.texts()`, `.audit()`.

**Lengths** are units: 1280 x 720 of them fill the smallest window at 100 %. Text sizes, chips, icons, key caps,
`Fixed` widths and `Flex.least` grow with the text scale, so rows break when they no longer fit, and the screen
scrolls. Give a `Flex` a `least` when its child must not get narrow.

**Colours** are names of the theme ("ink", "ink2", "good", "rel"); tones of chips and soft grounds are plain, good,
warn, bad, rel, dlv.

**Ids** are stable words, unique on a screen: focus, offsets and typed text belong to them. What is disabled or locked
keeps its place in the focus order, so that it can be read.

**Scrolling**: put `Flex(Scroll(...))` into a column to let a part of a screen scroll; a tree taller than the window
scrolls as a whole.

**Overlays**: `Stack(base, [Modal(...), Popover(...)])`; leave them out of the next view when their `on_close`
arrives.
"""

from game.window.kit.app import (
    Answer,
    Appearance,
    Quit,
    Restyle,
    Screen,
    Session,
    display_problem,
    render_to_surface,
    run,
)
from game.window.kit.audit import Finding
from game.window.kit.boxes import (
    Alike,
    AsTallAs,
    Card,
    Column,
    Divider,
    Fixed,
    Flex,
    Grid,
    Pad,
    Roomy,
    Row,
    Spacer,
    Spare,
    Tallest,
)
from game.window.kit.controls import Button, CardButton, NumberButton, Slider, Toggle, tabs
from game.window.kit.entry import KeyCapture, Select, TextArea, TextEntry
from game.window.kit.geometry import Rect
from game.window.kit.keys import Keys, key_label, key_name
from game.window.kit.leaves import Bar, Chip, Custom, Emblem, Icon, IconTile, Keycap, Picture, ProgressDots, Text
from game.window.kit.motion import Glide
from game.window.kit.overlays import Modal, Popover, Stack
from game.window.kit.paint import Painter
from game.window.kit.scroll import Scroll
from game.window.kit.theme import DARK, HIGH_CONTRAST, LIGHT, THEMES, Theme, contrast
from game.window.kit.typeset import Content, Part, bold, semibold
from game.window.kit.ui import Back, Ui
from game.window.kit.widget import Interactive, Memory, Messages, Widget

__all__ = [
    "DARK",
    "HIGH_CONTRAST",
    "LIGHT",
    "THEMES",
    "Alike",
    "Answer",
    "Appearance",
    "AsTallAs",
    "Back",
    "Bar",
    "Button",
    "Card",
    "CardButton",
    "Chip",
    "Column",
    "Content",
    "Custom",
    "Divider",
    "Emblem",
    "Finding",
    "Fixed",
    "Flex",
    "Glide",
    "Grid",
    "Icon",
    "IconTile",
    "Interactive",
    "KeyCapture",
    "Keycap",
    "Keys",
    "Memory",
    "Messages",
    "Modal",
    "NumberButton",
    "Pad",
    "Painter",
    "Part",
    "Picture",
    "Popover",
    "ProgressDots",
    "Quit",
    "Rect",
    "Restyle",
    "Roomy",
    "Row",
    "Screen",
    "Scroll",
    "Select",
    "Session",
    "Slider",
    "Spacer",
    "Spare",
    "Stack",
    "Tallest",
    "Text",
    "TextArea",
    "TextEntry",
    "Theme",
    "Toggle",
    "Ui",
    "Widget",
    "bold",
    "contrast",
    "display_problem",
    "key_label",
    "key_name",
    "render_to_surface",
    "run",
    "semibold",
    "tabs",
]
