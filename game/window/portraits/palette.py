"""The colours behind the words of a face. All are six-digit hex: nanosvg draws anything else wrongly and silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

INK: Final = "#241B22"


def mix(first: str, second: str, share: float) -> str:
    """Blend two hex colours; share is how much of the second, 0 to 1."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Skin:
    """One skin tone with the tones derived from it."""

    base: str
    shade: str

    @property
    def light(self) -> str:
        """Where the light falls."""
        return mix(self.base, "#FFF1DC", 0.22)

    @property
    def deep(self) -> str:
        """Creases, nostrils and the line of the nose."""
        return mix(self.shade, "#5A1E22", 0.30)

    @property
    def blush(self) -> str:
        """Warm cheeks."""
        return mix(self.base, "#E0323C", 0.50)

    @property
    def lip(self) -> str:
        """Lips without make-up."""
        return mix(mix(self.base, self.shade, 0.45), "#D4586A", 0.55)

    @property
    def mouth(self) -> str:
        """The line of a closed mouth."""
        return mix(self.shade, "#4A0F1E", 0.74)


SKINS: Final[Mapping[str, Skin]] = {
    "porcelain": Skin("#F9DECB", "#E8B49C"),
    "fair": Skin("#F4CDB0", "#DDA17E"),
    "light": Skin("#EABA94", "#CF8E66"),
    "olive": Skin("#DCAE7E", "#B98350"),
    "tan": Skin("#CB9463", "#A36C3F"),
    "brown": Skin("#A66D45", "#7F4D2D"),
    "dark": Skin("#80502F", "#5C361F"),
    "deep": Skin("#66402D", "#452719"),
}

HAIR: Final[Mapping[str, str]] = {
    "black": "#26211F",
    "dark brown": "#3E2A20",
    "brown": "#5F4030",
    "chestnut": "#7C4A2E",
    "auburn": "#8C3B25",
    "ginger": "#C8652A",
    "dark blond": "#A67C47",
    "blond": "#DDB369",
    "grey": "#8E9096",
    "silver": "#BDC0C6",
    "white": "#E6E4E0",
    "plum": "#6F3560",
}


def natural(hair_colour: str) -> str:
    """The colour brows and beards keep when hair is dyed."""
    return "dark brown" if hair_colour == "plum" else hair_colour


EYES: Final[Mapping[str, str]] = {
    "dark": "#33221C",
    "brown": "#5E3A22",
    "hazel": "#86622B",
    "green": "#4E7D52",
    "blue": "#3B78AE",
    "grey": "#66788A",
}

CLOTH: Final[Mapping[str, str]] = {
    "navy": "#2C3E63",
    "blue": "#3F7CB8",
    "teal": "#26877F",
    "green": "#4B7F52",
    "mustard": "#D39A2D",
    "rust": "#BF5B36",
    "burgundy": "#82304A",
    "plum": "#6B467F",
    "rose": "#CF7486",
    "grey": "#6C7583",
    "black": "#33363F",
}

BACKDROPS: Final[Mapping[str, tuple[str, str]]] = {
    "sky": ("#E2EEF8", "#B9D3EA"),
    "mint": ("#DFF2EA", "#AFDACA"),
    "sand": ("#F6EEDC", "#E3D1A9"),
    "peach": ("#FCEBDD", "#F3C8A4"),
    "rose": ("#F8E6EA", "#E7BCC8"),
    "lilac": ("#ECE7F6", "#CABEE3"),
    "stone": ("#ECEEF2", "#C8CDD8"),
}
