"""What happens: pure rules, week by week.

Standard library only; imports no other package of the game; compilable with mypyc unchanged. No clock, file, print,
global or random generator: luck comes in as a table. Start with model.py (the rules), state.py (one moment),
then week.py (`start`, `legal`, `advance`) and one law in laws/.
"""
