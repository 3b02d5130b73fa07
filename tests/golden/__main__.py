"""Write the golden plays anew: `python -m tests.golden`. Only when rules or scenarios were meant to change."""

from tests.golden.plays import FILE, as_text, golden_plays

if __name__ == "__main__":
    FILE.write_text(as_text(golden_plays()), "utf-8")
    print(f"wrote {FILE}")
