"""Where words stand in a text, as the index would find them."""

import unicodedata
from itertools import takewhile

from probreader.domain.queries.nodes import Words
from probreader.domain.scripts import has_script, runs
from probreader.library.snippets import SNIPPET_LENGTH, Spans, merged
from probreader.library.words import find, folded, tokens


def spans_of(words: Words, text: str) -> Spans:
    """Where ``words`` stand in ``text``, whatever their field; in scripts without spaces, wherever they do.

    What stands too far behind the first to be in one snippet with it is left out.
    """
    if has_script(words.text):
        return _spans_of_runs(words.text, text)
    found = find(tokens(words.text), folded(text), prefix=words.prefix)
    first = next(found, None)
    if first is None:
        return ()
    end = first.start() + SNIPPET_LENGTH
    return (first.span(), *takewhile(lambda span: span[0] < end, (match.span() for match in found)))


def _spans_of_runs(asked: str, text: str) -> Spans:
    if text.isascii():
        return ()
    composed = unicodedata.normalize("NFKC", text)
    # What is composed otherwise has other offsets: it is found, and not marked.
    searched = composed if len(composed) == len(text) else text
    return merged([_occurrences(run, searched) for run in runs(asked)])


def _occurrences(part: str, text: str) -> Spans:
    found = []
    start = text.find(part)
    while start >= 0:
        found.append((start, start + len(part)))
        start = text.find(part, start + len(part))
    return tuple(found)
