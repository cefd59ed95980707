"""Random discussions, and every structured shape they are written in.

The writers know nothing of the readers. Texts are lines without outer or doubled white space, parted by single empty
lines at most: how many spaces stand in a row is nothing that HTML tells.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape

from hypothesis import strategies as st

EPOCH = datetime(2019, 5, 19, 8, 31, tzinfo=UTC)
POST_URL = "https://plot14.blogspot.com/2019/05/the-hedge.html"
WORDPRESS_URL = "https://plot14.example.org/2019/05/the-hedge/"
ATOM = "http://www.w3.org/2005/Atom"
THREAD = "http://purl.org/syndication/thread/1.0"


@dataclass(frozen=True)
class Said:
    """A comment."""

    number: int
    """Unique; its id in every shape is made from it."""
    parent: int | None
    """Position in the list of the comment it answers."""
    depth: int
    author: str
    minutes: int
    """Since :data:`EPOCH`."""
    text: list[list[str]]
    """Paragraphs of lines."""

    @property
    def at(self) -> datetime:
        return EPOCH + timedelta(minutes=self.minutes)

    @property
    def plain(self) -> str:
        return "\n\n".join("\n".join(lines) for lines in self.text)


@dataclass(frozen=True)
class Discussion:
    """A post and its comments in reading order."""

    title: str
    comments: list[Said] = field(default_factory=list)


# Controls, format characters and line separators are what cleaning is about, and tested there.
_CHARACTERS = st.characters(exclude_categories=["C", "Zl", "Zp"])
_TRAPS = [
    "1. In the first place",
    "- a point",
    "Reply",
    "Delete",
    "3 comments:",
    "<b>not bold</b> & [sic] &amp; &nbsp;",
    "]]> <!-- no comment --> <?xml",
    "https://example.org/a_(b)?c=1&d=%20#e",
    "שלום عليكم 한국어 日本語 👨‍👩‍👧",
    "*****",
    "{{ [/b] }} \\n \\u0041",
]
_LINES = st.one_of(st.sampled_from(_TRAPS), st.text(_CHARACTERS, max_size=40)).map(lambda s: " ".join(s.split()))
_TEXTS = st.lists(st.lists(_LINES.filter(bool), min_size=1, max_size=3), min_size=1, max_size=3)
_NAMES = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12).map(lambda s: f"X {s}")


@st.composite
def discussions(draw: st.DrawFn, deepest: int, texts: st.SearchStrategy[list[list[str]]] = _TEXTS) -> Discussion:
    """Comments in pre-order; each hangs below one of the comments on the path to the one before it."""
    comments: list[Said] = []
    path: list[int] = []
    for number in range(draw(st.integers(0, 8))):
        depth = draw(st.integers(1, min(deepest, len(path) + 1)))
        parent = path[depth - 2] if depth > 1 else None
        comments.append(Said(number * 7 + 100, parent, depth, draw(_NAMES), number, draw(texts)))
        path[depth - 1 :] = [number]
    return Discussion(draw(_NAMES), comments)


@st.composite
def deep_discussions(draw: st.DrawFn, depth: int) -> Discussion:
    """One chain of replies down to ``depth``, and a comment behind it."""
    texts = draw(st.lists(_TEXTS, min_size=3, max_size=3))
    chain = [Said(n + 1, n - 1 if n else None, n + 1, f"X {n}", n, texts[n % 2]) for n in range(depth)]
    return Discussion("A chain", [*chain, Said(depth + 1, None, 1, "X last", depth, texts[2])])


def children(comments: Sequence[Said], parent: int | None) -> Iterator[tuple[int, Said]]:
    return ((index, comment) for index, comment in enumerate(comments) if comment.parent == parent)


def nested(comments: Sequence[Said], opening: str, closing: str) -> Iterator[tuple[str, Said | None]]:
    """The comments with ``opening`` before the replies to one, ``closing`` behind them; ``end`` behind each comment."""
    depth = 0
    for comment in comments:
        if comment.depth > depth:
            yield (opening if depth else ""), None
        for _ in range(depth - comment.depth):
            yield "end" + closing, None
        if comment.depth <= depth:
            yield "end", None
        yield "", comment
        depth = comment.depth
    for step in range(depth):
        yield "end" + (closing if step < depth - 1 else ""), None


def _html(comment: Said) -> str:
    return "<br /><br />".join("<br />".join(escape(line) for line in lines) for lines in comment.text)


def _paragraphs(comment: Said) -> str:
    return "\n".join(f"<p>{'<br />'.join(escape(line) for line in lines)}</p>" for lines in comment.text)


def _milliseconds(comment: Said) -> int:
    return int(comment.at.timestamp()) * 1000


def _permalink(comment: Said) -> str:
    return f"{POST_URL}?showComment={_milliseconds(comment)}#c{comment.number}"


def _joined(comments: Sequence[Said], item: str, ends: tuple[str, str, str]) -> str:
    """``ends``: what opens the replies to a comment, what closes them, and what ends a comment."""
    opening, closing, end = ends
    words = {"": "", "(": opening, "end": end, "end)": end + closing}
    written = []
    for mark, comment in nested(comments, "(", ")"):
        written.append(words[mark] if comment is None else _fill(item, comment))
    return "".join(written)


def _fill(item: str, comment: Said) -> str:
    values = {
        "id": str(comment.number),
        "author": escape(comment.author),
        "html": _html(comment),
        "paragraphs": _paragraphs(comment),
        "permalink": escape(_permalink(comment)),
        "iso": comment.at.isoformat(),
        "words": f"{comment.at:%d %B %Y at %H:%M}",
        # Blogger lets nobody reply to a reply.
        "reply": f'<a class="comment-reply" data-comment-id="{comment.number}">Reply</a>' if comment.depth == 1 else "",
    }
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], item)


# Pages


def blogger_page(discussion: Discussion) -> str:
    """The threaded page; Blogger's own depth is two."""
    item = (
        '<li class="comment" id="c{id}"><div class="avatar-image-container"><img src="blank.gif" alt=""/></div>'
        '<div class="comment-block"><div class="comment-header"><cite class="user">'
        '<a href="https://www.blogger.com/profile/1" rel="nofollow">{author}</a></cite><span class="icon user "></span>'
        '<span class="datetime secondary-text"><a rel="nofollow" href="{permalink}">{words}</a></span></div>'
        '<p class="comment-content">{html}</p><span class="comment-actions secondary-text">'
        '{reply}<span class="item-control"><a target="_self" href="https://www.blogger.com/delete">Delete</a></span></span></div>'
    )
    opening = (
        '<div class="comment-replies"><div class="comment-thread inline-thread"><span class="thread-toggle">'
        '<a target="_self">Replies</a></span><ol class="thread-chrome thread-expanded"><div>'
    )
    closing = '</div><div class="continue"><a class="comment-reply">Reply</a></div></ol></div></div>'
    thread = _joined(discussion.comments, item, (opening, closing, "</li>"))
    count = len(discussion.comments)
    heading = "No comments:" if not count else "1 comment:" if count == 1 else f"{count} comments:"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Plot 14: {escape(discussion.title)}</title>'
        f'<link rel="canonical" href="{POST_URL}"/><meta content="blogger" name="generator"/></head><body>'
        '<div class="date-outer"><h2 class="date-header"><span>Sunday, 19 May 2019</span></h2>'
        '<div class="post hentry"><a name="4711"></a>'
        f'<h3 class="post-title entry-title" itemprop="name">{escape(discussion.title)}</h3>'
        '<div class="post-body entry-content" id="post-body-4711">What is to be done about it?</div>'
        '<div class="comments" id="comments"><a name="comments"></a>'
        f'<h4>{heading}</h4><div class="comments-content"><div id="comment-holder">'
        f'<div class="comment-thread toplevel-thread"><ol id="top-ra">{thread}</ol></div></div></div>'
        '<p class="comment-footer"><a href="https://www.blogger.com/comment.g?postID=4711">Post a Comment</a></p>'
        "</div></div></div>"
        "</body></html>"
    )


def flat_blogger_page(discussion: Discussion) -> str:
    """The older page, which knows no replies."""
    item = (
        '<dt class="comment-author " id="c{id}"><a name="c{id}"></a><a href="https://www.blogger.com/profile/1" '
        'rel="nofollow">{author}</a>\nsaid...\n</dt><dd class="comment-body" id="Blog1_cmt-{id}"><p>\n{html}\n</p></dd>'
        '<dd class="comment-footer"><span class="comment-timestamp"><a href="{permalink}" title="comment permalink">\n'
        "{words}\n</a></span></dd>"
    )
    thread = "".join(_fill(item, comment) for comment in discussion.comments)
    return (
        f'<html><head><title>Plot 14: {escape(discussion.title)}</title><link rel="canonical" href="{POST_URL}"/>'
        '<meta content="blogger" name="generator"/></head><body><div class="post hentry">'
        f'<h3 class="post-title entry-title">{escape(discussion.title)}</h3>'
        '<div class="post-body entry-content">What is to be done about it?</div></div>'
        f'<div class="comments" id="comments"><h4>{len(discussion.comments)} comments:</h4>'
        f'<dl class="avatar-comment-indent" id="comments-block">{thread}</dl></div></body></html>'
    )


def wordpress_page(discussion: Discussion) -> str:
    item = (
        '<li id="comment-{id}" class="comment even thread-even"><article id="div-comment-{id}" class="comment-body">'
        '<footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="a.png" class="avatar"/>'
        '<b class="fn">{author}</b> <span class="says">says:</span></div><div class="comment-metadata">'
        f'<a href="{WORDPRESS_URL}#comment-{{id}}"><time datetime="{{iso}}">{{words}}</time></a></div></footer>'
        '<div class="comment-content">{paragraphs}</div><div class="reply"><a rel="nofollow" '
        'class="comment-reply-link" href="#comment-{id}">Reply</a></div></article>'
    )
    thread = _joined(discussion.comments, item, ('<ol class="children">', "</ol>", "</li>"))
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{escape(discussion.title)} – Plot 14</title>'
        f'<link rel="canonical" href="{WORDPRESS_URL}"/><meta name="generator" content="WordPress 6.4"/></head><body>'
        f'<article id="post-1" class="post type-post hentry"><h1 class="entry-title">{escape(discussion.title)}</h1>'
        '<div class="entry-content"><p>What is to be done about it?</p></div></article>'
        f'<div id="comments" class="comments-area"><ol class="comment-list">{thread}</ol></div></body></html>'
    )


def microdata_page(discussion: Discussion) -> str:
    item = (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="m{id}">'
        f'<meta itemprop="url" content="{WORDPRESS_URL}#m{{id}}">'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">{author}</b></span>'
        '<time itemprop="dateCreated" datetime="{iso}">{words}</time><div itemprop="text">{paragraphs}</div>'
    )
    thread = _joined(discussion.comments, item, ("", "", "</div>"))
    return (
        f'<html><head><link rel="canonical" href="{WORDPRESS_URL}"></head><body>'
        '<div itemscope itemtype="https://schema.org/DiscussionForumPosting">'
        f'<h1 itemprop="headline">{escape(discussion.title)}</h1>'
        f'<div itemprop="articleBody">What is to be done about it?</div>{thread}</div></body></html>'
    )


def json_ld_page(discussion: Discussion) -> str:
    things: list[dict[str, object]] = []
    top: list[dict[str, object]] = []
    for comment in discussion.comments:
        replies: list[dict[str, object]] = []
        thing: dict[str, object] = {
            "@type": "Comment",
            "url": f"{WORDPRESS_URL}#m{comment.number}",
            "author": {"@type": "Person", "name": comment.author},
            "dateCreated": comment.at.isoformat(),
            "text": _paragraphs(comment),
            "comment": replies,
        }
        above = top if comment.parent is None else things[comment.parent]["comment"]
        assert isinstance(above, list)
        above.append(thing)
        things.append(thing)
    posting = {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "url": WORDPRESS_URL,
        "headline": discussion.title,
        "articleBody": "What is to be done about it?",
        "comment": top,
    }
    data = json.dumps(posting).replace("</", "<\\/")
    return f'<html><head><script type="application/ld+json">{data}</script></head><body><p>Hello.</p></body></html>'


# Feeds and exports


def _xml(text: str) -> str:
    return escape(text, quote=True)


def atom_feed(discussion: Discussion) -> str:
    """RFC 4287 with RFC 4685; replies may stand before what they answer."""
    entries = [
        f"<entry><id>urn:x:{c.number}</id><title>Re</title><author><name>{_xml(c.author)}</name></author>"
        f"<published>{c.at.isoformat()}</published><updated>{c.at.isoformat()}</updated>"
        f'<thr:in-reply-to ref="urn:x:{"post" if c.parent is None else discussion.comments[c.parent].number}"/>'
        f'<content type="html">{_xml(_paragraphs(c))}</content></entry>'
        for c in discussion.comments
    ]
    return (
        f'<?xml version="1.0"?><feed xmlns="{ATOM}" xmlns:thr="{THREAD}"><id>urn:x</id><title>All</title>'
        f"<entry><id>urn:x:post</id><title>{_xml(discussion.title)}</title><published>{EPOCH.isoformat()}</published>"
        f'<link rel="alternate" href="{WORDPRESS_URL}"/><content type="text">What is to be done about it?</content>'
        f"</entry>{''.join(entries)}</feed>"
    )


def blogger_export(discussion: Discussion) -> str:
    kind = "http://schemas.google.com/blogger/2008/kind#"
    blog = "tag:blogger.com,1999:blog-42.post-"

    def related(comment: Said) -> str:
        if comment.parent is None:
            return ""
        parent = discussion.comments[comment.parent].number
        address = f"https://www.blogger.com/feeds/42/4711/comments/default/{parent}"
        return f'<link rel="related" type="application/atom+xml" href="{address}"/>'

    entries = [
        f"<entry><id>{blog}{c.number}</id><published>{c.at.isoformat()}</published><updated>{c.at.isoformat()}</updated>"
        f'<category scheme="http://schemas.google.com/g/2005#kind" term="{kind}comment"/><title type="text">Re</title>'
        f'<content type="html">{_xml(_html(c))}</content><link rel="alternate" type="text/html" '
        f'href="{_xml(_permalink(c))}"/>{related(c)}<author><name>{_xml(c.author)}</name><email>noreply@blogger.com</email>'
        f'</author><thr:in-reply-to href="{POST_URL}" ref="{blog}4711" type="text/html"/></entry>'
        for c in reversed(discussion.comments)
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="{ATOM}" xmlns:thr="{THREAD}">'
        "<id>tag:blogger.com,1999:blog-42.archive</id><title>Plot 14</title>"
        f"<entry><id>{blog}4711</id><published>{EPOCH.isoformat()}</published>"
        f'<category scheme="http://schemas.google.com/g/2005#kind" term="{kind}post"/>'
        f'<title type="text">{_xml(discussion.title)}</title>'
        '<content type="html">What is to be done about it?</content>'
        f'<link rel="alternate" type="text/html" href="{POST_URL}"/><author><name>Ada</name></author></entry>'
        f"{''.join(entries)}</feed>"
    )


def _cdata(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def wordpress_export(discussion: Discussion) -> str:
    comments = "".join(
        f"<wp:comment><wp:comment_id>{c.number}</wp:comment_id><wp:comment_author>{_cdata(c.author)}</wp:comment_author>"
        "<wp:comment_author_email>a@b.example</wp:comment_author_email><wp:comment_author_IP>10.0.0.1</wp:comment_author_IP>"
        f"<wp:comment_date>2001-01-01 00:00:00</wp:comment_date><wp:comment_date_gmt>{c.at:%Y-%m-%d %H:%M:%S}"
        f"</wp:comment_date_gmt><wp:comment_content>{_cdata(_source(c))}</wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type>"
        f"<wp:comment_parent>{0 if c.parent is None else discussion.comments[c.parent].number}</wp:comment_parent>"
        "</wp:comment>"
        for c in discussion.comments
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        "<title>Plot 14</title><wp:wxr_version>1.2</wp:wxr_version><item>"
        f"<title>{_xml(discussion.title)}</title><link>{WORDPRESS_URL}</link><dc:creator>ada</dc:creator>"
        "<content:encoded><![CDATA[What is to be done about it?]]></content:encoded><wp:post_id>1</wp:post_id>"
        "<wp:post_date_gmt>2019-05-19 08:31:00</wp:post_date_gmt><wp:status>publish</wp:status>"
        f"<wp:post_type>post</wp:post_type>{comments}</item></channel></rss>"
    )


def _source(comment: Said) -> str:
    """As WordPress keeps it: line ends and empty lines are the markup."""
    return "\n\n".join("\n".join(escape(line, quote=False) for line in lines) for lines in comment.text)


def disqus_export(discussion: Discussion) -> str:
    def parent(comment: Said) -> str:
        return "" if comment.parent is None else f'<parent dsq:id="{discussion.comments[comment.parent].number}" />'

    posts = "".join(
        f'<post dsq:id="{c.number}"><id/><message>{_cdata(_paragraphs(c))}</message>'
        f"<createdAt>{c.at:%Y-%m-%dT%H:%M:%SZ}</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>"
        f"<author><name>{_xml(c.author)}</name><isAnonymous>true</isAnonymous></author><ipAddress>10.0.0.1</ipAddress>"
        f'<thread dsq:id="9" />{parent(c)}</post>'
        for c in discussion.comments
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" '
        'xmlns:dsq="http://disqus.com/disqus-internals"><category dsq:id="1"><title>General</title></category>'
        f'<thread dsq:id="9"><id>9</id><link>{WORDPRESS_URL}</link><title>{_xml(discussion.title)}</title>'
        f"<createdAt>2019-05-19T08:31:00Z</createdAt><isDeleted>false</isDeleted></thread>{posts}</disqus>"
    )


def wordpress_json(discussion: Discussion) -> str:
    return json.dumps(
        [
            {
                "id": c.number,
                "post": 1,
                "parent": 0 if c.parent is None else discussion.comments[c.parent].number,
                "author_name": c.author,
                "date": "2001-01-01T00:00:00",
                "date_gmt": f"{c.at:%Y-%m-%dT%H:%M:%S}",
                "content": {"rendered": _paragraphs(c)},
                "link": f"{WORDPRESS_URL}#comment-{c.number}",
                "status": "approved",
                "type": "comment",
            }
            for c in discussion.comments
        ]
    )
