"""Parts of a page that are not of the post: comments, sidebars, navigation, related posts."""

from collections.abc import Iterable, Iterator

from probreader.sources.html.dom import Element, ancestors

_OUTSIDE = ", ".join(
    (
        "#comments", "#respond", ".comments-area", ".comment-list", ".commentlist", "#commentlist", ".comment-respond",
        ".wp-block-comments", "#disqus_thread", "#wpdcom", "#secondary", "#sidebar", ".sidebar", ".widget",
        ".widget-area", "nav", ".related-posts", ".relatedposts", ".yarpp-related", ".jp-relatedposts", "#footer",
        "#colophon", ".site-footer", ".comments", "#comments-block", ".post-navigation", ".recent-posts",
    )
)  # fmt: skip


class Areas:
    """What stands outside the posts of a page. Every element is climbed over once."""

    def __init__(self, root: Element, comments: Iterable[Element]) -> None:
        self._outside: dict[Element, bool] = {root: False}
        body = root.first("body")
        for element in (*comments, *root.select(_OUTSIDE)):
            self._outside[element] = True
        if body is not None:
            self._outside[body] = False

    def is_outside(self, element: Element) -> bool:
        """Whether ``element`` is, or stands in, what is not of a post."""
        path = []
        outside = False
        for each in (element, *ancestors(element)):
            if each in self._outside:
                outside = self._outside[each]
                break
            path.append(each)
        for each in path:
            self._outside[each] = outside
        return outside

    def inside(self, elements: Iterable[Element]) -> Iterator[Element]:
        """Those of ``elements`` that may be of a post."""
        return (element for element in elements if not self.is_outside(element))
