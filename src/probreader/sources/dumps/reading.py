"""The claims of the dumps read here, and reading them: rows, layout, then the post and its comments."""

from collections.abc import Sequence
from functools import partial

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Author, Certainty, Problem
from probreader.sources.building import impossible_date
from probreader.sources.drafts import CommentDraft, PostDraft, finish
from probreader.sources.dumps.by_time import with_parents
from probreader.sources.dumps.dialect import Dialect, dump_of
from probreader.sources.dumps.glued import parted
from probreader.sources.dumps.layout import Layout, find_layout
from probreader.sources.dumps.likes import without_buttons
from probreader.sources.dumps.post import PostHead, read_post
from probreader.sources.dumps.prose import prose_of
from probreader.sources.dumps.rows import Rows
from probreader.sources.dumps.run_on import run_on_rows
from probreader.sources.dumps.settling import settle
from probreader.sources.dumps.threaded import Found
from probreader.sources.markers import is_removed
from probreader.sources.parsed import Claim, Parsed, SourceText


def claim(source: SourceText) -> Claim | None:
    """To a source of some dialect in which comments with headers are found."""
    dump = dump_of(source)
    rows: Rows | None = without_buttons(parted(dump.rows(source)))
    layout = find_layout(rows) if rows else None
    if layout is None and dump.dialect is Dialect.PAGE:
        rows = run_on_rows(source)
        layout = find_layout(rows) if rows else None
    return Claim(layout.evidence, partial(_read, rows, layout), dump.dialect.value) if rows and layout else None


def _read(rows: Rows, layout: Layout) -> Parsed:
    head = read_post(rows, layout.heading, layout.title)
    problems: list[Problem] = []
    comments = _comments(rows, layout, head, problems)
    draft = PostDraft(
        url=_address(comments),
        title=head.title,
        author=Author(head.author) if head.author else None,
        published=head.published,
        labels=head.labels,
        declared=layout.declared,
        sections=[(None, head.body)] if head.body.text else [],
        comments=comments,
    )
    finished = finish(draft, Fingerprints())
    return Parsed((finished.post,), (*problems, *finished.problems))


def _comments(rows: Rows, layout: Layout, head: PostHead, problems: list[Problem]) -> list[CommentDraft]:
    ids = Fingerprints("post", head.title or head.body.text[:200])
    taken: set[str] = set()
    drafts: list[CommentDraft] = []
    settled = settle(rows, layout.found, head.published)
    problems += settled.problems
    for found in _nested(layout, settled.found):
        draft = _draft(rows, found, ids, drafts, taken)
        drafts.append(draft)
        header = found.header
        if header.moment and header.published is None and not header.moment.ambiguous:
            problems.append(impossible_date(header.moment.raw, draft.line or 1))
    problems += _doubts(layout, drafts)
    return drafts


def _nested(layout: Layout, found: Sequence[Found]) -> Sequence[Found]:
    """``found``, with the parents that times prove where the dump tells none."""
    told = layout.tells_parents or any(one.parent is not None for one in found)
    return found if told else with_parents(found)


def _draft(rows: Rows, found: Found, ids: Fingerprints, before: list[CommentDraft], taken: set[str]) -> CommentDraft:
    header = found.header
    body = prose_of(rows, header.body, found.end)
    published = header.published
    key = header.key
    if key is None or key in taken:
        key = ids.take(header.author, published.iso if published else None, body.text)
    taken.add(key)
    return CommentDraft(
        key=key,
        body=body,
        parent=None if found.parent is None else before[found.parent].key,
        certainty=found.certainty,
        author=Author(header.author, header.author_url) if header.author else None,
        published=published,
        permalink=header.permalink,
        removed=is_removed(body.text),
        line=rows.lines[header.start] + 1,
    )


def _doubts(layout: Layout, drafts: list[CommentDraft]) -> list[Problem]:
    told = any(draft.parent and draft.certainty is Certainty.STATED for draft in drafts)
    if not layout.tells_parents and len(drafts) > 1 and not told:
        for draft in drafts:
            draft.certainty = Certainty.INFERRED
    inferred = next((draft for draft in drafts if draft.certainty is Certainty.INFERRED), None)
    if inferred is None:
        return []
    message = (
        "The text does not show who answers whom; what is told here is the likelier reading. "
        "Read a saved page or a feed of the same post to have it for certain."
    )
    return [Problem("parents-inferred", message, inferred.line)]


def _address(comments: list[CommentDraft]) -> str | None:
    """The post's address, which is that of its comments without what names the comment."""
    first = next((comment.permalink for comment in comments if comment.permalink), None)
    return first.partition("#")[0].partition("?")[0] if first and first.startswith("http") else None
