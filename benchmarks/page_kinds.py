"""Pages of several makers to be timed, each with as much script, style and margin as such pages have."""

import random
from collections.abc import Callable, Iterator

COMMENTS = 200
ADDRESS = "https://ferry.example.org/2019/05/post.html"
WORDS = tuple(
    """
    the of and to in a is that it was for on are as with they be at one have this from or by not but some what we can
    out other were all there when up use your how said each she which do their time if will way about many then river
    otter valley weather bridge ferry keeper lantern harbour “quoted” naïve £20 don’t
    """.split()
)
AROUND = "<script>var a={};" + "a['key']=function(b){return b&&b.c};" * 400 + "</script>"
STYLE = "<style>" + ".post-body a:hover{color:#c00;margin:0 1px} " * 300 + "</style>"


def words(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(8, 120))).capitalize() + "."


def paragraphs(rng: random.Random, count: int) -> str:
    return "".join(f"<p>{words(rng)}</p>" for _ in range(count))


def whole(generator: str, body: str, head: str = "") -> bytes:
    """A page with ``body`` and a margin of twelve lists of links."""
    links = "".join(
        f"<li class='archivedate'><a href='/2017/{n}/'>May {n}</a> <span>({n})</span></li>" for n in range(36)
    )
    widget = f"<div class='widget BlogArchive'><h2 class='title'>Archive</h2><ul class='flat'>{links}</ul></div>"
    return (
        f"<!DOCTYPE html><html dir='ltr' lang='en'><head><meta charset='utf-8'/><title>The Ferry: Post</title>"
        f"<meta content='{generator}' name='generator'/><link href='{ADDRESS}' rel='canonical'/>{head}{STYLE}{AROUND}"
        f"</head><body>{body}<div class='sidebar' id='sidebar-right'>{widget * 12}</div>{AROUND}</body></html>"
    ).encode()


def blogger_post(rng: random.Random, address: str, length: int = 8) -> str:
    return (
        "<div class='date-outer'><h2 class='date-header'><span>Sunday, 19 May 2019</span></h2><div class='post hentry'>"
        f"<h3 class='post-title entry-title'><a href='{address}'>Post</a></h3><div class='post-body entry-content'>"
        f"{paragraphs(rng, length)}</div><div class='post-footer'><span class='post-author vcard'>Posted by "
        f"<span class='fn'>Ada</span></span> <span class='post-timestamp'>at <a class='timestamp-link' href='{address}'"
        " rel='bookmark'><abbr class='published' title='2019-05-19T08:10:00+01:00'>08:10</abbr></a></span> "
        "<span class='post-labels'>Labels: <a href='/search/label/x' rel='tag'>x</a></span></div></div></div>"
    )


def flat(rng: random.Random) -> bytes:
    """A Blogger page with its comments in one list of terms."""
    comments = "".join(
        f"<dt class='comment-author' id='c{key}'><a name='c{key}'></a><a href='https://www.blogger.com/profile/"
        f"{key % 40}' rel='nofollow'>Reader {key % 40}</a> said...</dt><dd class='comment-body' id='Blog1_cmt-{key}'>"
        f"<p>{words(rng)}<br/><br/>{words(rng)}</p></dd><dd class='comment-footer'><span class='comment-timestamp'>"
        f"<a href='{ADDRESS}?showComment={key}#c{key}' title='comment permalink'>19 May 2019 at {key % 24:02}:45</a>"
        "<span class='item-control'><a class='comment-delete' href='#'><img src='x.png' alt=''/></a></span></span></dd>"
        for key in range(4_000_000_000, 4_000_000_000 + COMMENTS)
    )
    return whole(
        "blogger",
        f"{blogger_post(rng, ADDRESS)}<div class='comments' id='comments'><h4>{COMMENTS} comments:</h4>"
        f"<dl class='avatar-comment-indent' id='comments-block'>{comments}</dl></div>",
    )


def threads(rng: random.Random, comment: Callable[[int, str], str]) -> Iterator[str]:
    """As many comments as a page has, with some replies; ``comment`` writes one around its replies."""
    number = 0
    while number < COMMENTS:
        replies = min(rng.choice((0, 0, 1, 3)), COMMENTS - number - 1)
        yield comment(number, "".join(comment(number + reply + 1, "") for reply in range(replies)))
        number += 1 + replies


def article(rng: random.Random) -> str:
    return (
        "<article class='post hentry'><header class='entry-header'><h1 class='entry-title'>Post</h1><div class="
        "'entry-meta'><time class='entry-date published' datetime='2019-05-19T08:10:00+00:00'>May 19, 2019</time> by "
        "<span class='author vcard'><a class='url fn n' href='/author/ada'>Ada</a></span></div></header>"
        f"<div class='entry-content'>{paragraphs(rng, 8)}</div></article>"
    )


def wordpress(rng: random.Random) -> bytes:
    """A WordPress page with its usual threads."""

    def comment(number: int, replies: str) -> str:
        return (
            f"<li id='comment-{number}' class='comment even depth-1'><article id='div-comment-{number}' class="
            "'comment-body'><footer class='comment-meta'><div class='comment-author vcard'><img alt='' src='x.png' "
            f"class='avatar photo'/><b class='fn'><a href='https://example.org/{number}' class='url' rel='ugc'>Reader "
            f"{number % 40}</a></b> <span class='says'>says:</span></div><div class='comment-metadata'><a href="
            f"'{ADDRESS}#comment-{number}'><time datetime='2019-05-19T{number % 24:02}:45:00+00:00'>May 19, 2019 at "
            f"{number % 24}:45</time></a></div></footer><div class='comment-content'>{paragraphs(rng, 2)}</div><div "
            f"class='reply'><a class='comment-reply-link' href='#'>Reply</a></div></article><ol class='children'>"
            f"{replies}</ol></li>"
        )

    comments = "".join(threads(rng, comment))
    return whole(
        "WordPress 5.2",
        f"<main>{article(rng)}<div id='comments' class='comments-area'><h2 class='comments-title'>{COMMENTS} thoughts "
        f"on “Post”</h2><ol class='comment-list'>{comments}</ol></div></main>",
    )


def microdata(rng: random.Random) -> bytes:
    """A page of some forum whose parts are named as schema.org has it."""
    person = (
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>{}</span></span>"
    )

    def comment(number: int, replies: str) -> str:
        return (
            f"<div itemprop='comment' itemscope itemtype='https://schema.org/Comment' id='m{number}'>"
            f"{person.format(f'Reader {number % 40}')} <time itemprop='dateCreated' datetime="
            f"'2019-05-19T{number % 24:02}:45:00Z'>19 May</time><a itemprop='url' href='{ADDRESS}#m{number}'>link</a>"
            f"<div itemprop='text'>{paragraphs(rng, 2)}</div>{replies}</div>"
        )

    comments = "".join(threads(rng, comment))
    return whole(
        "Own",
        "<article itemscope itemtype='https://schema.org/DiscussionForumPosting'><h1 itemprop='headline'>Post</h1>"
        f"<time itemprop='datePublished' datetime='2019-05-19T08:10:00Z'>May</time>{person.format('Ada')}"
        f"<div itemprop='articleBody'>{paragraphs(rng, 8)}</div>{comments}</article>",
    )


def json_ld(rng: random.Random) -> bytes:
    """A page whose comments stand in its JSON-LD alone."""

    def comment(number: int, replies: str) -> str:
        nested = f', "comment": [{replies.rstrip(",")}]' if replies else ""
        return (
            f'{{"@type": "Comment", "url": "{ADDRESS}#m{number}", "author": {{"@type": "Person", "name": "Reader '
            f'{number % 40}"}}, "dateCreated": "2019-05-19T{number % 24:02}:45:00Z", "text": "{words(rng)}"{nested}}},'
        )

    comments = "".join(threads(rng, comment)).rstrip(",")
    told = (
        '{"@context": "https://schema.org", "@type": "DiscussionForumPosting", "headline": "Post", "author": {"@type": '
        f'"Person", "name": "Ada"}}, "url": "{ADDRESS}", "datePublished": "2019-05-19T08:10:00Z", "articleBody": '
        f'"{words(rng)}", "comment": [{comments}]}}'
    )
    return whole("Own", article(rng), f"<script type='application/ld+json'>{told}</script>")


def archive(rng: random.Random) -> bytes:
    """A month of a Blogger blog: posts without their comments."""
    posts = "".join(blogger_post(rng, f"https://ferry.example.org/2019/05/post-{n}.html", 20) for n in range(25))
    return whole("blogger", f"<div id='Blog1' class='widget Blog'>{posts}</div>")


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "flat": flat,
    "WordPress": wordpress,
    "microdata": microdata,
    "JSON-LD": json_ld,
    "archive": archive,
}
