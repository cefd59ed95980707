"""Where the posts stand in a Blogger page: what holds each, and which elements are its title and its body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from probreader.sources.html.dom import Element, ancestors
from probreader.sources.html.markup import line_of

_HOLDERS = frozenset("post hentry post-outer blogPost Post".split())
_BODIES = "post-body entry-content PostBody postbody".split()
_OTHER_BODIES = ".entry, .entry-body, .post-content, .post-entry, .postcontent, .entrybody, .text"
_TITLES = frozenset("post-title entry-title mobile-index-title PostTitle posttitle postTitle".split())
_DAYS = frozenset("date-header DateHeader dateheader".split())
_OUTSIDE = frozenset(
    "sidebar PopularPosts FeaturedPost popular-posts related-posts comments comment-content comment-body "
    "BlogArchive item-content footer-outer".split()
)
_OUTSIDE_IDS = frozenset("comments sidebar related-posts backlinks-container".split())
_FARTHEST = 60
"""Elements between a part of a post and what holds it; farther ones are not looked for, so that depth costs little."""
_SELECTOR = ", ".join(
    ['[itemprop~="articleBody"]', ".mobile-post-outer", *(f".{name}" for name in sorted(_DAYS))]
    + [f".{name}" for name in (*sorted(_HOLDERS), *_BODIES, *sorted(_TITLES))]
)


@dataclass(slots=True, eq=False)
class Place:
    """Where a post stands in a page."""

    holder: Element | None
    """What holds the post and nothing of another one; None when nothing does."""
    day: str | None
    """The words of the date header above it."""
    title: Element | None = None
    bodies: list[Element] = field(default_factory=list)
    reach: int = 0
    """Where the last of the bodies ends."""


def places_in(root: Element) -> list[Place]:
    """The posts of a page in its order: each has a body, a title or both."""
    places: list[Place] = []
    holders: list[tuple[Element, Place]] = []
    """What holds the element that is looked at, the innermost last."""
    day: str | None = None
    for element in root.select(_SELECTOR):
        classes = element.classes
        if is_outside(element):
            continue
        while holders and holders[-1][0].end <= element.start:
            holders.pop()
        place = holders[-1][1] if holders else None
        if not _DAYS.isdisjoint(classes):
            day = line_of(element) or day
            if place is not None and not place.bodies:
                place.day = day
            continue
        if not _HOLDERS.isdisjoint(classes) or "mobile-post-outer" in classes:
            if place is None:
                place = Place(element, day)
                holders.append((element, place))
                places.append(place)
            elif not place.bodies and not place.title:
                place.holder = element
                holders.append((element, place))
            continue
        if place is None:
            place = _headed(places, element, day)
        _add(place, element)
    for place in places:
        if place.holder is not None and not place.bodies and place.title is not None:
            place.bodies.append(place.holder)
    return [place for place in places if place.bodies or place.title] or list(_after_other_software(places))


def _after_other_software(places: Sequence[Place]) -> Iterator[Place]:
    """Posts whose holder is marked and whose parts are not, or as other software marks them."""
    for place in places:
        holder = place.holder
        if holder is not None and (title := holder.first("h1, h2, h3, h4")) is not None:
            place.title = title
            place.bodies = [holder.first(_OTHER_BODIES) or holder]
            yield place


def is_outside(element: Element) -> bool:
    """Whether ``element`` stands among comments, in a sidebar or in a list of other posts."""
    for above in islice(ancestors(element), _FARTHEST):
        if above.tag in ("body", "html"):
            # Their classes tell of the whole page, as "sidebar" of a dynamic view.
            return False
        classes = above.classes
        if above.get("id") in _OUTSIDE_IDS or above.tag == "aside" or not _OUTSIDE.isdisjoint(classes):
            return True
        if "widget" in classes and "Blog" not in classes:
            return True
    return False


def _headed(places: list[Place], element: Element, day: str | None) -> Place:
    """The post to which a title or body belongs that no element holds: a title begins one."""
    is_title = not _TITLES.isdisjoint(element.classes)
    if places and places[-1].holder is None and not (is_title and places[-1].bodies):
        return places[-1]
    places.append(Place(None, day))
    return places[-1]


def _add(place: Place, element: Element) -> None:
    if not _TITLES.isdisjoint(element.classes):
        place.title = place.title or element
    elif element.start >= place.reach:
        place.reach = element.end
        place.bodies.append(element)
