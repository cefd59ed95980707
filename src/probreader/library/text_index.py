"""From words to the entries that hold them: the only place that knows how the full-text indexes are asked.

A *text tree* is a :class:`Words` of any field but ``label:``, or an ``And`` or ``Or`` of text trees. Words in scripts
without spaces between words (:mod:`probreader.domain.scripts`) are asked of an index of their own.
"""

from collections.abc import Callable

from probreader.domain.queries.nodes import And, Field, InThread, Node, Not, Or, RepliesTo, Words, all_of
from probreader.domain.scripts import has_script, part_expression, runs
from probreader.library.fragments import Fragment
from probreader.library.words import tokens

COLUMNS = {Field.ANY: "", Field.AUTHOR: "{author} : ", Field.TITLE: "{heading} : "}
_MATCHING = """
SELECT entry, {score} AS score FROM {index} CROSS JOIN entry_order ON doc = {index}.rowid WHERE {index} MATCH ?
"""
_NO_SCORE = "NULL"
_SCORE = "bm25(entry_index, 1.0, 5.0, 3.0)"
"""The less, the better; a word in a heading counts as five in the text, in the author's name as three."""

Phrase = Callable[[Words], str]
"""The FTS5 query of words that stand one after another, without their column."""


def is_text(node: Node) -> bool:
    """Whether the index of words alone decides: a text tree whose words may stand anywhere in the entry."""
    if isinstance(node, And | Or):
        return all(map(is_text, node.nodes))
    return isinstance(node, Words) and node.field is Field.ANY and not has_script(node.text)


def is_script(node: Node) -> bool:
    """Whether the index of scripts alone decides."""
    return isinstance(node, Words) and node.field is Field.ANY and has_script(node.text)


def by_script(node: Node) -> Node:
    """``node`` with every words that are partly in a script without spaces as those and the others."""
    match node:
        case And(nodes):
            return all_of([by_script(part) for part in nodes]) or node
        case Or(nodes):
            return Or(tuple(map(by_script, nodes)))
        case Not(inner) | InThread(inner) | RepliesTo(inner):
            return type(node)(by_script(inner))
        case Words(text, field) if field is not Field.LABEL and has_script(text):
            return _parted(node)
    return node


def _parted(words: Words) -> Node:
    others = [token for token in tokens(words.text) if not has_script(token)]
    rest = Words(" ".join(others), words.field) if others else None
    return all_of([rest, Words(" ".join(runs(words.text)), words.field)]) or words


def matching(tree: Node, *, scored: bool = False) -> Fragment:
    """A SELECT of ``entry`` and ``score``: every entry for which the text tree holds, once, in no order.

    Words of ``author:`` match in the entry's own author, of ``title:`` in its own heading, others in heading, author
    or text. What is found is exact: nothing needs to be looked at again. Placeholders have no words, so that none is
    found. ``score`` is NULL unless ``scored``; then the less it is, the better the entry matches.
    """
    index = "script_index" if isinstance(tree, Words) and has_script(tree.text) else "entry_index"
    sql = _MATCHING.format(score=_SCORE if scored else _NO_SCORE, index=index)
    return Fragment(sql, (expression(tree),))


def expression(tree: Node, phrase: Phrase | None = None) -> str:
    """The text tree as an FTS5 query, in which every word is quoted; ``phrase`` says how words are asked."""
    if isinstance(tree, And | Or):
        between = " AND " if isinstance(tree, And) else " OR "
        return f"({between.join(expression(part, phrase) for part in tree.nodes)})"
    if not isinstance(tree, Words) or tree.field not in COLUMNS:
        raise TypeError(f"{tree} is no text tree")
    return COLUMNS[tree.field] + (phrase or quoted)(tree)


def quoted(words: Words) -> str:
    """The words one after another, the last of which may go on if it is a prefix."""
    if has_script(words.text):
        return f"({' AND '.join(map(part_expression, runs(words.text)))})"
    return f'"{" ".join(tokens(words.text))}"' + " *" * words.prefix
