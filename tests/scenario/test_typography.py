"""Authors may type straight quotation marks; players read typographic ones."""

import pytest

from game.scenario.typography import typographic


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"Week nine, all of it."', "“Week nine, all of it.”"),
        ("It's Dana's.", "It’s Dana’s."),
        ('"It wants a "business reason". For corners?"', "“It wants a ‘business reason’. For corners?”"),
        ('“It wants a "business reason".”', "“It wants a ‘business reason’.”"),
        ('He said "no" and "no".', "He said “no” and “no”."),
        ("The lads' van", "The lads’ van"),
        ("nothing to do", "nothing to do"),
    ],
)
def test_quotation_marks_become_typographic(typed, read):
    assert typographic(typed) == read
    assert typographic(read) == read
