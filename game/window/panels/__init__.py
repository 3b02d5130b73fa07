"""Parts of the week and recap screens: each builds a tree of widgets from what a seat sees, and keeps nothing."""
