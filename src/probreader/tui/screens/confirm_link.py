"""Asks before a link is opened that does not lead where its words say."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from probreader.domain.addresses import Address


class ConfirmLink(ModalScreen[bool]):
    """True when the user wants to go where the address really leads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Open", show=False),
        Binding("escape,q,n,enter", "answer(False)", "Stay", show=False),
    ]

    def __init__(self, address: Address, text: str) -> None:
        super().__init__()
        self._address = address
        self._text = text

    def compose(self) -> ComposeResult:
        """What the link says, and where it leads."""
        with Vertical(id="confirm"):
            yield Static(Content(f"The link says “{' '.join(self._text.split())[:200]}”"), markup=False)
            yield Static(Content.assemble("and leads to ", (self._address.host, "bold $accent")), markup=False)
            yield Static(Content(self._address.url[:400]), markup=False)
            yield Static(Content.styled("y opens it   escape leaves", "$quiet"), markup=False)

    def action_answer(self, opens: bool) -> None:
        """Answer."""
        self.dismiss(opens)
