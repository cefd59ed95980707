"""What a query asks for, as SQL over the tables ``entry`` and ``post``.

Every condition is true or false, never NULL, so that its negation finds the rest.
"""

from collections.abc import Callable, Sequence

from probreader.domain.queries.nodes import (
    And,
    Dated,
    Depth,
    Field,
    Has,
    Holding,
    In,
    InThread,
    Is,
    Kind,
    Node,
    Not,
    Or,
    Regex,
    RepliesTo,
    State,
    When,
    Words,
    conjuncts,
)
from probreader.library.fragments import Fragment, around, joined
from probreader.library.sql_functions import REGEX_FUNCTION, WORDS_FUNCTION
from probreader.library.text_index import is_script, is_text, matching

# What has no date of its own counts as of its post's; a time without a date, ``T14:40``, sorts behind every date.
_DATE = (
    "CASE WHEN entry.kind = 'comment' AND entry.published_iso < 'T' THEN entry.published_iso"
    " ELSE post.published_iso END"
)
_DATES = {
    When.AFTER: f"coalesce({_DATE} >= ?1 AND {_DATE} < 'T', 0)",
    When.BEFORE: f"coalesce({_DATE} < ?1, 0)",
    When.ON: f"coalesce(substr({_DATE}, 1, length(?1)) = ?1, 0)",
}
_KINDS = {Kind.POST: "entry.kind <> 'comment'", Kind.COMMENT: "entry.kind = 'comment'"}
_BOOKMARKED = """
post.id IN (SELECT post_id FROM bookmark) AND EXISTS (
    SELECT 1 FROM bookmark WHERE bookmark.post_id = post.id
    AND bookmark.entry_id = CASE entry.kind WHEN 'post' THEN post.id ELSE entry.id END
)
"""
_STATES = {
    State.UNREAD: "entry.kind <> 'post' AND NOT EXISTS ("
    "SELECT 1 FROM entry_read WHERE entry_read.post = entry.post AND entry_read.entry = entry.entry)",
    State.NEW: "entry.kind <> 'post' AND entry.arrived > post.visited",
    State.BOOKMARKED: _BOOKMARKED,
    State.REMOVED: "entry.removed OR entry.gone",
    State.OP: "entry.kind <> 'comment' OR entry.author_owner OR coalesce(entry.author = post.author, 0)",
}
_HOLDINGS = {
    # Spans are JSON in which a quote within a string is escaped, so that this stands nowhere else.
    Holding.LINK: "coalesce(instr(entry.spans, ',\"link\"') > 0, 0)",
    Holding.REPLIES: "CASE entry.kind WHEN 'comment' THEN entry.descendants > 0 WHEN 'post' THEN post.comments > 0"
    " ELSE 0 END",
}
_RELATIONS = {"=", "<", "<=", ">", ">="}
_LABELLED = f"""
post.post IN (
    SELECT post FROM label
    WHERE name IN (
        WITH RECURSIVE names (name) AS (
            SELECT min(name) FROM label
            UNION ALL SELECT (SELECT min(name) FROM label WHERE name > names.name) FROM names WHERE name IS NOT NULL
        )
        SELECT name FROM names WHERE name IS NOT NULL AND {WORDS_FUNCTION}(?, ?, name)
    )
)
"""
_TITLED = (
    "post.post IN (SELECT own.post FROM (",
    ") AS found CROSS JOIN entry AS own ON own.entry = found.entry AND own.kind = 'post' UNION ALL"
    f" SELECT post FROM post WHERE title_inferred AND {WORDS_FUNCTION}(?, ?, coalesce(title, '')))",
)
_BY = (
    "entry.entry IN (WITH named AS MATERIALIZED (",
    ") SELECT entry FROM named UNION ALL"
    " SELECT section.entry FROM named CROSS JOIN entry AS own ON own.entry = named.entry AND own.kind = 'post'"
    " JOIN entry AS section ON section.post = own.post AND section.kind = 'section')",
)
_IN_THREAD = "post.post IN (SELECT post FROM part{})"
# A post's sections stand between its own row, at position 0, and its comments.
_ANSWERING = (
    "(entry.kind = 'comment' AND EXISTS (SELECT 1 FROM entry AS above WHERE above.post = entry.post AND above.position"
    " BETWEEN coalesce(entry.parent_position, 0) AND coalesce(entry.parent_position, post.sections)"
    " AND above.entry IN (SELECT entry FROM part{})))"
)


def statement(node: Node, before: str, after: str, *, scored: bool = False) -> Fragment:
    """``before FROM ... WHERE ... after``: over the rows of ``entry``, beside their ``post``, for which ``node`` holds.

    With ``scored`` the column ``found.score`` tells how well the words match, if any must (:func:`has_score`).
    """
    compiler = _Compiler()
    return compiler.after_parts(around(before, compiler.chosen(node, scored=scored), after))


class _Compiler:
    """Makes the SQL of one query.

    What ``thread:`` and ``replies-to:`` ask of other entries stands before it, as parts with names of their own:
    SQLite's parser has room for few SELECTs within one another.
    """

    def __init__(self) -> None:
        self.parts: list[Fragment] = []

    def after_parts(self, rows: Fragment) -> Fragment:
        """The statement of ``rows`` with the parts before it."""
        parts = [around(f"part{number} AS (", part, ")") for number, part in enumerate(self.parts)]
        return joined(" ", [around("WITH ", joined(", ", parts), ""), rows]) if parts else rows

    def holding(self, nodes: Sequence[Node]) -> Fragment:
        """When all ``nodes`` hold, and the row is no placeholder's."""
        ordered = sorted(nodes, key=_costs)
        return joined(" AND ", [Fragment("NOT entry.placeholder"), *map(self.condition, ordered)])

    def condition(self, node: Node) -> Fragment:
        """When ``node`` holds for the row of ``entry`` that stands beside its ``post``; never a placeholder's row."""
        if is_text(node) or is_script(node):
            return around("entry.entry IN (SELECT entry FROM (", matching(node), "))")
        match node:
            case And(nodes):
                return around("(", joined(" AND ", [self.condition(part) for part in nodes]), ")")
            case Or(nodes):
                return around("(", joined(" OR ", [self.condition(part) for part in nodes]), ")")
            case Not(inner):
                return around("NOT ", self.condition(inner), "")
            case InThread(inner):
                return Fragment(_IN_THREAD.format(self._part(inner)))
            case RepliesTo(inner):
                return Fragment(_ANSWERING.format(self._part(inner)))
            case Words():
                return around("(", _words(node), ")")
        return around("(", _leaf(node), ")")

    def chosen(self, node: Node, *, scored: bool = False) -> Fragment:
        """``FROM ... WHERE ...``; the tables are joined in the order in which the fewest rows are looked at."""
        texts = [part for part in conjuncts(node) if is_text(part)]
        others = [part for part in conjuncts(node) if not is_text(part)]
        where = self.holding(others)
        if texts:
            source = matching(And(tuple(texts)) if len(texts) > 1 else texts[0], scored=scored)
            tables = around(
                "FROM (", source, ") AS found CROSS JOIN entry ON entry.entry = found.entry CROSS JOIN post"
            )
        elif any(isinstance(part, Words) and part.field is Field.AUTHOR for part in others):
            tables = Fragment("FROM entry CROSS JOIN post")
        else:
            tables = Fragment("FROM post CROSS JOIN entry")
        return joined(" ON post.post = entry.post WHERE ", [tables, where])

    def _part(self, node: Node) -> int:
        """The number of the part that selects the entries for which ``node`` holds."""
        self.parts.append(around("SELECT entry.entry, entry.post ", self.chosen(node), ""))
        return len(self.parts) - 1


def holding(nodes: Sequence[Node], build: Callable[[Fragment], Fragment]) -> Fragment:
    """The statement that ``build`` makes of when all ``nodes`` hold.

    They hold for the row of ``entry`` that stands beside its ``post``, and it is no placeholder.
    """
    compiler = _Compiler()
    return compiler.after_parts(build(compiler.holding(nodes)))


def has_score(node: Node) -> bool:
    """Whether words must match for ``node`` to hold, so that it can be told how well they do."""
    return any(map(is_text, conjuncts(node)))


def _costs(node: Node) -> bool:
    """Whether a condition reads whole texts; such go last."""
    return isinstance(node, Regex) or (isinstance(node, Not) and isinstance(node.node, Regex))


def _words(words: Words) -> Fragment:
    named: tuple[str, int] = words.text, words.prefix
    match words.field:
        case Field.LABEL:
            return Fragment(_LABELLED, named)
        case Field.TITLE:
            titled = around(_TITLED[0], matching(words), _TITLED[1])
            return Fragment(titled.sql, (*titled.values, *named))
        case Field.AUTHOR:
            return around(_BY[0], matching(words), _BY[1])
    raise TypeError(f"{words} is a text tree")


def _leaf(node: Node) -> Fragment:
    match node:
        case In(kind):
            return Fragment(_KINDS[kind])
        case Is(state):
            return Fragment(_STATES[state])
        case Has(holding):
            return Fragment(_HOLDINGS[holding])
        case Dated(when, date):
            sql = _DATES[when]
            return Fragment(sql.replace("?1", "?"), (date,) * sql.count("?1"))
        case Depth(relation, number) if relation in _RELATIONS:
            return Fragment(f"entry.depth {relation} ?", (number,))
        case Regex(source):
            sql = f"{REGEX_FUNCTION}(?, entry.text) OR {REGEX_FUNCTION}(?, coalesce(entry.heading, ''))"
            return Fragment(sql, (source, source))
    raise TypeError(f"{node} is no leaf of a query")
