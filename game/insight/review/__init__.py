"""The review: what every decision of a play was worth at the moment it was taken, apart from luck.

Imports the engine and the bots; start with `futures.py`, which plays on from a moment under luck of its own.
`choices.py` judges a week's answers. Everything is computed from the play, so the same play has the same review.
"""
