"""One line to type what is to be found: in the thread, or in the whole library."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class SearchMode(Enum):
    """Where to search; the value is the prompt."""

    THREAD = "find in thread"
    LIBRARY = "search library"


class Doubt(Highlighter):
    """Marks the place of a fault in what is typed."""

    place: tuple[int, int] | None = None
    """Offsets; None when nothing is wrong."""
    style = ""
    """Of the place."""

    def highlight(self, text: Text) -> None:
        """Mark the place; where something is missing, what stands before it."""
        if self.place is not None and text.plain:
            start, end = self.place
            start = min(start, len(text.plain) - 1)
            text.stylize(self.style, start, max(end, start + 1))


class SearchInput(Input):
    """The line itself; arrows leave it for what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "browse(1)", "Next hit", show=False),
        Binding("up", "browse(-1)", "Previous hit", show=False),
        Binding("escape", "cancel", "Close", show=False),
    ]

    def action_browse(self, by: int) -> None:
        """Go to the next or previous hit while typing."""
        self.post_message(SearchBar.Browsed(by))

    def action_cancel(self) -> None:
        """Close the bar."""
        self.post_message(SearchBar.Cancelled())


class SearchBar(Horizontal):
    """Hidden until it is asked for."""

    @dataclass
    class Changed(Message):
        """What is typed has changed."""

        mode: SearchMode
        text: str

    @dataclass
    class Submitted(Message):
        """The user has typed all and wants to see what was found."""

        mode: SearchMode
        text: str

    @dataclass
    class Browsed(Message):
        """The next (1) or previous (-1) hit is wanted while typing goes on."""

        by: int

    @dataclass
    class Cancelled(Message):
        """The user gave up."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.mode = SearchMode.THREAD
        """Where the bar searches now."""

    def compose(self) -> ComposeResult:
        """Prompt, line, counter."""
        yield Static(id="search-prompt", markup=False)
        yield SearchInput(id="search-input", compact=True, select_on_focus=True, highlighter=Doubt())
        yield Static(id="search-count", markup=False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def ask(self, mode: SearchMode) -> None:
        """Show the bar and let the user type; what was typed before stays, selected."""
        if mode is not self.mode:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
            self.count("")
            self.doubt(None)
        self.mode = mode
        self.query_one("#search-prompt", Static).update(Content(f" {mode.value}: "))
        self.display = True
        self.query_one(Input).focus()

    def type(self, text: str) -> None:
        """Put ``text`` into the line, as if the user had typed it."""
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def put(self, mode: SearchMode, text: str) -> None:
        """Hold ``text`` as what is searched for, without asking for it."""
        self.mode = mode
        with self.prevent(Input.Changed):
            self.type(text)

    def doubt(self, place: tuple[int, int] | None) -> None:
        """Mark the place of a fault in what is typed; None marks nothing."""
        line = self.query_one(Input)
        doubt = line.highlighter
        assert isinstance(doubt, Doubt)
        color = self.app.theme_variables
        doubt.place, doubt.style = place, f"bold {color['background']} on {color['error']}"
        line.refresh()

    def close(self) -> None:
        """Hide the bar."""
        self.display = False

    def count(self, words: str) -> None:
        """Tell how much was found."""
        self.query_one("#search-count", Static).update(Content(f" {words} "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Changed(self.mode, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that typing is done."""
        event.stop()
        self.post_message(self.Submitted(self.mode, event.value))
