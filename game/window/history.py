"""Not yet."""

from game.window.house import House
from game.window.kit import Text, Ui, Widget


class HistoryScreen:
    def __init__(self, house: House, *more: object) -> None:
        self.house = house

    def view(self, ui: Ui) -> Widget:
        return Text("history")

    def on_message(self, message: object) -> None:
        return None

    def on_tick(self, now_ms: int) -> bool:
        return False
