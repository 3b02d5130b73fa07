"""The same game in a terminal. Only here: rich.

A screen is a tuple of blocks (`blocks`), made by pure functions of a play; one of two papers (`plain`, `boxed`) shows
them, and reads what is typed.
"""
