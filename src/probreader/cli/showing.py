"""``list``, ``show``, ``bookmarks`` and ``ledger``: what the library holds, made for pipes."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.contract import bookmark_object, post_object, summary_object
from probreader.cli.ledger import stored_lines
from probreader.cli.ledger_contract import ledger_object
from probreader.cli.output import complain, emit, emit_json, text_width
from probreader.cli.paging import page
from probreader.domain.clean import clean_line
from probreader.export.text import moment, post_lines, title_of
from probreader.library import Bookmark, History, Hit, Library, PostSummary, SourceLedger
from probreader.paths import library_path


def list_posts(arguments: Arguments) -> ExitCode:
    """Print one line a post, newest first."""
    with Library.open(library_path(arguments.library)) as library:
        posts = library.posts(label=arguments.label)[: arguments.limit]
        if arguments.json:
            for post in posts:
                emit_json(summary_object(post))
        elif posts or arguments.label is None:
            print_posts(posts)
        else:
            complain(f"no post is labelled {arguments.label}")
    return ExitCode.OK


def print_posts(posts: Sequence[PostSummary]) -> None:
    """One line a post: id, date, comments, unread ones, title; without posts, a hint on stderr."""
    if not posts:
        complain("the library is empty; 'probreader PATH' reads a file or folder into it")
    id_width = max((len(post.id) for post in posts), default=0)
    for post in posts:
        when = "-" if post.published is None else moment(post.published)
        title = title_of(post.title, post.title_inferred)
        emit([f"{post.id:<{id_width}}  {when:<10}  {post.comments:>5}  {post.unread:>5}  {title}"])


def show_post(arguments: Arguments) -> ExitCode:
    """Print one post with its comments."""
    with Library.open(library_path(arguments.library)) as library:
        post = library.post(library.find_post(" ".join(arguments.words)))
    if arguments.json:
        emit_json(post_object(post))
    else:
        page(post_lines(post, text_width()), is_wanted=arguments.pager)
    return ExitCode.OK


def bookmarks(arguments: Arguments) -> ExitCode:
    """Print one line a bookmark, newest first."""
    with Library.open(library_path(arguments.library)) as library:
        post_id = None if arguments.post is None else library.find_post(arguments.post)
        found = library.bookmarks(post_id=post_id, tags=arguments.tags, text=" ".join(arguments.words))
        marks = found[: arguments.limit]
    for mark in marks:
        if arguments.json:
            emit_json(bookmark_object(mark))
        else:
            emit([_bookmark_line(mark)])
    if not marks:
        is_filtered = bool(arguments.words or arguments.tags or arguments.post)
        complain("no bookmark is like that" if is_filtered else "there are no bookmarks")
    return ExitCode.OK


def ledger(arguments: Arguments) -> ExitCode:
    """Print what was found of one post in each of its sources, and what the library holds of it."""
    with Library.open(library_path(arguments.library)) as library:
        post_id = library.find_post(" ".join(arguments.words))
        summary, history, ledgers = library.summary(post_id), library.history(post_id), library.ledger(post_id)
    if arguments.json:
        emit_json(ledger_object(summary, history, ledgers))
    else:
        emit(_ledger_lines(summary, history, ledgers))
    return ExitCode.OK


def _ledger_lines(summary: PostSummary, history: History, ledgers: Sequence[SourceLedger]) -> Iterator[str]:
    when = "no date" if summary.published is None else moment(summary.published)
    declared = "not declared" if summary.declared is None else f"declared {summary.declared}"
    yield (
        f"{title_of(summary.title, summary.title_inferred)} ({when}): comments {declared}, held {summary.comments}; "
        f"entries new {len(history.new)}, changed {len(history.changed)}, gone {len(history.gone)}"
    )
    for each in ledgers:
        yield from stored_lines(each)


def _bookmark_line(mark: Bookmark) -> str:
    return "  ".join(_bookmark_parts(mark))


def _bookmark_parts(mark: Bookmark) -> Iterator[str]:
    yield mark.post_id
    yield mark.created[:10]
    yield f"{where(mark)}: {mark.excerpt}"
    if mark.tags:
        yield f"[{', '.join(clean_line(tag) for tag in mark.tags)}]"
    if mark.note:
        yield f"# {clean_line(mark.note)}"


def where(item: Hit | Bookmark) -> str:
    """The title of the post, and whose words they are where that is known."""
    title = title_of(item.post_title, is_inferred=False)
    return title if item.author is None else f"{title} · {item.author}"


SHOWING: Mapping[str, Callable[[Arguments], ExitCode]] = {
    "list": list_posts,
    "show": show_post,
    "bookmarks": bookmarks,
    "ledger": ledger,
}
"""The commands of this module by name."""
