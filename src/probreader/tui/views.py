"""Other orders in which a thread can be read. Pure: no Textual."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum

from probreader.domain.post import Certainty, Comment, Post
from probreader.domain.references import Reference, answered
from probreader.domain.references.written import Written
from probreader.domain.thread import arrange

References = Mapping[int, Sequence[Reference]]
"""By index among the sections and comments of the post: what each comment refers to."""


class View(Enum):
    """How the comments of a thread are arranged; the value is told to the reader."""

    TREE = "as the source nests them"
    DATE = "by date"
    PATH = "from the post to here"
    CONVERSATION = "by what they answer; links marked as inferred"

    @property
    def following(self) -> "View":
        """The view that comes next when the user asks for another."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


def arranged(post: Post, view: View, references: References, entry_id: str | None) -> Post:
    """``post`` with its comments as ``view`` shows them; ``entry_id`` is the entry that stands at the end of a PATH.

    No comment of TREE is missing from DATE or CONVERSATION.
    """
    match view:
        case View.TREE:
            return post
        case View.DATE:
            return replace(post, comments=tuple(replace(comment, parent=None) for comment in _by_date(post)))
        case View.PATH:
            return replace(post, comments=_path(post, entry_id))
        case View.CONVERSATION:
            return replace(post, comments=_conversation(post, references))


def _by_date(post: Post) -> list[Comment]:
    """In the order of writing; a comment without a day stays behind the one before it on the page."""
    written = Written(post)
    keys = [""]
    for entry in written.comments:
        moment, day = written.moment(entry), written.day(entry)
        keys.append(moment.isoformat() if moment is not None else day or keys[-1])
    keyed = zip(keys[1:], post.comments, strict=True)
    return [comment for _, comment in sorted(keyed, key=lambda pair: pair[0])]


def _path(post: Post, entry_id: str | None) -> tuple[Comment, ...]:
    """The comments above ``entry_id`` and itself; none when it is part of the post."""
    comments = {comment.id: comment for comment in post.comments}
    path = []
    while entry_id is not None and entry_id in comments:
        comment = comments[entry_id]
        path.append(comment)
        entry_id = comment.parent
    return tuple(reversed(path))


def _conversation(post: Post, references: References) -> tuple[Comment, ...]:
    """Nested by what comments say that they answer; where one says nothing, it hangs where its source has it."""
    sections = len(post.sections)
    answers = answered(references, sections)
    comments = []
    for entry, comment in enumerate(post.comments, sections):
        target = answers.get(entry)
        if target is None or target < sections or post.comments[target - sections].id == comment.parent:
            comments.append(comment)
        else:
            parent = post.comments[target - sections].id
            comments.append(replace(comment, parent=parent, certainty=Certainty.INFERRED))
    return arrange(comments).comments
