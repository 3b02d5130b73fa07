"""Overpromise: a flight simulator for client work.

Read in this order: engine/model.py (the rules of one story), engine/state.py (one moment of a play),
engine/week.py (one turn), engine/laws/ (what moves by itself), scenario/ (YAML to rules), insight/ (bots, words),
records/ (what is kept), window/ and terminal/ (the two faces), cli.py (the commands).
"""

__version__ = "0.1.0"
