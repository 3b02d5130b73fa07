"""YAML becomes a marked tree: bounded, exact about places, and kind about the traps of YAML."""

import pytest
import yaml

import game.scenario.tree as tree_module
from game.scenario.problems import Problem, Report
from game.scenario.tree import MAX_DEPTH, MAX_NODES, MAX_TEXT, Map, Text, Tree, decode, read_tree


def tree_of(text: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    report = Report()
    found = read_tree(text, "t.yaml", report)
    return found, report.sorted()


def only(text: str) -> Problem:
    _tree, problems = tree_of(text)
    assert len(problems) == 1, problems
    return problems[0]


def test_every_scalar_is_text_and_knows_its_place() -> None:
    found, problems = tree_of("a: yes\nb:\n  c: 012\n  d: 1:30\n")
    assert found == {"a": "yes", "b": {"c": "012", "d": "1:30"}}
    assert not problems
    assert isinstance(found, Map)
    clock = found[Text("b")][Text("d")]
    assert (clock.line, clock.column) == (4, 6)


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    report = Report()
    text = decode(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "t.yaml", report)
    assert text is not None
    found, problems = tree_of(text)
    assert found == {"a": "1", "b": "2"}
    assert not problems


def test_a_file_in_another_encoding_says_so() -> None:
    for raw in (b"\xff\xfea\x00", b"title: caf\xe9\n"):
        report = Report()
        assert decode(raw, "t.yaml", report) is None
        assert report.found[0].code == "OP100"


TRAPS = [
    ("text: Dana says: hello\n", "OP102", 1, 16),
    ("text: Dana says:\n", "OP102", 1, 16),
    ("a: {text: Yes: and more}\n", "OP102", 1, 14),
    ('text: "Well," she said.\nb: 1\n', "OP103", 1, 15),
    ("text: 'it's here'\n", "OP103", 1, 11),
    ('text: "Well\nb: 1\n', "OP103", 1, 7),
    ('text: "C:\\path"\n', "OP103", 1, None),
    ("text: *really* good\n", "OP104", 1, 7),
    ("text: *really good\n", "OP104", 1, 7),
    ("text: @dana\n", "OP104", 1, 7),
    ("text: `dana`\n", "OP104", 1, 7),
    ("text: %d of it\n", "OP104", 1, 7),
    ("text: > one line\n", "OP104", 1, 9),
    ("a:\n\tb: 1\n", "OP105", 2, 1),
    ("text: {dana.first} says hi\n", "OP106", 1, 7),
    ("text: [sic] he says\n", "OP106", 1, 7),
    ("a:\n    b: 2\n  c: 3\n", "OP109", 3, 3),
    ("a: 1\n  b: 2\n", "OP109", 2, 3),
    ("a: 1\na: 2\n", "OP110", 2, 1),
    ("a: &x good\n", "OP111", 1, 4),
    ("a: !!python/object/apply:os.system [echo]\n", "OP111", 1, 4),
    ("a: !good\n", "OP111", 1, 4),
    ("<<: {b: 1}\n", "OP111", 1, 1),
    ("a: x\x1b[31m\n", "OP112", 1, 5),
    ("a: ab\u202ecd\n", "OP112", 1, 6),
    ('a: "\\u202e"\n', "OP112", 1, 4),
    ("a: 1\n---\nb: 2\n", "OP114", 2, 1),
    ("", "OP114", 1, 1),
    ("a:1\nb: 2\n", "OP115", 1, 2),
    ("a: 1\nand more words\n", "OP115", 2, 1),
    ("a: {b: 1\nc: 2\n", "OP101", 1, 4),
    ("a: - x\n", "OP101", 1, 4),
    ("? [a, b]\n: c\n", "OP106", 1, 3),
]


@pytest.mark.parametrize("loader", [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader])
@pytest.mark.parametrize(("text", "code", "line", "column"), TRAPS)
def test_every_trap_has_a_place_and_a_remedy(
    monkeypatch: pytest.MonkeyPatch, loader: object, text: str, code: str, line: int, column: int | None
) -> None:
    monkeypatch.setattr(tree_module, "_LOADER", loader)
    found = only(text)
    assert (found.code, found.line) == (code, line)
    assert column is None or found.column == column
    assert found.remedy


def test_the_two_lines_of_a_twin_are_named() -> None:
    assert "line 1 and in line 3" in only("a: 1\nb: 2\na: 3\n").message


def test_several_broken_lines_are_told_in_one_go() -> None:
    _tree, problems = tree_of('a: one: two\nb: "x" y\nc: fine\nd: *z* w\n')
    assert [(p.code, p.line) for p in problems] == [("OP102", 1), ("OP103", 2), ("OP104", 4)]


@pytest.mark.parametrize("shape", ["[", "{a: ", "- ", "a:\n"])
def test_depth_is_bounded_before_anything_is_built(shape: str) -> None:
    nested = shape * 100_000 if "\n" not in shape else "".join(" " * n + "a:\n" for n in range(600))
    found, problems = tree_of(nested)
    assert found is None
    assert problems[0].code == "OP113"
    assert str(MAX_DEPTH) in problems[0].message


def test_the_number_of_values_is_bounded() -> None:
    found, problems = tree_of("a: [" + "1," * (MAX_NODES + 5) + "]\n")
    assert found is None
    assert [p.code for p in problems] == ["OP113"]


def test_a_text_is_bounded() -> None:
    assert only("a: " + "x" * (MAX_TEXT + 1) + "\n").code == "OP113"


def test_a_hundred_twins_do_not_flood_the_report() -> None:
    _tree, problems = tree_of("a: 1\n" * 5000)
    assert len(problems) <= 200
