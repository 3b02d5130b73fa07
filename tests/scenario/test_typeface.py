"""The committed table of characters is what the typeface has, and what pygame would draw."""

from game.scenario.typeface import RUNS, has
from tests.scenario.make_typeface import TARGET, source


def test_the_table_is_what_the_font_files_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == source()


def test_european_wording_can_be_shown_and_emoji_cannot() -> None:
    assert all(has(sign) for sign in "Łódź, Zürich – “naïve” ‘£’ €½×→ …\u00a0")
    assert not any(has(sign) for sign in "😀日☃👍")
    assert list(RUNS) == sorted(RUNS)
