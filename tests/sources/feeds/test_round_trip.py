"""Random threads written as feeds and exports and read back exactly.

The writers know nothing of the readers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.feeds.writing import BLOGGER_HEAD, read_whole, tree

Row = tuple[str, str | None, str]


@dataclass
class Writing:
    text: str
    replies: list["Writing"] = field(default_factory=list)
    number: int = 0


# White space and line ends are what markup does not keep; invisible characters are cleaned away.
WORDS = st.text(
    st.characters(exclude_categories=("C", "Z", "Mn", "Cf"), exclude_characters="�"), min_size=1, max_size=8
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@st.composite
def chains(draw: st.DrawFn, depth: int) -> list[Writing]:
    """A thread in which each comment answers any of those before it, up to ``depth``."""
    count = draw(st.integers(0, depth * 2))
    all_of_them: list[tuple[Writing, int]] = []
    top: list[Writing] = []
    for _ in range(count):
        writing = Writing(draw(TEXTS))
        parent = draw(st.sampled_from([None, *all_of_them[-4:]]))
        level = 1
        if parent is not None and parent[1] < depth:
            parent[0].replies.append(writing)
            level = parent[1] + 1
        else:
            top.append(writing)
        all_of_them.append((writing, level))
    return top


def numbered(comments: list[Writing]) -> list[tuple[Writing, Writing | None]]:
    """Every comment with its parent, in reading order; numbers in that order."""
    rows: list[tuple[Writing, Writing | None]] = []
    stack: list[tuple[Writing, Writing | None]] = [(comment, None) for comment in reversed(comments)]
    while stack:
        writing, parent = stack.pop()
        rows.append((writing, parent))
        writing.number = len(rows)
        stack += [(reply, writing) for reply in reversed(writing.replies)]
    return rows


def expected(rows: list[tuple[Writing, Writing | None]], prefix: str) -> list[Row]:
    return [(f"{prefix}{w.number}", f"{prefix}{p.number}" if p else None, w.text) for w, p in rows]


def markup(text: str) -> str:
    return escape(escape(text))


def atom(rows: list[tuple[Writing, Writing | None]]) -> Iterator[str]:
    yield "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:t='http://purl.org/syndication/thread/1.0'>"
    for writing, parent in rows:
        ref = f"urn:{parent.number}" if parent else "urn:post"
        yield f"<entry><id>urn:{writing.number}</id><content type='html'>{markup(writing.text)}</content>"
        yield f"<t:in-reply-to ref='{ref}'/></entry>"
    yield "<entry><id>urn:post</id><title>Tide</title></entry></feed>"


def wordpress(rows: list[tuple[Writing, Writing | None]]) -> Iterator[str]:
    yield "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><link>https://quay.example.org/a</link>"
    for writing, parent in rows:
        yield f"<wp:comment><wp:comment_id>{writing.number}</wp:comment_id><wp:comment_approved>1</wp:comment_approved>"
        content = escape(writing.text).replace("]]>", "]]&gt;")
        yield f"<wp:comment_content><![CDATA[{content}]]></wp:comment_content>"
        yield f"<wp:comment_parent>{parent.number if parent else 0}</wp:comment_parent></wp:comment>"
    yield "</item></channel></rss>"


def disqus(rows: list[tuple[Writing, Writing | None]]) -> Iterator[str]:
    yield "<disqus xmlns='http://disqus.com' xmlns:dsq='http://disqus.com/disqus-internals'>"
    yield "<thread dsq:id='1'><link>https://quay.example.org/a</link></thread>"
    for writing, parent in rows:
        yield f"<post dsq:id='{writing.number}'><message>{markup(writing.text)}</message><thread dsq:id='1'/>"
        yield f"<parent dsq:id='{parent.number}'/></post>" if parent else "</post>"
    yield "</disqus>"


def blogger(rows: list[tuple[Writing, Writing | None]]) -> Iterator[str]:
    yield f"{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7.post42..comments</id>"
    for writing, parent in reversed(rows):
        yield f"<entry><id>tag:blogger.com,1999:blog-7.post-{writing.number}</id>"
        yield f"<published>2019-05-19T{10 + writing.number // 60}:{writing.number % 60:02}:00Z</published>"
        yield f"<content type='html'>{markup(writing.text)}</content>"
        if parent:
            yield f"<link rel='related' href='http://www.blogger.com/feeds/7/42/comments/default/{parent.number}'/>"
        yield "<thr:in-reply-to ref='tag:blogger.com,1999:blog-7.post-42'/></entry>"
    yield "</feed>"


@given(chains(50))
@settings(max_examples=60, deadline=None)
def test_atom(comments: list[Writing]) -> None:
    rows = numbered(comments)
    assert tree(read_whole("".join(atom(rows))).posts[0]) == expected(rows, "urn:")


@given(chains(10))
@settings(max_examples=60, deadline=None)
def test_wordpress(comments: list[Writing]) -> None:
    rows = numbered(comments)
    assert tree(read_whole("".join(wordpress(rows))).posts[0]) == expected(rows, "comment-")


@given(chains(6).filter(len))
@settings(max_examples=60, deadline=None)
def test_disqus(comments: list[Writing]) -> None:
    rows = numbered(comments)
    assert tree(read_whole("".join(disqus(rows))).posts[0]) == expected(rows, "comment-")


@given(chains(2))
@settings(max_examples=60, deadline=None)
def test_blogger(comments: list[Writing]) -> None:
    rows = numbered(comments)
    assert tree(read_whole("".join(blogger(rows))).posts[0]) == expected(rows, "c")
