"""Parts of a page that are not of the post: comments, sidebars, navigation, related posts."""

from collections.abc import Iterable, Iterator

from probreader.sources.html.flat import Flat, Part

_OUTSIDE = (
    "#comments, #respond, .comments-area, .comment-list, .commentlist, #commentlist, .comment-respond, "
    ".wp-block-comments, #disqus_thread, #wpdcom, #secondary, #sidebar, .sidebar, .widget, .widget-area, nav, "
    ".related, .related-posts, .relatedposts, .yarpp-related, .jp-relatedposts, #footer, #colophon, "
    ".site-footer, .comments, #comments-block, .post-navigation, .recent-posts"
)


class Areas:
    """What stands outside the posts of a page."""

    def __init__(self, flat: Flat, comments: Iterable[Part]) -> None:
        self._outside = bytearray(len(flat.parts))
        for part in (*comments, *flat.select(_OUTSIDE)):
            # What is marked already is marked with all that it holds.
            if part.tag not in ("html", "body") and not self._outside[part.start]:
                self._outside[part.start : part.end] = b"\x01" * (part.end - part.start)

    def is_outside(self, part: Part) -> bool:
        """Whether ``part`` is, or stands in, what is not of a post."""
        return bool(self._outside[part.start])

    def inside(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Those of ``parts`` that may be of a post."""
        return (part for part in parts if not self._outside[part.start])
