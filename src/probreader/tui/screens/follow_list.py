"""Where the highlighted entry leads: references, answers and links, each with a key of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

_HINTS = [letter for letter in ascii_lowercase if letter not in "jkq"]


@dataclass(frozen=True, slots=True)
class Lead:
    """A place that can be gone to."""

    said: str
    """How it is listed, on one line."""
    entry_id: str | None
    """The entry it is; None for an address."""
    target: str = ""
    """The address, as its source wrote it."""
    text: str = ""
    """The words that the address stands under."""


class FollowList(ModalScreen[Lead | None]):
    """Answers with the place chosen by its letter, or by the highlight and enter; None when the user gave up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "give_up", "Close", show=False),
        Binding("j", "step(1)", "Down", show=False),
        Binding("k", "step(-1)", "Up", show=False),
    ]

    def __init__(self, leads: Sequence[Lead]) -> None:
        super().__init__()
        self._leads = leads

    def compose(self) -> ComposeResult:
        """One option a place."""
        with Vertical(id="follow"):
            yield Static("Follow", markup=False)
            hints = [*_HINTS, *[" "] * len(self._leads)]
            options = [Option(Content(f"{hint}  {lead.said}")) for hint, lead in zip(hints, self._leads, strict=False)]
            yield OptionList(*options, id="follow-options", markup=False)

    def on_key(self, event: events.Key) -> None:
        """A letter is its place."""
        if event.character in _HINTS and (at := _HINTS.index(event.character)) < len(self._leads):
            event.stop()
            self.dismiss(self._leads[at])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        self.dismiss(self._leads[event.option_index])

    def action_step(self, by: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_give_up(self) -> None:
        """Stay here."""
        self.dismiss(None)
