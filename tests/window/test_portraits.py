"""Faces: the same name is always the same person, people differ, and moods can be told apart."""

from __future__ import annotations

import ast
import itertools
import re
from dataclasses import fields
from pathlib import Path

import pygame
import pytest

import game.engine.faces as words
from game.engine.faces import MOODS, PARTS
from game.window.portraits import Face, face_from_name, face_from_parts, portrait, portrait_svg
from game.window.portraits.hair import STYLES
from game.window.portraits.moods import MOOD

PEOPLE = (
    "Dana Whitfield", "Mara Lind", "Aisha Okafor", "Leo Brandt", "Priya Raman", "Helena Voss", "Tom Lindqvist",
    "Marek Nowak", "Kwame Mensah", "Sofia Rossi", "Hiro Tanaka", "Ruth Calloway",
)  # fmt: skip
CROWD = [f"{given} {family}" for given in ("Ana", "Bo", "Cem", "Dee", "Efua", "Finn") for family in map(str, range(50))]
EVERY_WORD = [(part, word) for part, legal in PARTS.items() for word in legal]


def pixels(face: Face, mood: str = "neutral", size: int = 48) -> bytes:
    return pygame.image.tobytes(portrait(face, mood, size), "RGBA")


def distance(one: bytes, other: bytes) -> float:
    """Mean difference of a channel, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_the_table_names_every_part_of_a_face_and_every_default_is_legal() -> None:
    assert list(PARTS) == [field.name for field in fields(Face)]
    assert all(getattr(Face(), part) in legal for part, legal in PARTS.items())


def test_the_table_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(words.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"__future__", "collections.abc", "typing"}
    assert not any(isinstance(node, ast.Import) for node in ast.walk(tree))


def test_a_name_is_always_the_same_face() -> None:
    assert face_from_name("Dana Whitfield") == face_from_name("Dana Whitfield")
    assert face_from_name("Marek Nowak").skin == "tan"


@pytest.mark.parametrize("name", ["", "   ", "李", "x" * 5000, "\x00", "lone \ud800 surrogate"])
def test_any_name_has_a_face(name: str) -> None:
    assert portrait(face_from_name(name), "neutral", 32).get_size() == (32, 32)


def test_twelve_people_can_be_told_apart() -> None:
    drawn = [pixels(face_from_name(name)) for name in PEOPLE]
    assert min(distance(a, b) for a, b in itertools.combinations(drawn, 2)) > 4


@pytest.mark.parametrize("name", ["Dana Whitfield", "Tom Lindqvist", "Leo Brandt"])
def test_moods_can_be_told_apart_when_small(name: str) -> None:
    drawn = [pixels(face_from_name(name), mood) for mood in MOODS]
    assert min(distance(a, b) for a, b in itertools.combinations(drawn, 2)) > 0.8


def test_every_mood_is_drawn_and_an_unknown_one_is_neutral() -> None:
    assert sorted(MOOD) == sorted(MOODS)
    face = face_from_name("Dana Whitfield")
    assert portrait_svg(face, "transcendent") == portrait_svg(face, "neutral")


@pytest.mark.parametrize(("part", "word"), EVERY_WORD)
def test_every_word_draws_a_different_picture_from_its_neighbour(part: str, word: str) -> None:
    stage = {"hair": "turban"} if part == "scarf" else {"hair": "crop"}
    legal = PARTS[part]
    other = legal[legal.index(word) - 1]
    faces = [face_from_parts({**stage, part: choice}, "Stage") for choice in (word, other)]
    assert getattr(faces[0], part) == word
    assert pixels(faces[0]) != pixels(faces[1])


def test_every_hair_style_is_drawn() -> None:
    assert sorted([*STYLES, "hijab", "turban"]) == sorted(PARTS["hair"])


def test_the_authors_words_are_kept_and_unknown_ones_ignored() -> None:
    chosen = {"hair": "bob", "hair_colour": "chestnut", "skin": "tan", "age": "older", "glasses": "round"}
    face = face_from_parts({**chosen, "clothes": "toga", "hat": "bowler"}, "Dana Whitfield")
    assert {part: getattr(face, part) for part in chosen} == chosen
    assert face.clothes in PARTS["clothes"]


def test_made_up_faces_are_plausible() -> None:
    for face in map(face_from_name, CROWD):
        assert not (face.age in ("young", "adult") and face.hair_colour in ("grey", "silver", "white"))
        assert not (face.age == "young" and face.hair in ("balding", "receding", "bald"))
        assert not (face.look == "feminine" and face.beard != "none")
        assert face.hair not in ("hijab", "turban")


def test_a_hijab_shows_no_beard_and_no_earrings() -> None:
    bare = face_from_parts({"hair": "hijab"}, "Amira")
    assert (bare.look, bare.beard, bare.earrings) == ("feminine", "none", "none")
    dressed = face_from_parts(
        {**{part: getattr(bare, part) for part in PARTS}, "beard": "full", "earrings": "hoops"}, ""
    )
    assert pixels(dressed) == pixels(bare)


def test_a_crowd_uses_nearly_every_word() -> None:
    seen = {(part, getattr(face, part)) for face in map(face_from_name, CROWD) for part in PARTS}
    never = {(part, word) for part, word in EVERY_WORD if (part, word) not in seen}
    assert {part for part, _ in never} <= {"hair", "clothes", "clothes_colour", "scarf"}
    assert len(never) <= 8


# nanosvg draws only some of SVG, and says nothing about the rest.
ELEMENTS = {"svg", "defs", "linearGradient", "radialGradient", "stop", "g", "path", "rect", "ellipse"}
ATTRIBUTES = {
    "xmlns", "viewBox", "width", "height", "id", "gradientUnits", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry",
    "x", "y", "offset", "stop-color", "stop-opacity", "transform", "d", "fill", "fill-rule", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "opacity",
}  # fmt: skip
PAINT = re.compile(r"#[0-9A-F]{6}|none|url\(#[a-z-]+\)")


@pytest.mark.parametrize(("part", "word"), EVERY_WORD)
def test_a_drawing_uses_only_what_is_drawn_faithfully(part: str, word: str) -> None:
    for mood in MOODS:
        svg = portrait_svg(face_from_parts({part: word}, "Stage"), mood)
        assert set(re.findall(r"<([A-Za-z]+)", svg)) <= ELEMENTS
        assert set(re.findall(r'([\w:-]+)="', svg)) <= ATTRIBUTES
        assert all(map(PAINT.fullmatch, re.findall(r'(?:fill|stroke|stop-color)="([^"]*)"', svg)))
        assert svg.count("Gradient id=") == svg.count('gradientUnits="userSpaceOnUse"')
        assert set(re.findall(r"url\(#([a-z-]+)\)", svg)) <= set(re.findall(r'id="([a-z-]+)"', svg))
        assert not re.search(r"nan|inf|None", svg.replace("linear", ""))


@pytest.mark.parametrize("size", [8, 47, 48, 72, 96, 133, 192])
def test_a_portrait_has_exactly_the_size_asked_for(size: int) -> None:
    assert portrait(Face(), "neutral", size, size // 4).get_size() == (size, size)


def test_round_corners_are_transparent_and_square_ones_are_not() -> None:
    rounded, square = portrait(Face(), "neutral", 64, 16), portrait(Face(), "neutral", 64)
    corners = ((0, 0), (63, 0), (0, 63), (63, 63))
    assert [rounded.get_at(corner).a for corner in corners] == [0, 0, 0, 0]
    assert [square.get_at(corner).a for corner in corners] == [255, 255, 255, 255]
    assert rounded.get_at((32, 32)) == square.get_at((32, 32))


def test_a_portrait_is_drawn_once_and_few_are_kept() -> None:
    assert portrait(Face(), "sad", 40) is portrait(Face(), "sad", 40)
    for size in range(8, 128):
        portrait(Face(), "neutral", size)
    assert portrait.cache_info().currsize <= 96


@pytest.mark.parametrize(("part", "word"), EVERY_WORD)
def test_every_path_is_whole(part: str, word: str) -> None:
    needed = {"M": 2, "L": 2, "C": 6, "Q": 4, "A": 7, "a": 7}
    for path in re.findall(r' d="([^"]*)"', portrait_svg(face_from_parts({part: word}, "Stage"))):
        assert re.match(r"M[-\d]", path)
        for command, numbers in re.findall(r"([MLCQAa])([^MLCQAaZ]*)", path):
            count = len(re.findall(r"-?\d*\.?\d+", numbers))
            assert count >= needed[command], (command, numbers)
            assert count % needed[command] == 0, (command, numbers)
