"""Colours and how well they stand out.  Nothing here needs pygame."""

from __future__ import annotations

from dataclasses import dataclass

Tone = str  # "plain", "good", "warn", "bad", "rel" or "dlv"


@dataclass(frozen=True)
class Theme:
    """Every colour of a screen as `#RRGGBB`.  `rel` and `dlv` are the two sides, the same two everywhere."""

    name: str
    bg: str  # the quiet ground
    card: str  # what lies on it
    sunk: str  # wells and locked cards
    track: str  # empty part of a bar
    track_line: str  # its outline, where the track alone would not be seen
    grid: str  # the upright lines of the weeks in a chart
    line: str  # hairlines and card borders: decoration, never the only sign of anything
    edge: str  # outline of something to type in or to switch
    ink: str
    ink2: str  # secondary text, and text of what cannot be pressed
    action: str  # what can be pressed, the focus ring, now
    on_action: str
    rel: str
    rel_text: str
    rel_soft: str
    dlv: str
    dlv_text: str
    dlv_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    plain_soft: str
    shadow: str
    shadow_alpha: int  # 0..255
    dim: str  # what lies behind a dialog is multiplied by this

    def tone(self, tone: Tone) -> tuple[str, str]:
        """The text colour and the soft ground of a tone."""
        return {
            "good": (self.good, self.good_soft),
            "warn": (self.warn, self.warn_soft),
            "bad": (self.bad, self.bad_soft),
            "rel": (self.rel_text, self.rel_soft),
            "dlv": (self.dlv_text, self.dlv_soft),
        }.get(tone, (self.ink2, self.plain_soft))


LIGHT = Theme(
    name="light",
    bg="#F1F3F7",
    card="#FFFFFF",
    sunk="#F6F7FA",
    track="#E1E6EE",
    track_line="#E1E6EE",
    grid="#E1E6EE",
    line="#E0E5ED",
    edge="#6F7B8F",
    ink="#18212F",
    ink2="#525E70",
    action="#1C2B45",
    on_action="#FFFFFF",
    rel="#2F7FC1",
    rel_text="#1D66A3",
    rel_soft="#E3EFF9",
    dlv="#C76A12",
    dlv_text="#934600",
    dlv_soft="#FCEAD6",
    good="#00696E",
    good_soft="#DBF1F0",
    warn="#7D5300",
    warn_soft="#FBF0CF",
    bad="#B4281E",
    bad_soft="#FCE7E3",
    plain_soft="#EDF0F5",
    shadow="#18243C",
    shadow_alpha=34,
    dim="#858B99",
)

DARK = Theme(
    name="dark",
    bg="#0E141E",
    card="#18202D",
    sunk="#131A26",
    track="#2D394B",
    track_line="#2D394B",
    grid="#2D394B",
    line="#2A3547",
    edge="#8592A6",
    ink="#E9EEF6",
    ink2="#A8B4C6",
    action="#DCE6F6",
    on_action="#141C29",
    rel="#4C9FDE",
    rel_text="#7FBFF0",
    rel_soft="#1B3149",
    dlv="#E8934A",
    dlv_text="#F5AE6A",
    dlv_soft="#3F2C1B",
    good="#58CDD0",
    good_soft="#14393C",
    warn="#EBC25E",
    warn_soft="#3A301A",
    bad="#FF9690",
    bad_soft="#452426",
    plain_soft="#2D394B",
    shadow="#000000",
    shadow_alpha=96,
    dim="#5C626C",
)

HIGH_CONTRAST = Theme(
    name="high contrast",
    bg="#000000",
    card="#080A0E",
    sunk="#000000",
    track="#232933",
    track_line="#C3CDDB",
    grid="#66707F",
    line="#C3CDDB",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#DDE4EE",
    action="#FFD84D",
    on_action="#000000",
    rel="#7CC4FF",
    rel_text="#9AD1FF",
    rel_soft="#06243D",
    dlv="#FFB25E",
    dlv_text="#FFC27D",
    dlv_soft="#33200A",
    good="#6FE3E6",
    good_soft="#062F31",
    warn="#FFDC7A",
    warn_soft="#2E2508",
    bad="#FFB3AE",
    bad_soft="#3D1113",
    plain_soft="#1A1F27",
    shadow="#000000",
    shadow_alpha=0,
    dim="#404040",
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)

_GROUNDS = ("bg", "card", "sunk")
_TONE_INKS = ("rel_text", "dlv_text", "good", "warn", "bad")
_SOFTS = ("rel_soft", "dlv_soft", "good_soft", "warn_soft", "bad_soft", "plain_soft")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2", *_TONE_INKS) for ground in _GROUNDS),
    *zip(_TONE_INKS, _SOFTS[:5], strict=True),
    *(("ink", soft) for soft in _SOFTS),
    ("ink2", "plain_soft"),
    ("action", "card"),
    ("action", "bg"),
    ("on_action", "action"),
)
"""Which colour names are written on which."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *((shape, ground) for shape in ("rel", "dlv") for ground in ("card", "track")),
    *((shape, ground) for shape in ("action", "edge") for ground in _GROUNDS),
    *((shape, ground) for shape in ("ink2", "good", "warn", "bad") for ground in ("card", "sunk")),
)
"""Which colour names carry meaning as a shape, and on what."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green, blue (0..255) of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white).  Source: WCAG 2.2."""
    red, green, blue = channels(colour)
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, in either order.  Source: WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
