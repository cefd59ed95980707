"""Pages of whatever software that tell their comments in the words of schema.org."""

from probreader.domain.clean import clean_line
from probreader.domain.identity import Fingerprints
from probreader.sources.drafts import PostDraft, finish
from probreader.sources.html.articles import read_articles
from probreader.sources.html.flat import flat_of
from probreader.sources.html.json_ld import read_json_ld
from probreader.sources.html.microdata import read_microdata
from probreader.sources.html.page import Page
from probreader.sources.html.schema_posts import Graph
from probreader.sources.parsed import Claim, Evidence, Parsed


def claim(page: Page) -> Claim | None:
    """A page with schema.org comments is strong evidence, one with a post alone weak."""
    microdata = Graph(read_microdata(flat_of(page), page.url), page.url)
    if microdata.comments:
        return Claim(Evidence.STRONG, lambda: _read(page, microdata))
    nodes, _ = read_json_ld(page.root)
    linked = Graph(nodes, page.url)
    if linked.comments:
        return Claim(Evidence.STRONG, lambda: _read(page, linked))
    if linked.posts or microdata.posts:
        graph = linked if linked.posts else microdata
        return Claim(Evidence.WEAK, lambda: _read(page, graph))
    return None


def _read(page: Page, graph: Graph) -> Parsed:
    drafts = graph.drafts()
    if len(drafts) == 1:
        _complete(page, drafts[0])
    ids = Fingerprints()
    finished = [finish(draft, ids) for draft in drafts]
    problems = [problem for each in finished for problem in each.problems]
    if len(drafts) == 1 and graph.pings and drafts[0].declared == len(drafts[0].comments) + graph.pings:
        problems = [problem for problem in problems if problem.code != "comments-missing"]
    return Parsed(tuple(each.post for each in finished), (*read_json_ld(page.root)[1], *problems))


def _complete(page: Page, draft: PostDraft) -> None:
    """Let the page say what the object of its only post does not."""
    draft.url = draft.url or page.url
    shown = read_articles(page, flat_of(page), ())
    if shown and not draft.sections:
        draft.sections = shown[0][0].sections
    if shown and draft.title is None:
        draft.title = shown[0][0].title
    if shown and draft.declared is None:
        draft.declared = shown[0][0].declared
    if shown and not draft.labels:
        draft.labels = shown[0][0].labels
    draft.title = draft.title or clean_line(page.meta("og:title") or "") or None
