"""Generated text dumps of one long discussion, as each converter writes them.

The comments are like those of real blogs: 500 characters in one to four paragraphs, one in three with characters beyond
ASCII, one in six with an address, one in fifteen with a list; every third has one to four replies.
"""

import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

WORDS = tuple(
    """
    the of and to in a is that it was for on are as with they be at one have this from or had by not but some what we
    can out other were all there when up use your how said an each she which do their time if will way about many then
    them would write like so these her long make thing see him two has look more day could go come did number sound no
    most people my over know water than call first who may down side been now find any new work part take get place
    staff don't "probation" officers caseload 55m naive service-user
    """.split()
)
BEYOND_ASCII = (*WORDS, "don’t", "“probation”", "£55m", "naïve", "–")
NAMES = ("Anonymous", "Ada Wren", "Probation Officer", "Oda Rush", "Lock 7", "Unknown")
PAGE = "https://weir.blogspot.example/2019/05/leaks.html"
TITLE = "A Long Discussion"
HEAD = ["Sunday, 19 May 2019", "", TITLE, "", "It leaks at both ends, and has for as long as anybody can say.", ""]
TAIL = ["Add comment", "Load more...", "", "Newer Post Older Post Home", "Subscribe to: Post Comments (Atom)"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment."""

    number: int
    """Among its siblings, from 1."""
    is_reply: bool
    replies: int
    """How many replies follow it."""
    is_last: bool
    """Whether it is the last reply of its thread."""
    author: str
    time: str
    key: int
    paragraphs: list[str]


def paragraph(rng: random.Random, words: tuple[str, ...]) -> str:
    return " ".join(rng.choices(words, k=rng.randint(5, 73))).capitalize() + "."


def remark(rng: random.Random, key: int, number: int, replies: int, *, is_reply: bool, is_last: bool = False) -> Remark:
    words = BEYOND_ASCII if rng.random() < 1 / 3 else WORDS
    texts = [paragraph(rng, words) for _ in range(rng.randint(1, 4))]
    if rng.random() < 1 / 6:
        texts.append(f"https://example.org/{rng.randrange(10**6)}?page=2")
    if rng.random() < 1 / 15:
        texts += [f"{item}. {paragraph(rng, words)}" for item in range(1, 4)]
    time = f"{rng.randint(19, 28)} May 2019 at {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    return Remark(number, is_reply, replies, is_last, rng.choice(NAMES), time, 10**9 + key, texts)


def remarks(size: int, seed: int = 20210225) -> list[Remark]:
    """Comments of about ``size`` characters in reading order."""
    rng = random.Random(seed)
    found: list[Remark] = []
    written = top = 0
    while written < size:
        top += 1
        replies = rng.randint(1, 4) if top % 3 == 0 else 0
        thread = [remark(rng, len(found), top, replies, is_reply=False)]
        for n in range(1, replies + 1):
            thread.append(remark(rng, len(found) + n, n, 0, is_reply=True, is_last=n == replies))
        written += sum(len(text) + 2 for one in thread for text in one.paragraphs)
        found += thread
    return found


Writer = Callable[[list[Remark]], Iterator[str]]
"""From comments to the lines of a dump."""


def outline(found: list[Remark]) -> Iterator[str]:
    yield from (*HEAD, f"{len(found)} comments:", "")
    for one in found:
        margin = "    " if one.is_reply else "  "
        for place, text in enumerate(one.paragraphs):
            yield f"{margin}{one.number}. {text}" if not place else f"{margin}  {text}"
            yield ""
        yield f"{margin}  {'' if one.is_reply else 'Reply'}Delete"
        if one.replies:
            yield "    Replies"


def extracted(found: list[Remark]) -> Iterator[str]:
    yield HEAD[4]
    glued = ""
    for one in found:
        first, *further = one.paragraphs
        yield glued + first
        glued = "Delete" if one.is_reply else "ReplyDelete"
        if further:
            yield glued + further[0]
            yield from further[1:]
            glued = ""
    if glued:
        yield glued


def archive(found: list[Remark]) -> Iterator[str]:
    yield "Showing posts with label weirs. Show all posts"
    for place, one in enumerate(found):
        if place % 6 == 0:
            yield from ("", f"Sunday, {place // 6 % 28 + 1} May {1900 + place // 168}", "", f"{TITLE} {place}", "")
        for text in one.paragraphs:
            yield from (text, "")


def page(found: list[Remark]) -> Iterator[str]:
    """As html-text writes it."""
    yield from (*HEAD, f"{len(found)} comments:", "")
    for one in found:
        yield from (f"{one.author} {one.time}", "")
        for text in one.paragraphs:
            yield from (text, "")
        yield "Delete" if one.is_reply else "Reply Delete"
        yield from ("Replies", "")
        if not one.replies:
            yield from ("Reply", "")
        if one.is_last:
            yield from ("Reply", "")
    yield from TAIL


def wrapped(text: str, margin: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False)


def lynx(found: list[Remark]) -> Iterator[str]:
    yield from ("", *HEAD[:4], f"   {HEAD[4]}", "", f"{len(found)} comments:", "")
    links = 0
    for one in found:
        margin = " " * (12 if one.is_reply else 7)
        links += 2
        yield f"{margin[:-3]}{one.number}. {one.author}[{links - 1}]{one.time}"
        for place, text in enumerate(one.paragraphs):
            yield from (*([""] if place else []), *wrapped(text, margin, 72))
        yield f"{margin}{f'[{links}]' if one.is_reply else f'Reply[{links}]'}Delete"
        yield f"{margin}Replies"
        if not one.replies:
            yield f"{margin}     Reply"
        if one.is_last:
            yield f"{margin[:-5]}     Reply"
    yield from ("", *TAIL, "", "References", "", "   Visible links:")
    for place, one in enumerate(found):
        yield f"{2 * place + 1:4}. {PAGE}?showComment={1558260000000 + one.key}#c{one.key}"
        yield f"{2 * place + 2:4}. https://www.blogger.com/delete-comment.g?blogID=7&postID={one.key}"


def w3m(found: list[Remark]) -> Iterator[str]:
    yield from (*HEAD, f"{len(found)} comments:", "")
    for one in found:
        margin = " " * (8 if one.is_reply else 4)
        yield f"{margin[:-4]}{one.number:2}. [blogger_lo]"
        yield f"{margin}{one.author}{one.time}"
        for text in one.paragraphs:
            yield from ("", *wrapped(text, margin, 79))
        yield from ("", f"{margin}{'' if one.is_reply else 'Reply'}Delete", f"{margin}Replies")
        if not one.replies:
            yield f"{margin}    Reply"
        if one.is_last:
            yield f"{margin}Reply"
    yield from ("", *TAIL)


def inscriptis(found: list[Remark]) -> Iterator[str]:
    yield from (f"{'':20}{line}".rstrip() for line in (*HEAD, f"{len(found)} comments:", ""))
    for one in found:
        margin = " " * (36 if one.is_reply else 26)
        yield f"{margin[:-1]}{one.number}. {one.author}{one.time}"
        for text in one.paragraphs:
            yield from ("", margin + text)
        yield from ("", f"{margin}{'' if one.is_reply else 'Reply'}Delete", f"{margin}  Replies")
        if not one.replies:
            yield f"{margin}        Reply"
        if one.is_last:
            yield f"{margin[:-10]}        Reply"
    yield from ("", *(f"{'':20}{line}".rstrip() for line in TAIL))


def _markdown_head(found: list[Remark]) -> list[str]:
    return [f"## {HEAD[0]}", "", f"### {HEAD[2]}", "", HEAD[4], "", f"#### {len(found)} comments:", ""]


def html2text(found: list[Remark]) -> Iterator[str]:
    yield from _markdown_head(found)
    for one in found:
        yield from (f"{'     ' if one.is_reply else '  '}{one.number}. ![](//www.blogger.com/img/logo.png)", "")
        name = f"[{one.author}](https://www.blogger.com/profile/{one.key})"
        address = f"{PAGE}?showComment={1558260000000 + one.key}#c{one.key}"
        yield from wrapped(f"{name}[{one.time}]({address})", "", 78)
        for text in one.paragraphs:
            yield from ("", *wrapped(text, "", 78))
        delete = f"[Delete](https://www.blogger.com/delete-comment.g?blogID=7&postID={one.key})"
        yield from ("", *wrapped(("" if one.is_reply else "Reply") + delete, "", 78), "", "Replies", "")
        yield from ("Reply", "") if not one.replies else ()
        yield from ("Reply", "") if one.is_last else ()
    yield from TAIL


def markdownify(found: list[Remark]) -> Iterator[str]:
    yield from _markdown_head(found)
    for one in found:
        margin = "     " if one.is_reply else "   "
        yield f"{'   -' if one.is_reply else f'{one.number}.'} ![](//www.blogger.com/img/logo.png)"
        name = f"[{one.author}](https://www.blogger.com/profile/{one.key})"
        address = f"{PAGE}?showComment={1558260000000 + one.key}#c{one.key}"
        yield from ("", f"{margin}{name}[{one.time}]({address})")
        for text in one.paragraphs:
            yield from ("", margin + text)
        delete = f"[Delete](https://www.blogger.com/delete-comment.g?blogID=7&postID={one.key})"
        yield from ("", f"{margin}{'' if one.is_reply else 'Reply'}{delete}", "", f"{margin}Replies", "", "")
        yield from (f"{margin}Reply", "") if not one.replies else ()
        yield from ("   Reply", "") if one.is_last else ()
    yield from TAIL


WRITERS: dict[str, tuple[str, Writer]] = {
    "resiliparse, outline": ("blogger-text", outline),
    "trafilatura, extracted": ("extracted-text", extracted),
    "label page, archive": ("archive-text", archive),
    "html-text, page": ("page-text", page),
    "lynx": ("lynx-text", lynx),
    "w3m": ("w3m-text", w3m),
    "inscriptis": ("inscriptis-text", inscriptis),
    "html2text": ("markdown", html2text),
    "markdownify": ("markdown", markdownify),
}
"""What writes each kind of dump, and the shape that it is read as."""
