"""A bookmark's note and tags."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote to a bookmark."""

    text: str
    tags: tuple[str, ...]


class BookmarkNote(ModalScreen[Note | None]):
    """Asks for note and tags; None when the user gave up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Close", show=False)]

    def __init__(self, excerpt: str, note: Note) -> None:
        super().__init__()
        self._excerpt = excerpt
        self._note = note

    def compose(self) -> ComposeResult:
        """The entry's words, then two lines to fill in."""
        with Vertical(id="note"):
            yield Static(Content(self._excerpt), id="note-excerpt", markup=False)
            yield Static("Note", markup=False)
            yield Input(self._note.text, id="note-text", compact=True)
            yield Static("Tags, parted by spaces", markup=False)
            yield Input(" ".join(self._note.tags), id="note-tags", compact=True)
            yield Static(Content.styled("enter keeps it   tab next line   escape leaves", "$quiet"), markup=False)

    def on_input_submitted(self) -> None:
        """Keep what was written."""
        tags = self.query_one("#note-tags", Input).value.replace(",", " ").replace("#", " ").split()
        self.dismiss(Note(self.query_one("#note-text", Input).value.strip(), tuple(dict.fromkeys(tags))))

    def action_give_up(self) -> None:
        """Leave the bookmark as it was."""
        self.dismiss(None)
