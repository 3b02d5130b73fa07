"""What it means: previews, words, recaps, bots, simulation.

Standard library only; imports engine and nothing else of the game; compilable with mypyc unchanged. Bots choose through
the same `observe` and `legal` as a player. Start with preview.py (what a competent person foresees), then bots.py.
"""
