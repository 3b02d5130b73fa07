"""The same play gives the same digests everywhere, week by week."""

import json

from tests.golden.plays import FILE, golden_plays


def test_plays_come_out_as_they_did_when_they_were_written_down() -> None:
    written = json.loads(FILE.read_text("utf-8"))
    lived = golden_plays()
    assert lived.keys() == written.keys()
    for name, play in lived.items():
        assert play["weeks"].split() == written[name]["weeks"].split(), f"{name}: run `python -m tests.golden` if meant"
        assert play["ending"] == written[name]["ending"], name
