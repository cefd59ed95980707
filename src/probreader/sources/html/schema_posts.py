"""Posts and comments out of objects of schema.org."""

import re
from collections.abc import Iterator, Mapping, Sequence

from probreader.domain.identity import Fingerprints
from probreader.domain.post import Author, Timestamp
from probreader.domain.prose import Prose
from probreader.sources.dates import read_iso, read_rfc822
from probreader.sources.drafts import CommentDraft, PostDraft
from probreader.sources.html.dom import Element
from probreader.sources.html.markup import split_prose
from probreader.sources.html.said_times import moment_in
from probreader.sources.html.schema import (
    ELEMENT,
    Node,
    address,
    first_line,
    is_comment,
    is_element,
    is_post,
    line,
    prose,
    types,
    values,
)
from probreader.sources.markers import is_removed

_REPLIES = ("comment", "comments", "acceptedAnswer", "suggestedAnswer", "answer")
_TEXTS = ("text", "commentText", "articleBody", "reviewBody", "description")
_COUNT = re.compile(r"(?:UserComments\s?:\s?|CommentAction\s?:\s?)?([0-9]{1,9})(?:\s?UserComments)?", re.IGNORECASE)
_PINGS = ("pingback:", "trackback:")
_LONGEST_PING = 200
_WRITTEN = ("datePublished", "dateCreated", "commentTime", "uploadDate")


class Graph:
    """The objects of a page: which are posts, which are comments, and what each comment answers."""

    def __init__(self, nodes: Sequence[Node], base: str | None) -> None:
        """``nodes`` as they stand in the page; ``base`` is its address."""
        self._base = base
        self._named: dict[str, Node] = {}
        self.posts: list[Node] = []
        self.comments: list[tuple[Node, Node | None, Node | None]] = []
        """Each comment in document order, what it stands in (None for none), and the post it stands in."""
        self.pings = 0
        """How many links from other pages :meth:`drafts` left out, since they are no comments."""
        self._scopes: set[Element] = set()
        self._collect(nodes)
        self._threads_of_forum()

    def _collect(self, nodes: Sequence[Node]) -> None:
        """Walk all objects once; an object that two properties name is taken where it stands first."""
        seen: set[int] = set()
        waiting: list[tuple[object, Node | None, Node | None, bool]] = [
            (node, None, None, False) for node in nodes[::-1]
        ]
        while waiting:
            value, parent, post, answers = waiting.pop()
            if isinstance(value, list):
                waiting.extend((each, parent, post, answers) for each in reversed(value))
            if not isinstance(value, Mapping) or id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(name := value.get("@id"), str) and len(value) > 1:
                self._named.setdefault(name, value)
            if is_comment(value) or (answers and parent is not None):
                self.comments.append((value, parent, post))
                self._scopes.update(_elements(value))
                parent = value
            elif is_post(value):
                self.posts.append(value)
                parent = post = value
            inner = [
                (each, parent, post, name in _REPLIES)
                for name, each in value.items()
                if isinstance(each, list | Mapping)
            ]
            waiting.extend(reversed(inner))

    def _threads_of_forum(self) -> None:
        """Forums that call every message a posting of its own: the first is the post and the others answer it."""
        forum = [post for post in self.posts if "discussionforumposting" in types(post)]
        titles = {first_line(post, "headline", "name") for post in forum} - {None}
        if len(forum) > 1 and not self.comments and len(titles) < 2 and len(forum) == len(self.posts):
            self.comments = [(post, None, forum[0]) for post in forum[1:]]
            self._scopes.update(element for post in forum[1:] for element in _elements(post))
            self.posts = forum[:1]

    def drafts(self) -> list[PostDraft]:
        """The posts with their comments; comments that stand in no post are of the first one."""
        drafts = {id(post): self._post(post) for post in self.posts}
        if not drafts and self.comments:
            drafts = {0: PostDraft(url=self._base)}
        whole = next(iter(drafts.values()), None)
        for post_key, comments in self._by_post().items():
            target = drafts.get(post_key, whole)
            if target is not None:
                kept = [(node, parent) for node, parent in comments if not self._is_ping(node)]
                self.pings += len(comments) - len(kept)
                target.comments = self._comments(kept)
        return list(drafts.values())

    def _by_post(self) -> dict[int, list[tuple[Node, Node | None]]]:
        first = id(self.posts[0]) if self.posts else 0
        found: dict[int, list[tuple[Node, Node | None]]] = {}
        for comment, parent, post in self.comments:
            found.setdefault(first if post is None else id(post), []).append((comment, parent))
        return found

    def _post(self, node: Node) -> PostDraft:
        text = self._text(node)
        url = self._address(node, "url", "mainEntityOfPage", "@id")
        return PostDraft(
            url=url or self._base,
            title=first_line(node, "headline", "name"),
            author=self._author(node),
            published=_moment(node, *_WRITTEN),
            updated=_moment(node, "dateModified"),
            labels=list(_labels(node)),
            declared=_declared(node),
            sections=[(None, part) for part in split_prose(text)],
        )

    def _comments(self, comments: Sequence[tuple[Node, Node | None]]) -> list[CommentDraft]:
        keys = self._keys([comment for comment, _ in comments])
        fingerprints = Fingerprints("comment")
        drafts = []
        for comment, _ in comments:
            draft = self._comment(comment, keys.get(id(comment)))
            if draft.key is None:
                published = draft.published.iso if draft.published else None
                draft.key = fingerprints.take(draft.author.name if draft.author else None, published, draft.body.text)
            keys[id(comment)] = draft.key
            drafts.append(draft)
        addresses = self._known_addresses([comment for comment, _ in comments], keys)
        for draft, (comment, parent) in zip(drafts, comments, strict=True):
            draft.parent = keys.get(id(parent)) if parent is not None else None
            draft.parent = draft.parent or self._named_parent(comment, addresses)
        return drafts

    def _comment(self, node: Node, key: str | None) -> CommentDraft:
        published = _moment(node, *_WRITTEN[1:], *_WRITTEN[:1])
        permalink = self._address(node, "url", "@id")
        text = self._text(node)
        draft = CommentDraft(key, text, author=self._author(node), published=published, permalink=permalink)
        draft.removed = is_removed(text.text)
        return draft

    def _is_ping(self, node: Node) -> bool:
        """Whether an object is the link from another page, which some themes of WordPress mark like a comment."""
        if self._author(node) is not None or self._text(node).text:
            return False
        words = next((element.text() for element in _elements(node)), "")
        return words[:_LONGEST_PING].strip().lower().startswith(_PINGS)

    def _keys(self, comments: Sequence[Node]) -> dict[int, str]:
        """What each comment is called in the page; none where several are called the same."""
        called = {id(node): name for node in comments if (name := self._name(node))}
        names = list(called.values())
        return called if len(set(names)) == len(names) else {}

    def _name(self, node: Node) -> str | None:
        identity = next((element.get("id") for element in _elements(node)), None)
        if identity:
            return identity
        for value in values(node, "url", "@id", "identifier"):
            if words := address(value, None):
                return words.rpartition("#")[2] or None
        return None

    def _known_addresses(self, comments: Sequence[Node], keys: Mapping[int, str]) -> dict[str, str]:
        known: dict[str, str] = {}
        for node in comments:
            for value in values(node, "@id", "url", "identifier"):
                if words := address(value, self._base):
                    known.setdefault(words, keys[id(node)])
            known.setdefault(keys[id(node)], keys[id(node)])
        return known

    def _named_parent(self, node: Node, addresses: Mapping[str, str]) -> str | None:
        for value in values(node, "parentItem", "inReplyTo"):
            words = address(value, self._base)
            key = addresses.get(words) or addresses.get(words.rpartition("#")[2])
            if words and key and key != addresses.get(self._name(node) or ""):
                return key
        return None

    def _text(self, node: Node) -> Prose:
        """The first property that holds the text; comments that stand in its element are not of it."""
        for value in values(node, *_TEXTS):
            text = prose(value, self._base, lambda element: element not in self._scopes)
            if text.text:
                return text
        return Prose("")

    def _author(self, node: Node) -> Author | None:
        for value in values(node, "author", "creator", "commenter"):
            person = value
            if isinstance(person, Mapping) and set(person) <= {"@id", "@type"}:
                person = self._named.get(str(person.get("@id")), person)
            if isinstance(person, Mapping):
                name = first_line(person, "name", "alternateName") or _own_words(person)
                if name:
                    return Author(name, self._address(person, "url", "sameAs"))
            elif (name := line(person)) and "://" not in name:
                url = address(person, self._base) if is_element(person) else ""
                return Author(name, url if url.startswith(("http://", "https://")) and url != name else None)
        return None

    def _address(self, node: Node, *names: str) -> str | None:
        found = (address(value, self._base) for value in values(node, *names))
        return next((each for each in found if each.startswith(("http://", "https://"))), None)


def _elements(node: Node) -> Iterator[Element]:
    element = node.get(ELEMENT)
    if is_element(element):
        yield element


def _own_words(node: Node) -> str | None:
    return next((words for element in _elements(node) if (words := line(element))), None)


def _moment(node: Node, *names: str) -> Timestamp | None:
    for value in values(node, *names):
        words = line(value)
        if moment := read_iso(words) or read_rfc822(words):
            return moment
        if (dated := moment_in(words)) and dated.timestamp:
            return dated.timestamp
    return None


def _labels(node: Node) -> Iterator[str]:
    for value in values(node, "keywords", "articleSection"):
        words = line(value)
        parts = words.split(",") if not isinstance(node.get("keywords"), list) or "," in words else [words]
        yield from (label for part in parts if (label := part.strip()))


def _declared(node: Node) -> int | None:
    for value in values(node, "commentCount", "answerCount", "interactionCount", "interactionStatistic"):
        if isinstance(value, Mapping):
            kinds = {line(kind) for kind in values(value, "interactionType") if not isinstance(kind, Mapping)}
            kinds |= {
                name for kind in values(value, "interactionType") if isinstance(kind, Mapping) for name in types(kind)
            }
            is_of_comments = any("comment" in kind.lower() for kind in kinds)
            words = first_line(value, "userInteractionCount") if is_of_comments else None
        else:
            words = line(value)
        if words and (match := _COUNT.fullmatch(words)):
            return int(match[1])
    return None
