"""Which posts to list: all, or those with one label."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from probreader.library import LabelCount

ALL = ""
"""The answer that means: every post. Labels are never empty."""


class LabelPicker(ModalScreen[str | None]):
    """Answers with a label or ``ALL``; None when the user gave up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backslash", "give_up", "Close", show=False),
        Binding("j", "step(1)", "Down", show=False),
        Binding("k", "step(-1)", "Up", show=False),
    ]

    def __init__(self, labels: Sequence[LabelCount], current: str | None) -> None:
        super().__init__()
        self._labels = labels
        self._current = current

    def compose(self) -> ComposeResult:
        """One option a label."""
        with Vertical(id="labels"):
            yield Static("Posts with label", markup=False)
            options = [Option(Content("all posts"))]
            options += [Option(Content(f"{label.label}  {label.posts}")) for label in self._labels]
            yield OptionList(*options, id="label-options", markup=False)

    def on_mount(self) -> None:
        """Stand on the label that is shown now."""
        names = [label.label for label in self._labels]
        options = self.query_one(OptionList)
        options.highlighted = names.index(self._current) + 1 if self._current in names else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        at = event.option_index
        self.dismiss(self._labels[at - 1].label if at else ALL)

    def action_step(self, by: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_give_up(self) -> None:
        """Leave the list as it was."""
        self.dismiss(None)
