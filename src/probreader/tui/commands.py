"""Every command, said once: bindings, palette and help screen come from this table."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType


class Scope(Enum):
    """Which part of the screen answers to a command."""

    READER = "reader"
    THREAD = "thread"
    LIST = "list"
    SAVED = "saved"
    """The saved searches, which are a list as well."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do."""

    action: str
    """Textual action, without parameters."""
    keys: tuple[str, ...]
    """Textual key names; the first is shown first."""
    title: str
    """What it does, in the imperative."""
    group: str
    scopes: tuple[Scope, ...]
    parameters: str = ""
    """Literal parameters of the action."""
    called: str = ""
    """Its name in the file of settings, where that is not the name of the action."""

    @property
    def name(self) -> str:
        """The action as a binding names it."""
        return f"{self.action}({self.parameters})" if self.parameters else self.action

    @property
    def id(self) -> str:
        """Its name in the file of settings, which never changes; no other command has it."""
        return self.called or self.action.removeprefix("app.")


_BOTH = (Scope.THREAD, Scope.LIST)
_THREAD = (Scope.THREAD,)
_READER = (Scope.READER,)

COMMANDS: tuple[Command, ...] = (
    Command("next_entry", ("j", "down"), "Next entry", "Move", _BOTH),
    Command("previous_entry", ("k", "up"), "Previous entry", "Move", _BOTH),
    Command("page", ("space", "pagedown", "ctrl+f"), "Page down", "Move", _BOTH, "1", "page_down"),
    Command("page", ("b", "pageup", "ctrl+b"), "Page up", "Move", _BOTH, "-1", "page_up"),
    Command("half_page", ("ctrl+d",), "Half a page down", "Move", _BOTH, "1", "half_page_down"),
    Command("half_page", ("ctrl+u",), "Half a page up", "Move", _BOTH, "-1", "half_page_up"),
    Command("line", ("ctrl+e",), "A line down", "Move", _THREAD, "1", "line_down"),
    Command("line", ("ctrl+y",), "A line up", "Move", _THREAD, "-1", "line_up"),
    Command("first", ("g", "home"), "First entry", "Move", _BOTH),
    Command("last", ("G", "end"), "Last entry", "Move", _BOTH),
    Command("next_sibling", ("J",), "Next sibling", "Move", _THREAD),
    Command("previous_sibling", ("K",), "Previous sibling", "Move", _THREAD),
    Command("parent", ("p",), "Parent", "Move", _THREAD),
    Command("top_level", ("t",), "Top-level comment", "Move", _THREAD),
    Command("post", ("circumflex_accent",), "The post", "Move", _THREAD),
    Command("next_unread", ("tab",), "Next unread", "Move", _READER),
    Command("previous_unread", ("shift+tab",), "Previous unread", "Move", _READER),
    Command("next_post", ("right_square_bracket",), "Next post", "Move", _READER),
    Command("previous_post", ("left_square_bracket",), "Previous post", "Move", _READER),
    Command("jump_back", ("ctrl+o",), "Back to where the last leap started", "Move", _READER),
    Command("jump_forward", ("ctrl+n",), "Forward again", "Move", _READER),
    Command("follow", ("f",), "Follow a reference, an answer or a link", "Move", _READER),
    Command("collapse", ("h", "left"), "Collapse, or go to the parent", "Collapse", _THREAD),
    Command("expand", ("l", "right"), "Expand, or go to the first reply", "Collapse", _THREAD),
    Command("toggle_replies", ("enter",), "Collapse or expand", "Collapse", _THREAD),
    Command("collapse_to", ("minus",), "Collapse all", "Collapse", _THREAD, "1", "collapse_all"),
    *(
        Command(
            "collapse_to",
            (str(depth),),
            f"Show down to depth {depth}",
            "Collapse",
            _THREAD,
            str(depth),
            f"depth_{depth}",
        )
        for depth in range(1, 10)
    ),
    Command("expand_all", ("plus",), "Expand all", "Collapse", _THREAD),
    Command("collapse_on", ("x",), "Collapse this top-level thread and go on", "Collapse", _THREAD),
    Command("collapse_read", ("X",), "Collapse threads with nothing new or unread", "Collapse", _THREAD),
    Command("open", ("enter", "l", "right"), "Read what is highlighted", "Lists", (Scope.LIST,)),
    Command("find", ("slash",), "Find in this thread", "Find", _READER),
    Command("next_match", ("n",), "Next match", "Find", _READER),
    Command("previous_match", ("N",), "Previous match", "Find", _READER),
    Command("by_author", ("a",), "Everything by this author", "Find", _READER),
    Command("search", ("s",), "Search the library", "Find", _READER),
    Command("save_search", ("ctrl+s",), "Keep this search under a name", "Find", _READER),
    Command("screen.rename_search", ("r",), "Rename the saved search", "Find", (Scope.SAVED,), called="rename_search"),
    Command("screen.delete_search", ("d",), "Delete the saved search", "Find", (Scope.SAVED,), called="delete_search"),
    Command("back", ("escape",), "Clear matches, close, back", "Find", _READER),
    Command("bookmark", ("m",), "Bookmark, or remove the bookmark", "Mark", _READER),
    Command("bookmark_note", ("M",), "Bookmark with note and tags", "Mark", _READER),
    Command("bookmarks", ("B",), "Bookmarks list", "Mark", _READER),
    Command("mark_unread", ("u",), "Mark unread", "Mark", _READER),
    Command("mark_all_read", ("A",), "Mark the whole thread read", "Mark", _READER),
    Command("undo", ("U",), "Undo the last mark", "Mark", _READER),
    Command("redo", ("ctrl+r",), "Redo what was undone", "Mark", _READER),
    Command("view", ("v",), "Next view of the thread", "Panes", _READER),
    Command("ledger", ("L",), "The ledger of this post", "Memory", _READER),
    Command("earlier_text", ("E",), "What this said before it was edited", "Memory", _READER),
    Command("next_pane", ("w",), "Next pane", "Panes", _READER),
    Command("thread_alone", ("z",), "Thread alone on the screen", "Panes", _READER),
    Command("sort", ("S",), "Sort the posts another way", "Lists", _READER),
    Command("hide_read", ("H",), "Hide posts with nothing new or unread", "Lists", _READER),
    Command("filter", ("backslash",), "Filter posts by label, bookmarks by words", "Lists", _READER),
    Command("open_link", ("o",), "Open in the browser", "Program", _READER),
    Command("copy_link", ("y",), "Copy the link", "Program", _READER),
    Command("copy_entry", ("Y",), "Copy the text", "Program", _READER),
    Command("app.theme", ("T",), "Next theme", "Program", _READER),
    Command("help", ("question_mark",), "Help", "Program", _READER),
    Command("command_palette", ("ctrl+p",), "Palette", "Program", (), called="palette"),
    Command("suspend_process", ("ctrl+z",), "Suspend", "Program", (), called="suspend"),
    Command("app.quit", ("q",), "Quit", "Program", _READER),
)


def bindings(scope: Scope) -> "list[BindingType]":
    """Textual bindings for the commands of ``scope``, with the keys they have of themselves."""
    # Textual is imported when the screen starts: the command line looks at the table, too.
    from textual.binding import Binding

    return [
        Binding(",".join(command.keys), command.name, command.title, show=False, id=command.id)
        for command in COMMANDS
        if scope in command.scopes
    ]
