"""One line asked for."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class AskLine(ModalScreen[str | None]):
    """Answers with the line, without spaces around it; None when the user gave up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Close", show=False)]

    def __init__(self, question: str, line: str) -> None:
        super().__init__()
        self._question = question
        self._line = line

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical(id="note"):
            yield Static(Content(self._question), markup=False)
            yield Input(self._line, id="ask-line", compact=True)
            yield Static(Content.styled("enter keeps it   escape leaves", "$quiet"), markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        self.dismiss(event.value.strip())

    def action_give_up(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
