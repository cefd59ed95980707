"""``search``: entries of the whole library, and queries kept under names."""

import unicodedata

from probreader.cli.arguments import Arguments
from probreader.cli.codes import ExitCode
from probreader.cli.contract import hit_object, saved_search_object
from probreader.cli.output import complain, emit, emit_json, point_out
from probreader.cli.showing import where
from probreader.domain.clean import clean_line
from probreader.errors import QueryError
from probreader.export.text import moment
from probreader.library import MOST_COUNTED, Hit, HitOrder, Library, SavedSearch
from probreader.paths import library_path

HITS = 50
"""How many search hits are listed when nobody says."""


def search(arguments: Arguments) -> ExitCode:
    """Print one line a hit, or see to the saved searches; a query that is not understood is a matter of usage."""
    with Library.open(library_path(arguments.library)) as library:
        if arguments.list_saved:
            return _list_saved(library, arguments)
        if arguments.delete_saved is not None:
            return _delete_saved(library, arguments.delete_saved)
        query = " ".join(arguments.words) if arguments.saved is None else library.saved_query(arguments.saved)
        query = clean_line(query)
        try:
            if arguments.save is not None:
                library.save_search(arguments.save, query)
            return _find(library, query, arguments)
        except QueryError as error:
            complain(str(error))
            point_out(query, _cells(query[: error.start]), max(1, _cells(query[error.start : error.end])))
            return ExitCode.USAGE


def _find(library: Library, query: str, arguments: Arguments) -> ExitCode:
    """Print one line a hit; when there are more than asked for, stderr tells how many."""
    limit = arguments.limit or HITS
    hits = library.search(query, limit, HitOrder(arguments.order))
    total = library.count(query) if len(hits) >= limit else len(hits)
    for hit in hits:
        if arguments.json:
            emit_json(hit_object(hit))
        else:
            emit([_hit_line(hit)])
    if not hits:
        complain("nothing found")
    elif total > len(hits):
        complain(f"{len(hits)} of {total} hits shown; --limit {total} shows all")
    return ExitCode.OK


def _list_saved(library: Library, arguments: Arguments) -> ExitCode:
    """Print one line a saved search: how much it finds, name, query."""
    saved = library.saved_searches()
    for item in saved[: arguments.limit]:
        if arguments.json:
            emit_json(saved_search_object(item))
        else:
            emit([f"{_counted(item):>5}  {item.name}: {clean_line(item.query)}"])
    if not saved:
        complain("no search is saved; 'probreader search --save NAME QUERY' saves one")
    return ExitCode.OK


def _delete_saved(library: Library, name: str) -> ExitCode:
    if not library.delete_search(name):
        complain(f"No search is saved as “{name}”. “probreader search --list-saved” shows those that are.")
        return ExitCode.FAILURE
    return ExitCode.OK


def _counted(saved: SavedSearch) -> str:
    if saved.count is None:
        return "?"
    return f"{saved.count}+" if saved.count >= MOST_COUNTED else str(saved.count)


def _hit_line(hit: Hit) -> str:
    when = "-" if hit.published is None else moment(hit.published)
    return f"{hit.post_id}  {when:<10}  {where(hit)}: {hit.snippet}"


def _cells(text: str) -> int:
    """Columns that ``text`` takes on a terminal, near enough to point below it."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
