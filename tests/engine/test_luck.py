"""Luck is looked up: two things never share a number, and asking for one moves no other (V21)."""

from game.engine.luck import Luck


def test_the_same_seed_has_the_same_luck() -> None:
    one, two = Luck(7, 10, 5), Luck(7, 10, 5)
    assert [one.law(w, s) for w in range(11) for s in range(5)] == [two.law(w, s) for w in range(11) for s in range(5)]
    assert one.stream("event", "wishlist", 3) == two.stream("event", "wishlist", 3)


def test_asking_for_one_event_moves_no_other() -> None:
    quiet, busy = Luck(7, 10, 5), Luck(7, 10, 5)
    for week in range(11):
        busy.stream("event", "added_later", week)
    assert quiet.stream("event", "wishlist", 4) == busy.stream("event", "wishlist", 4)
    assert quiet.law(4, 2) == busy.law(4, 2)


def test_no_two_things_share_a_draw() -> None:
    luck = Luck(7, 10, 5)
    draws = [luck.law(w, s) for w in range(11) for s in range(5)]
    draws += [luck.stream(kind, name, w) for kind in ("event", "truth") for name in ("a", "b") for w in range(11)]
    assert len(set(draws)) == len(draws)
