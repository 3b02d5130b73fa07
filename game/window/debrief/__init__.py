"""The debrief: what was meant, what happened, what it was worth, what to keep and change, what to take to work.

The order is the point. The player says where it turned before the game shows its own reading (`happened`), and writes
down what to keep after having seen it (`kept`). `screen` leads through the steps; each step is a module of its own.
"""
