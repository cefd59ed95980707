"""What waited in the scratch file as posts."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise, starmap
from operator import ge

from probreader.domain.clean import clean_line
from probreader.domain.identity import Fingerprints
from probreader.domain.post import Author, Post, Problem, Timestamp
from probreader.sources.drafts import CommentDraft, PostDraft, finish
from probreader.sources.feeds.prose import read_markup, read_text, sections_of
from probreader.sources.feeds.threads import RawComment, RawPost
from probreader.sources.feeds.times import instant, read_any

_E_MAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[^\s@<>().]{2,63}")
_IP = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}")


class Finisher:
    """Makes the posts of one source."""

    def __init__(self, problems: list[Problem], owners: Collection[str] = (), *, by_time: bool = True) -> None:
        """``owners`` are the pages of the blog's owners; ``by_time`` puts comments in the order they were written."""
        self._problems = problems
        self._owners = frozenset(owners)
        self._by_time = by_time
        self._ids = Fingerprints()
        self._given: dict[str, int] = {}
        self._impossible = 0
        self._uncommented: list[Problem] = []
        """Of posts of which the source holds no comment, because it is made to hold none."""
        self._absent = 0
        """How many comments those posts declare."""

    def post(self, raw: RawPost, comments: Sequence[RawComment]) -> Post:
        """``raw`` with its comments; what does not fit is appended to the problems."""
        url = web_address(raw.url)
        owners = self._owners | {raw.address} if raw.address else self._owners
        drafts = [self._comment(comment, owners, url) for comment in comments]
        draft = PostDraft(
            url=url,
            key=_key(raw.key),
            title=raw.title,
            author=author_of(raw.name, raw.address, is_owner=bool(raw.address) and raw.address in self._owners),
            published=self._time(raw.published),
            updated=self._time(raw.updated),
            labels=raw.labels,
            declared=raw.declared,
            sections=sections_of(raw.content, url, is_markup=raw.is_markup),
            comments=in_order(drafts) if self._by_time else drafts,
            is_excerpt=raw.is_excerpt,
        )
        finished = finish(draft, self._ids)
        if draft.is_excerpt and not comments and draft.declared:
            self._uncommented += finished.problems
            self._absent += draft.declared
        else:
            self._problems += finished.problems
        return self._distinct(finished.post)

    def end(self) -> None:
        """Tell what was wrong with more than one post; to be called once, after the last."""
        if not self._given and not self._problems:
            self._problems.append(Problem("no-posts", "There is no post and no comment in the source."))
        if len(self._uncommented) > 1:
            message = (
                f"{len(self._uncommented):,} posts declare {self._absent:,} comments, of which the source holds none. "
                "Read the posts' pages or their comment feeds to have them."
            )
            self._problems.append(Problem("comments-missing", message))
        else:
            self._problems += self._uncommented
        if self._impossible:
            message = f"{self._impossible} times could not be read or are in no calendar; they are left out."
            self._problems.append(Problem("impossible-date", message))

    def _distinct(self, post: Post) -> Post:
        """``post`` with an id of its own: of several posts with one id the first has it."""
        count = self._given[post.id] = self._given.get(post.id, 0) + 1
        if count == 1:
            return post
        self._problems.append(Problem("repeated-id", f"Several posts have the id “{post.id}”; each is shown."))
        own = f"{post.id}-{count}"
        ids = Fingerprints(own)
        sections = (replace(section, id=ids.take("section", section.body.text)) for section in post.sections)
        return replace(post, id=own, sections=tuple(sections))

    def _comment(self, raw: RawComment, owners: Collection[str], base: str | None) -> CommentDraft:
        permalink = web_address(raw.permalink)
        return CommentDraft(
            key=_key(raw.key),
            body=read_markup(raw.content, base) if raw.is_markup else read_text(raw.content),
            parent=_key(raw.parent),
            author=author_of(
                raw.name, raw.address, is_owner=raw.is_owner or bool(raw.address and raw.address in owners)
            ),
            published=self._time(raw.published),
            permalink=permalink,
            removed=raw.is_removed,
        )

    def _time(self, raw: str | None) -> Timestamp | None:
        if not raw or raw.isspace():
            return None
        time = read_any(raw)
        self._impossible += time is None
        return time


def _key(key: str | None) -> str | None:
    if key is None or (key.isascii() and key.isprintable() and " " not in key):
        return key or None
    return clean_line(key) or None


def without_contacts(name: str | None) -> str | None:
    """A person's name on one clean line; None when there is none, or when it is an e-mail or IP address."""
    line = clean_line(name or "")
    if ("@" in line and _E_MAIL.fullmatch(line)) or (("." in line or ":" in line) and _IP.fullmatch(line)):
        return None
    return line or None


def web_address(address: str | None) -> str | None:
    """``address`` on one clean line when it is one of the web, else None."""
    if not address:
        return None
    if not address.isascii() or not address.isprintable() or " " in address:
        address = clean_line(address)
    known = address.startswith(("http://", "https://")) or address[:8].lower().startswith(("http://", "https://"))
    return address if known and len(address) > len("https://") else None


def author_of(name: str | None, address: str | None, *, is_owner: bool) -> Author | None:
    """The author; None when nobody is named."""
    shown = without_contacts(name)
    return Author(shown, web_address(address), is_owner) if shown else None


def in_order(drafts: list[CommentDraft]) -> list[CommentDraft]:
    """``drafts`` as they were written when the moments of all are known; else turned when the newest stands first."""
    moments = [instant(draft.published) if draft.published else None for draft in drafts]
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(drafts):
        return drafts[::-1] if _is_newest_first(known) else drafts
    if _is_newest_first(known):
        # Of those written in one moment the newest stands first, too.
        return drafts[::-1]
    order = sorted(range(len(drafts)), key=known.__getitem__)
    return [drafts[index] for index in order]


def _is_newest_first(moments: Sequence[datetime]) -> bool:
    return len(moments) > 1 and moments[0] > moments[-1] and all(starmap(ge, pairwise(moments)))


def feed_lines(count: int, one: str, many: str) -> str:
    """``1 comment`` or ``7 comments``."""
    return f"{count:,} {one if count == 1 else many}"


def report_left_out(counts: Mapping[str, int]) -> Iterator[Problem]:
    """One problem for each kind of thing that does not belong into a thread."""
    for kind, count in counts.items():
        if count:
            words = _LEFT_OUT[kind]
            message = f"{feed_lines(count, *words)} left out of the threads."
            yield Problem(f"{kind}-left-out", message)


_LEFT_OUT = {
    "spam": ("comment marked as spam was", "comments marked as spam were"),
    "trash": ("comment in the trash was", "comments in the trash were"),
    "pingbacks": ("pingback or trackback was", "pingbacks and trackbacks were"),
    "drafts": ("post that is not published was", "posts that are not published were"),
    "attachments": ("comment on an attachment was", "comments on attachments were"),
    "others": ("comment of a kind that plugins add was", "comments of kinds that plugins add were"),
    "unapproved": ("comment that was never approved was", "comments that were never approved were"),
}
