"""How a mood moves a face: a table of small distances on a portrait that is 200 wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mood:
    """Offsets from the resting face. Down is positive; lids are heights of their curves' handles."""

    inner_brow: float = 0.0
    arch: float = -5.0
    outer_brow: float = 1.5
    frown: float = 0.0
    lid_inner: float = 11.0
    lid_outer: float = 11.0
    lower_lid: float = 8.0
    outer_corner: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    iris: float = 1.0
    laughing: bool = False
    mouth: str = "rest"
    cheeks: float = 0.16
    bags: float = 0.0
    furrow: float = 0.0
    tilt: float = 0.0
    drop: float = 0.0


MOOD: Final[Mapping[str, Mood]] = {
    "neutral": Mood(),
    "cheerful": Mood(
        inner_brow=-3, arch=-9, outer_brow=-1, lower_lid=4.5, mouth="smile", cheeks=0.34, tilt=-2,
    ),
    "delighted": Mood(
        inner_brow=-7, arch=-15, outer_brow=-4, laughing=True, mouth="laugh", cheeks=0.5, tilt=3, drop=-1
    ),
    "worried": Mood(
        inner_brow=-9, arch=-8, outer_brow=4, frown=3, lid_inner=14, lid_outer=11, lower_lid=9.5, iris=0.86,
        gaze=(1.5, -0.6), mouth="wobble", cheeks=0.08, furrow=0.5, tilt=2,
    ),
    "annoyed": Mood(
        inner_brow=6.5, arch=-2, outer_brow=-5, frown=5, lid_inner=4.5, lid_outer=9.5, lower_lid=6.5,
        outer_corner=-1.5, mouth="press", cheeks=0.22, furrow=1.0, tilt=-1, drop=1,
    ),
    "tired": Mood(
        inner_brow=0, arch=-1.5, outer_brow=5, lid_inner=3.2, lid_outer=2.4, lower_lid=8, outer_corner=1.5,
        gaze=(0, 2.4), mouth="slack", cheeks=0.05, bags=1.0, tilt=4, drop=2.5,
    ),
    "sad": Mood(
        inner_brow=-8, arch=-3, outer_brow=6, frown=1.5, lid_inner=10, lid_outer=4.5, lower_lid=7, outer_corner=2.5,
        gaze=(-1.2, 2.6), mouth="droop", cheeks=0.12, furrow=0.3, tilt=-4, drop=2,
    ),
}  # fmt: skip
