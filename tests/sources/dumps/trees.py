"""What a reading is compared with: who, whom, when, what."""

from probreader.domain.post import Post
from probreader.sources import Reading, read

Line = tuple[str | None, int | None, str | None, str]
"""Author, position of the parent, time, text."""


def tree(post: Post) -> list[Line]:
    """The comments of ``post``, parents as positions."""
    places = {comment.id: place for place, comment in enumerate(post.comments)}
    return [
        (
            comment.author.name if comment.author else None,
            None if comment.parent is None else places[comment.parent],
            comment.published.iso if comment.published else None,
            comment.body.text,
        )
        for comment in post.comments
    ]


def read_one(text: str) -> tuple[Reading, Post]:
    """The reading of ``text``, which holds one post."""
    reading = read(text.encode())
    assert len(reading.posts) == 1, reading.problems
    return reading, reading.posts[0]


def codes(reading: Reading) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in reading.problems]
