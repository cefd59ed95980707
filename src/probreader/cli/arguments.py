"""The words of the command line, as one value."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from probreader import __version__
from probreader.cli.codes import ExitCode
from probreader.domain.clean import clean_line, clean_text

COMMANDS = {
    "add": "read files, folders and archives into the library and print what was found",
    "parse": "print what is found in files, folders and archives; no library is touched",
    "list": "list the posts of the library, newest first",
    "show": "print one post with its comments",
    "search": "find entries in the whole library",
    "bookmarks": "list the bookmarks, newest first",
    "ledger": "print what was found of one post in each of its sources, and what it changed",
    "marks": "write all marks to a file, or merge those of another library",
    "doctor": "examine the library, rebuild its index, or save what can be read of a damaged one",
}
"""Every command and what it does. A file of the same name is named ``./list``."""

_VALUED = (
    *("--library", "--limit", "--label", "--jobs", "--tag", "--post", "--salvage"),
    *("--order", "--save", "--saved", "--delete-saved"),
)
_ORDERS = ("newest", "oldest", "best")
_EPILOG = """\
Exit codes: 0 ok, 1 failure, 2 usage, 3 some of the input unreadable, 4 none of it readable,
5 library locked or newer, 128 + signal."""
_LANGUAGE = """\
A query is made of these; all must match, unless OR stands between them:
  word  word*  "some words"    in the heading, the author's name or the text
  author:ann  label:news  title:"spring fair"
  in:post  in:comment          a post and its sections, or comments
  is:unread is:new is:bookmarked is:removed is:op    has:link  has:replies
  after:2021  before:2021-02  on:2021-02-25          not before; before; within
  depth:1  depth:>2            1 answers the post, 2 a comment, and so on
  thread:(...)                 in posts in which some entry matches
  replies-to:(...)             comments whose parent matches
  /colou?r/                    a regular expression in the heading or the text
  -word  -is:op  -(...)        not that
  cat OR dog  (cat OR dog) -food
Case and accents do not count, nor does punctuation in words. In a shell, put the query in single quotes.

"""
_UNCLAIMED = "\0"
"""Before a word of a query that begins with a minus, so that it is not taken for an option; no argument holds it."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the user asked for."""

    command: str
    """A key of :data:`COMMANDS`, or ``open`` when none was named."""
    words: tuple[str, ...]
    """Paths, the words of a query, or the words that name a post."""
    library: str | None
    """The library file named with ``--library``; None when it was not."""
    limit: int | None
    """How many results to list at most; None when not said."""
    label: str | None
    """Only posts with this label; None for all."""
    json: bool
    """JSON instead of plain text."""
    jobs: int
    """How many processes read at once."""
    action: str
    """What ``marks`` is to do; empty for other commands."""
    tags: tuple[str, ...]
    """Only bookmarks that bear all of these."""
    post: str | None
    """Only bookmarks in the post that this names; None for all."""
    pager: bool
    """Whether long text may be handed to a pager."""
    rebuild_index: bool
    """Whether ``doctor`` is to build the index anew."""
    salvage: str | None
    """The file that ``doctor`` is to save into what can be read; None for none."""
    order: str = "newest"
    """How hits are sorted: ``newest``, ``oldest`` or ``best``."""
    save: str | None = None
    """The name under which the query is to be kept; None when it is not."""
    saved: str | None = None
    """The name of the saved search to run; None when the query is given."""
    delete_saved: str | None = None
    """The name of the saved search to take away; None for none."""
    list_saved: bool = False
    """The saved searches are asked for."""
    linear: bool = False
    """The screen is to be one column of words, for screen readers."""


def parse_arguments(words: Sequence[str]) -> Arguments:
    """``words`` understood. The first word that is no option names the command; options may stand on either side of it.

    Raises:
        SystemExit: for ``--help``, ``--version`` (code 0) and wrong usage (code 2).
    """
    position = _first_word(words)
    command = words[position] if position < len(words) and words[position] in COMMANDS else None
    rest = list(words) if command is None else [*words[:position], *words[position + 1 :]]
    parser = _parser(command)
    if command == "search":
        found = parser.parse_intermixed_args(_unclaimed(rest))
        _check_search(parser, found)
    else:
        found = parser.parse_args(rest)
    is_text = command in ("show", "search", "bookmarks", "ledger")
    return Arguments(
        command=command or "open",
        words=tuple(clean_text(word) if is_text else word for word in getattr(found, "words", ())),
        library=found.library,
        limit=getattr(found, "limit", None),
        label=None if getattr(found, "label", None) is None else clean_line(found.label),
        json=getattr(found, "json", False),
        jobs=getattr(found, "jobs", 1),
        action=getattr(found, "action", ""),
        tags=tuple(clean_line(tag) for tag in getattr(found, "tag", ())),
        post=getattr(found, "post", None),
        pager=not getattr(found, "no_pager", True),
        rebuild_index=getattr(found, "rebuild_index", False),
        salvage=getattr(found, "salvage", None),
        order=getattr(found, "order", "newest"),
        save=getattr(found, "save", None),
        saved=getattr(found, "saved", None),
        delete_saved=getattr(found, "delete_saved", None),
        list_saved=getattr(found, "list_saved", False),
        linear=getattr(found, "linear", False),
    )


def _unclaimed(words: Sequence[str]) -> list[str]:
    """``words`` with a mark before what is no option: ``-word``, but not ``-h`` and ``--limit``; all after ``--``."""
    marked: list[str] = []
    for number, word in enumerate(words):
        if word == "--":
            return [*marked, *(_UNCLAIMED + rest for rest in words[number + 1 :])]
        is_value = number > 0 and words[number - 1] in _VALUED
        is_negation = len(word) > 1 and word[0] == "-" and word[1] != "-" and word != "-h"
        marked.append(_UNCLAIMED + word if is_negation and not is_value else word)
    return marked


def _check_search(parser: argparse.ArgumentParser, found: argparse.Namespace) -> None:
    """End with code 2 unless there is one thing to do."""
    asked = [bool(found.words), found.saved is not None, found.delete_saved is not None, found.list_saved]
    if sum(asked) != 1:
        parser.error("a QUERY is needed, or one of --saved, --list-saved and --delete-saved in its stead")
    if found.save is not None and not found.words:
        parser.error("--save goes with a QUERY")


def _first_word(words: Sequence[str]) -> int:
    position = 0
    while position < len(words) and words[position].startswith("-") and words[position] not in ("-", "--"):
        position += 2 if words[position] in _VALUED else 1
    return position


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in our own form, and without colour."""

    color = False

    def error(self, message: str) -> NoReturn:
        """Print usage and ``message`` to stderr and end with code 2."""
        self.print_usage(sys.stderr)
        sys.stderr.write(f"probreader: {clean_line(message)}\n")
        sys.exit(ExitCode.USAGE)


def _parser(command: str | None) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="probreader" if command is None else f"probreader {command}",
        usage=_overview_usage() if command is None else None,
        description=_overview() if command is None else COMMANDS[command][0].upper() + COMMANDS[command][1:] + ".",
        epilog=_LANGUAGE + _EPILOG if command == "search" else _EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.color = False
    parser.add_argument("--library", metavar="FILE", help="the library (else $PROBREADER_LIBRARY, else your own)")
    parser.add_argument("--version", action="version", version=f"probreader {__version__}")
    _add_words(parser, command)
    if command in ("list", "search", "bookmarks"):
        parser.add_argument("--limit", metavar="N", type=_count, help="list at most N results")
    if command is None:
        parser.add_argument("--linear", action="store_true", help="one column of words, for screen readers")
    if command == "list":
        parser.add_argument("--label", metavar="LABEL", help="only posts with this label")
    if command == "search":
        _add_search(parser)
    if command in (None, "add", "parse"):
        parser.add_argument("--jobs", metavar="N", type=_count, default=1, help="read with N processes (1)")
    if command == "bookmarks":
        parser.add_argument("--tag", metavar="TAG", action="append", default=[], help="only with this tag; repeatable")
        parser.add_argument("--post", metavar="POST", help="only in this post: its id, or its title")
    if command == "show":
        parser.add_argument("--no-pager", action="store_true", help="never page, also on a terminal")
    if command == "doctor":
        parser.add_argument("--rebuild-index", action="store_true", help="build the index of words anew")
        parser.add_argument("--salvage", metavar="FILE", help="save what can be read into FILE, which must be new")
    if command not in (None, "add"):
        parser.add_argument("--json", action="store_true", help="JSON, one object a line")
    return parser


def _add_words(parser: argparse.ArgumentParser, command: str | None) -> None:
    if command is None:
        parser.add_argument(
            "words", metavar="PATH", nargs="*", help="a file, a folder, an archive, or - for standard input"
        )
    elif command in ("add", "parse"):
        parser.add_argument(
            "words", metavar="PATH", nargs="+", help="a file, a folder, an archive, or - for standard input"
        )
    elif command in ("show", "ledger"):
        parser.add_argument("words", metavar="POST", nargs="+", help="a post's id, the beginning of it, or its title")
    elif command == "bookmarks":
        parser.add_argument("words", metavar="TEXT", nargs="*", help="only with this in text, note, title or author")
    elif command == "marks":
        parser.add_argument("action", choices=("export", "import"), help="write all marks, or merge those of others")
        parser.add_argument(
            "words",
            metavar="FILE",
            nargs="*",
            help="to write (else stdout), or to merge (- for stdin)",
        )
    elif command == "search":
        parser.add_argument("words", metavar="QUERY", nargs="*", type=_claimed, help="what to find; see below")


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--order",
        choices=_ORDERS,
        default="newest",
        help="newest posts first (the default), oldest posts, or best matches",
    )
    parser.add_argument("--save", metavar="NAME", help="also keep the query under NAME")
    parser.add_argument("--saved", metavar="NAME", help="find what the query kept under NAME finds")
    parser.add_argument("--list-saved", action="store_true", help="list the saved searches and how much each finds")
    parser.add_argument("--delete-saved", metavar="NAME", help="forget the query kept under NAME")


def _claimed(word: str) -> str:
    return word.removeprefix(_UNCLAIMED)


def _overview_usage() -> str:
    return "probreader [options] [PATH ...]\n       probreader COMMAND [options] ..."


def _overview() -> str:
    commands = "\n".join(f"  {name:<11}{what}" for name, what in COMMANDS.items())
    return (
        "Read threaded blog discussions. Files, folders and archives named are read into the library, which then\n"
        f"opens there; with none, the library opens where it was left.\n\ncommands:\n{commands}\n\n"
        "'probreader COMMAND --help' tells the options of a command."
    )


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"a whole number above 0 is needed, not {text!r}")
    return int(text)
