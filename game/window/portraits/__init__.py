"""Faces: people drawn from words, with moods."""

from game.window.portraits.draw import portrait_svg
from game.window.portraits.face import Face, face_from_name, face_from_parts
from game.window.portraits.render import portrait

__all__ = ["Face", "face_from_name", "face_from_parts", "portrait", "portrait_svg"]
