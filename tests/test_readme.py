"""The README and its companions say what is so: commands parse, paths exist, packages and places are named."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import cli, options
from game.data import shipped
from game.records.places import HOME_VARIABLE

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CHANGELOG.md", "assets/NOTICES.md", "scenarios/README.md")
SAMPLES = {  # what stands for anything in the README's table
    "SCENARIO": "scope_creep",
    "PATH…": "scope_creep.yaml",
    "NAME": "balanced",
    "CODE": "OP502",
    "FOLDER": "somewhere",
    "WHERE": "week:4",
    "N": "7",
    "FILE": "scope_creep.yaml",
    "FILE…": "scope_creep.opplay",
    "PLAY": "1f3a9c0d",
    "OTHER": "7b20e4aa",
    "EVENT/CHOICE": "wishlist/quote",
    "…": "both",
}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def written_commands(text: str) -> list[str]:
    """The commands in code blocks and in code, as written."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.S | re.M)
    written = [block for kind, block in blocks if kind in ("", "bash", "console")]
    lines = [part.strip().removeprefix("$ ") for b in written for line in b.splitlines() for part in line.split("&&")]
    code = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S).replace("\\|", "|"))
    return [re.sub(r"^uv run ", "", words) for words in lines + code if re.match(r"(uv run )?overpromise\b", words)]


def meant(command: str) -> Iterator[list[str]]:
    """Every command line a written one stands for: without its options in brackets, and with each of them."""
    options = re.findall(r"\[([^\]]+)\]", command)
    bare = filled(re.sub(r"\[[^\]]+\]", "", command))
    yield bare
    for option in options:
        name, _, values = option.partition(" ")
        for value in values.split("|"):
            yield [*bare, *filled(f"{name} {value}".replace("--bot …", "--bot balanced"))]


def filled(command: str) -> list[str]:
    return [SAMPLES.get(word, word) for word in shlex.split(command.removeprefix("overpromise"))]


def test_the_readme_shows_every_command_and_the_table_is_read_whole() -> None:
    shown = {words[0] for command in written_commands(page("README.md")) for words in meant(command) if words}
    assert shown == {
        "play",
        "list",
        "results",
        "review",
        "debrief",
        "compare",
        "whatif",
        "check",
        "simulate",
        "balance",
        "test",
        "new",
        "schema",
        "graph",
        "explain",
        "try",
        "export",
        "verify",
    }
    lines = [" ".join(words) for command in written_commands(page("README.md")) for words in meant(command)]
    assert {"", "play scope_creep --seat two", "play scope_creep --difficulty stormy"} <= set(lines)
    assert "simulate scope_creep --plays 7" in lines


@pytest.mark.parametrize("command", [pytest.param(c, id=c) for name in PAGES for c in written_commands(page(name))])
def test_every_command_shown_is_understood(command: str) -> None:
    for words in meant(command):
        if words not in (
            ["play"],
            ["simulate"],
            ["check"],
            ["balance"],
            ["test"],
            ["new"],
            ["graph"],
            ["explain"],
            ["export"],
            ["verify"],
        ):  # a sentence may name those without saying of what
            options.parser_of(cli.COMMANDS, cli.COMMANDS["list"]).parse_args(words)


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([name, "--help"])
    assert stopped.value.code == 0
    assert "--data-dir" in capsys.readouterr().out


def test_every_scenario_named_in_a_command_is_shipped() -> None:
    played = re.findall(r"overpromise (?:play|simulate) ([a-z_]+)", page("README.md") + options.EXAMPLES)
    assert played
    assert all(shipped("scenarios").joinpath(f"{name}.yaml").is_file() for name in played)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    text = page(name)
    heads = {re.sub(r"[^a-z -]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^#+ (.+)$", text, re.M)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        here, there = target.removeprefix("#") in heads, (ROOT / name).parent.joinpath(target).is_file()
        assert target.startswith("https://") or here or there, target


def test_every_path_in_the_readme_exists() -> None:
    text = page("README.md")
    house = text.split("## The house")[1]
    tree = re.findall(r"^([a-z/]+(?:\.py|/)) ", house, re.M)
    named = [f"game/{path}" for path in re.findall(r"`(engine/[a-z_/]+(?:\.py)?)`", house)]
    assert len(tree) >= 9
    assert len(named) >= 4
    for path in (*tree, *named, ".ci/run", "pyproject.toml", "tests/benchmarks/__main__.py"):
        assert (ROOT / path).exists(), path


def test_the_pictures_are_pictures_and_all_are_shown() -> None:
    named = re.findall(r"\]\(([^)]+\.png)\)", page("README.md"))
    assert sorted(named) == sorted(f"assets/screenshots/{p.name}" for p in (ROOT / "assets/screenshots").iterdir())
    assert all((ROOT / path).read_bytes().startswith(b"\x89PNG") for path in named)


def test_numbers_and_names_are_those_of_the_program() -> None:
    text, project = page("README.md"), tomllib.loads(page("pyproject.toml"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in text
    assert HOME_VARIABLE in text
    assert f"0 done, {cli.MISTAKES} mistakes" in text
    assert f"{options.COULD_NOT} could not run, {cli.STOPPED} stopped" in text
    assert f"## {project['version']}" in page("CHANGELOG.md")


def test_every_package_needed_has_its_licence_told() -> None:
    needed = tomllib.loads(page("pyproject.toml"))["project"]["dependencies"]
    told = page("assets/NOTICES.md")
    for requirement in needed:
        assert f"| {re.split('[<>=]', requirement)[0]}" in told
