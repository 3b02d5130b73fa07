"""What is kept: plays, drafts and results in one SQLite file, settings in one TOML file; and one play as a text file.

Read rows.py (what a row is and how damage shows), schema.py, store.py (every write), opening.py (a file that may be
damaged or unwritable), then desk.py, the one object a window or a terminal plays through.
Play files: playfile.py (the format), exporting.py, proving.py.
"""
