"""Files live where the player says, else where the system says."""

from __future__ import annotations

from pathlib import Path

from game.records.places import find_places


def test_the_argument_moves_everything_before_the_variable_does() -> None:
    places = find_places("/stick/op", {"OVERPROMISE_HOME": "/elsewhere"})
    assert (places.plays, places.settings) == (Path("/stick/op/plays.db"), Path("/stick/op/config.toml"))
    assert places.scenarios == Path("/stick/op/scenarios")


def test_the_variable_moves_everything() -> None:
    assert find_places(None, {"OVERPROMISE_HOME": "/class"}).settings == Path("/class/config.toml")


def test_an_empty_variable_counts_as_none_and_a_tilde_is_the_home() -> None:
    usual = find_places(None, {})
    assert find_places("", {"OVERPROMISE_HOME": ""}) == usual
    assert find_places("~/op", {"HOME": "/home/kim"}).data == Path("/home/kim/op")


def test_the_system_decides_otherwise_and_xdg_is_heard() -> None:
    assert find_places(None, {}).data.name == "overpromise"
    places = find_places(None, {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"})
    assert (places.data, places.config) == (Path("/d/overpromise"), Path("/c/overpromise"))
    assert find_places(None, {"XDG_DATA_HOME": "relative"}).data == find_places(None, {}).data
