"""The posts of a page: the one that its comments answer, or the several of an index."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from probreader.domain.clean import clean_line
from probreader.domain.identity import address_id
from probreader.domain.post import Author
from probreader.sources.dates import read_iso
from probreader.sources.drafts import PostDraft
from probreader.sources.feeds.naming import post_of_comment
from probreader.sources.html.areas import Areas
from probreader.sources.html.article_parts import Article
from probreader.sources.html.flat import Flat, Part
from probreader.sources.html.json_ld import read_json_ld
from probreader.sources.html.page import Page
from probreader.sources.html.said_times import Said
from probreader.sources.html.schema_posts import Graph
from probreader.sources.markers import read_heading

_CONTAINERS = (
    "article, .hentry, .post, .type-post, .type-page, .post_box, .storypost, .blogbody, [itemtype*=BlogPosting], "
    "[itemtype*=NewsArticle]"
)
_HEADINGS = (
    ".comments-title, #comments-title, .comment-title, .comments-heading, .comments-number, #comments-number, "
    ".wp-block-comments-title, .comment-reply-title, #comments, #comments h1, #comments h2, #comments h3, "
    "#comments h4, .comments-area h2, .comments-area h3, .comments h2, .comments h3, .comments h4, .wpdtc, "
    ".wpd-thread-info, .comment-count, .comments-count, .discussion-meta-info"
)
_QUOTED = re.compile("[“„«”»‘][^“”„«»‘’]{0,200}[”“»«’]")
_NUMBER = re.compile(r"(?<![0-9.,:/])[0-9]{1,6}(?![0-9.,:/])")
_LONGEST_HEADING = 60
_PAGED = "a[href*=comment-page-], a[href*=cpage]"


def read_articles(page: Page, flat: Flat, comments: Collection[Part]) -> list[tuple[PostDraft, Said]]:
    """The posts of ``page`` without comments and times, each with what is said of its time; empty when there is none.

    ``comments`` are the elements of the comments.
    """
    areas = Areas(flat, comments)
    articles = [Article(flat, container, areas, page.url) for container in _containers(flat, areas)]
    articles = [article for article in articles if article.sections()]
    if not comments and not _is_single(flat) and len(articles) > 1 and len({article.url() for article in articles}) > 1:
        return [(replace(_draft(article), is_excerpt=True), article.said()) for article in articles]
    if not articles and comments:
        articles = [Article(flat, flat.root, areas, page.url)]
    return [_whole(page, _main(articles))] if articles else []


def _is_single(flat: Flat) -> bool:
    """Whether the page says that it shows one post, whatever else stands on it."""
    return bool(flat.select("body.single, body.single-post, body.postid"))


def _containers(flat: Flat, areas: Areas) -> list[Part]:
    """The outermost elements that are marked as posts."""
    found: list[Part] = []
    for part in areas.inside(flat.select(_CONTAINERS)):
        if part.tag not in ("body", "html") and not (found and found[-1].holds(part)):
            found.append(part)
    return found


def _main(articles: Sequence[Article]) -> Article:
    """Of several, the one whose title the page bears."""
    words = _window(articles[0].flat)
    return next((article for article in articles if (article.title() or "\0") in words), articles[0])


def _window(flat: Flat) -> str:
    """What the window of the page is called."""
    heading = flat.select("title")
    return flat.words(heading[0]) if heading else ""


def _draft(article: Article) -> PostDraft:
    return PostDraft(
        url=article.url(),
        title=article.title(),
        author=article.author(),
        updated=article.updated(),
        labels=article.labels(),
        declared=article.declared(),
        sections=article.sections(),
    )


def _whole(page: Page, article: Article) -> tuple[PostDraft, Said]:
    """The post of a page that has but one: what it does not say itself, the page may say."""
    draft = _draft(article)
    flat = article.flat
    around = Article(flat, flat.root, article.areas, page.url)
    draft.url = (post_of_comment(page.url) if page.url else None) or draft.url
    if next(article.marked_titles(), None) is None:
        # Some themes put the title into the head of the page.
        window = _window(flat)
        draft.title = next((title for title in around.marked_titles() if title in window), draft.title)
    draft.title = draft.title or around.title() or clean_line(page.meta("og:title") or "") or None
    draft.author = draft.author or around.author() or _meta_author(page)
    said = article.said()
    published = page.meta("article:published_time")
    if said.exact is None and published and (moment := read_iso(published)):
        said = Said(moment)
    said = said if said != Said() else around.said()
    modified = page.meta("article:modified_time")
    draft.updated = draft.updated or (read_iso(modified) if modified else None)
    draft.labels = draft.labels or around.labels()
    draft.declared = _declared(flat, draft.title, draft.declared)
    said = _linked(page, draft, said)
    is_paged = page.url is not None and draft.url != page.url.partition("#")[0]
    draft.is_excerpt = is_paged or any("#comment-" not in link.attributes["href"] for link in flat.select(_PAGED))
    return draft, said


def _linked(page: Page, draft: PostDraft, said: Said) -> Said:
    """Fill what ``draft`` lacks from the page's JSON-LD, where that plainly tells of the same post."""
    told = of_same_post(draft, json_ld_posts(page))
    if told is None:
        return said
    draft.author = draft.author or told.author
    draft.updated = draft.updated or told.updated
    draft.declared = told.declared if draft.declared is None else draft.declared
    draft.labels = draft.labels or told.labels
    return said if said != Said() or told.published is None else Said(told.published)


def json_ld_posts(page: Page) -> list[PostDraft]:
    """What the page's JSON-LD says of its posts."""
    nodes, _ = read_json_ld(page.root)
    return Graph(nodes, page.url).drafts()


def of_same_post(draft: PostDraft, linked: Iterable[PostDraft]) -> PostDraft | None:
    """The first of ``linked`` with the title or the address of ``draft``; None where there is none."""
    for told in linked:
        is_same = told.title and draft.title and told.title.casefold() == draft.title.casefold()
        if is_same or (told.url and draft.url and address_id(told.url) == address_id(draft.url)):
            return told
    return None


def _meta_author(page: Page) -> Author | None:
    name = clean_line(page.meta("author") or "")
    return Author(name) if name and "://" not in name else None


def _declared(flat: Flat, title: str | None, otherwise: int | None) -> int | None:
    """How many comments the heading over them says there are."""
    for selector, is_marked in ((_HEADINGS, True), ("h2, h3, h4", False)):
        for part in flat.select(selector):
            if part.tag in ("div", "section", "ol", "ul") and part.id == "comments":
                continue
            words = flat.words(part)
            heading = read_heading(words)
            if heading is not None and heading.count is not None and (heading.sure or is_marked):
                return heading.count
            if is_marked and (count := only_number(words, title)) is not None:
                return count
    return otherwise


def only_number(words: str, title: str | None) -> int | None:
    """The one number in the heading over the comments, beside the post's title; None for none and for several."""
    rest = _QUOTED.sub("", words.replace(title, "") if title else words)
    numbers = _NUMBER.findall(rest) if len(rest) < _LONGEST_HEADING else []
    return int(numbers[0]) if len(numbers) == 1 else None
