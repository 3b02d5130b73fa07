"""Every finding has a page, and the examples on it do what the page says."""

import pytest

from game.scenario.check import check_file, check_text
from game.scenario.page import page
from game.scenario.problems import CODES
from tests.scenario.weaving import weave

# No piece of text can be saved as UTF-16, and nobody knows what we did not foresee.
NOT_SHOWN = ("OP100", "OP199")


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_has_this_finding_and_no_other(code: str) -> None:
    if code not in NOT_SHOWN:
        found = check_text(weave(page(code).bad), "bad.yaml")
        assert {problem.code for problem in found} == {code}, "\n".join(map(str, found))


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_found_in_the_good_example(code: str) -> None:
    found = check_text(weave(page(code).good), "good.yaml")
    assert found == [], "\n".join(map(str, found))


def test_a_file_that_is_not_utf8_has_the_finding_of_that_page(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "story.yaml").write_bytes(weave(page("OP100").good).encode("utf-16"))
    assert [problem.code for problem in check_file(tmp_path / "story.yaml")] == ["OP100"]


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_a_few_words(code: str) -> None:
    assert 8 <= len(page(code).words.split()) <= 90
    assert len(page(code).bad.split("\n")) <= 25
