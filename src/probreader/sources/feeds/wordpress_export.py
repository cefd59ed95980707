"""WordPress's export, WXR 1.0 to 1.2: RSS whose items hold their comments.

Revisions, attachments and menus are no posts. Spam, trash and what was never approved is not shown on the blog, and
pingbacks are not of the discussion: these are counted and left out.
"""

from collections import Counter
from collections.abc import Iterator

from probreader.domain.clean import clean_line
from probreader.domain.post import Post, Problem
from probreader.sources.feeds.entries import read_line
from probreader.sources.feeds.finishing import Finisher, report_left_out, web_address
from probreader.sources.feeds.names import Names
from probreader.sources.feeds.naming import without_fragment
from probreader.sources.feeds.prose import paragraphs
from probreader.sources.feeds.threads import RawComment, RawPost
from probreader.sources.feeds.xml import Document, Element
from probreader.sources.streaming import Input

_POSTS = frozenset(("", "post", "page"))
_NEVER_POSTS = frozenset(
    "attachment nav_menu_item revision feedback custom_css customize_changeset oembed_cache user_request".split()
)
_COMMENTS = frozenset(("", "comment", "review"))
_PINGBACKS = frozenset("pingback trackback pings webmention mention like repost".split())
_SHOWN = frozenset(("1", "approved", "approve", "true", ""))
_UNAPPROVED = {"spam": "spam", "trash": "trash", "post-trashed": "trash"}
_PUBLISHED = frozenset(("publish", "", "published"))
_NO_TIME = "0000-00-00 00:00:00"
_LABELS = frozenset(("category", "post_tag", "tag"))


def read_export(source: Input, problems: list[Problem]) -> Iterator[Post]:
    """The posts and pages of an export, each as soon as it is read."""
    document = Document(source.pieces, source.name, problems)
    blog = _Blog(document, problems)
    for item in document.records("item", "wp:author"):
        if (post := blog.read(item)) is not None:
            yield post
    blog.end()


class _Blog:
    """What is known of the blog while its export is read."""

    def __init__(self, document: Document, problems: list[Problem]) -> None:
        self._names = document.names
        self._problems = problems
        self._finisher = Finisher(problems, by_time=False)
        self._authors: dict[str, str] = {}
        self._logins: dict[str, str] = {}
        self._left_out: Counter[str] = Counter()

    def read(self, element: Element) -> Post | None:
        """The post that ``element`` is; None for an author, and for what is no published post."""
        if self._names[element.tag] == "wp:author":
            self._read_author(element)
            return None
        fields, labels, comments = _read_item(element, self._names)
        kind = fields.get("wp:post_type", "")
        # What plugins keep in posts of their own kinds is a discussion only where there are comments.
        if kind not in _POSTS and (kind in _NEVER_POSTS or not comments):
            self._left_out["attachments"] += len(comments)
            return None
        if fields.get("wp:status", "") not in _PUBLISHED:
            self._left_out["drafts"] += 1
            return None
        login = fields.get("dc:creator", "")
        post = self._post(fields, labels, login)
        raws = [raw for raw in (self._comment(comment, post.url, login) for comment in comments) if raw]
        return self._finisher.post(post, raws)

    def end(self) -> None:
        """Tell what was left out."""
        self._finisher.end()
        self._problems += report_left_out(self._left_out)

    def _read_author(self, element: Element) -> None:
        fields = _fields(element, self._names)
        login = fields.get("wp:author_login", "")
        self._authors[login] = fields.get("wp:author_display_name", "") or login
        self._logins[fields.get("wp:author_id", "")] = login

    def _post(self, fields: dict[str, str], labels: list[str], login: str) -> RawPost:
        guid = fields.get("guid", "")
        content = fields.get("content:encoded", "")
        url = web_address(fields.get("link")) or web_address(guid)
        title = read_line(fields.get("title", ""), is_markup=True)
        return RawPost(
            url, guid or _prefixed("post-", fields.get("wp:post_id")), title or None,
            self._authors.get(login, login), None, _time(fields, "wp:post_date") or fields.get("pubDate"),
            _time(fields, "wp:post_modified"), tuple(labels), None,
            paragraphs(content if content.strip() else fields.get("excerpt:encoded", "")), True, False,
        )  # fmt: skip

    def _comment(self, fields: dict[str, str], url: str | None, login: str) -> RawComment | None:
        kind = fields.get("wp:comment_type", "").lower()
        if kind not in _COMMENTS:
            self._left_out["pingbacks" if kind in _PINGBACKS else "others"] += 1
            return None
        approved = fields.get("wp:comment_approved", "").lower()
        if approved not in _SHOWN:
            self._left_out[_UNAPPROVED.get(approved, "unapproved")] += 1
            return None
        key = _prefixed("comment-", fields.get("wp:comment_id"))
        parent = fields.get("wp:comment_parent", "")
        name = fields.get("wp:comment_author", "")
        user = fields.get("wp:comment_user_id", "")
        permalink = f"{without_fragment(url)}#{key}" if url and key else None
        return RawComment(
            key, _prefixed("comment-", parent) if parent.strip("0") else None, name,
            fields.get("wp:comment_author_url"), self._is_by(login, user, name),
            _time(fields, "wp:comment_date"), permalink, False,
            paragraphs(fields.get("wp:comment_content", "")), True,
        )  # fmt: skip

    def _is_by(self, login: str, user: str, name: str) -> bool:
        """Whether the commenter with this user id and name is the post's author."""
        if not login or not user.strip("0"):
            return False
        return self._logins.get(user, "") == login or name in (login, self._authors.get(login))


def _read_item(element: Element, names: Names) -> tuple[dict[str, str], list[str], list[dict[str, str]]]:
    """The fields of an item by their short names, its labels, and the fields of each of its comments."""
    fields: dict[str, str] = {}
    labels: list[str] = []
    comments: list[dict[str, str]] = []
    for child in element:
        name = names[child.tag]
        if name == "wp:comment":
            comments.append(_fields(child, names))
        elif name == "category":
            label = clean_line(child.text or "")
            if child.get("domain", "category") in _LABELS:
                labels.append(label)
        elif child.text and name not in fields:
            fields[name] = child.text if name == "content:encoded" else child.text.strip()
    return fields, labels, comments


def _fields(element: Element, names: Names) -> dict[str, str]:
    return {names[child.tag]: child.text.strip() for child in element if child.text}


def _time(fields: dict[str, str], name: str) -> str | None:
    """The exact time where the export has it, else the blog's own."""
    exact = fields.get(f"{name}_gmt", "")
    if exact and not exact.startswith("0000"):
        return f"{exact}+00:00" if len(exact) == len(_NO_TIME) else exact
    own = fields.get(name, "")
    return own if own and not own.startswith("0000") else None


def _prefixed(prefix: str, number: str | None) -> str | None:
    return prefix + number if number else None
