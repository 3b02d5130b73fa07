"""What is written: a YAML file becomes a checked `Scenario`, or a list of problems with line, column and remedy.

The only package that may use pydantic and PyYAML; it imports the engine and nothing else of the game.
Read in this order: load.py (the way in), tree.py (YAML to a marked tree), spec.py (the fields an author writes),
expression.py (conditions and amounts), names.py (what they may read), build.py (the engine's rules), common.yaml.
"""
