"""The review: what the decisions were heading for, week by week, luck kept apart, and each decision opened."""

from game.window.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
