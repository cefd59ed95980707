"""From words to the entries that hold them: the only place that knows how the full-text index is asked.

A *text tree* is a :class:`Words` of any field but ``label:``, or an ``And`` or ``Or`` of text trees. The commonest
query of all is one of :func:`plain_words`, answered newest first: it may be given a plan of its own here or in
:mod:`.search`, as long as it finds the same.
"""

from typing import TypeAlias

from probreader.domain.queries.nodes import And, Field, Node, Or, Words
from probreader.library.fragments import Fragment

TextTree: TypeAlias = Words | And | Or

_COLUMNS = {Field.ANY: "", Field.AUTHOR: "{author} : ", Field.TITLE: "{heading} : "}
_MATCHING = "SELECT rowid AS entry, {score} AS score FROM entry_index WHERE entry_index MATCH ?"
_NO_SCORE = "NULL"
_SCORE = "bm25(entry_index, 5.0, 3.0, 1.0)"
"""The less, the better; a word in a heading counts as five in the text, in the author's name as three."""


def is_text(node: Node) -> bool:
    """Whether the entry's own words alone decide: a text tree whose words may stand anywhere in the entry."""
    if isinstance(node, And | Or):
        return all(map(is_text, node.nodes))
    return isinstance(node, Words) and node.field is Field.ANY


def plain_words(node: Node | None) -> tuple[Words, ...] | None:
    """The words, phrases and prefixes that must all match, when ``node`` asks for nothing else; None when it does."""
    nodes = node.nodes if isinstance(node, And) else (node,)
    words = tuple(part for part in nodes if isinstance(part, Words) and part.field is Field.ANY)
    return words if len(words) == len(nodes) else None


def matching(tree: Node, *, scored: bool = False) -> Fragment:
    """A SELECT of ``entry`` and ``score``: every entry for which the text tree holds, once, in no order.

    Words of ``author:`` match in the entry's own author, of ``title:`` in its own heading, others in heading, author
    or text. What is found is exact: nothing needs to be looked at again. Placeholders have no words, so that none is
    found. ``score`` is NULL unless ``scored``; then the less it is, the better the entry matches.
    """
    return Fragment(_MATCHING.format(score=_SCORE if scored else _NO_SCORE), (expression(tree),))


def expression(tree: Node) -> str:
    """The text tree as an FTS5 query, in which every word is quoted."""
    if isinstance(tree, And | Or):
        between = " AND " if isinstance(tree, And) else " OR "
        return f"({between.join(map(expression, tree.nodes))})"
    if not isinstance(tree, Words) or tree.field not in _COLUMNS:
        raise TypeError(f"{tree} is no text tree")
    quoted = tree.text.replace('"', " ")
    return f'{_COLUMNS[tree.field]}"{quoted}"' + "*" * tree.prefix
