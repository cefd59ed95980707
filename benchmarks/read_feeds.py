"""How fast feeds and exports are read, and in how much memory: generated ones, beside feedparser where it is installed.

Run it as ``python benchmarks/read_feeds.py [--size 20MB] [--shape atom|wordpress|backup] [--peak]``. With ``--peak``
the source is written to a temporary file and read from there once, in pieces, and the peak of memory is printed: try
``--size 1GB --peak``. The generated comments are like those of the seeds: 670 characters on average, one in three with
a line break, one in six with a link, one in nine with emphasis.
"""

import argparse
import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape

from probreader.sources import read_stream

BUDGET = 15
RUNS = 3
WORDS = tuple(
    """
    the of and to in a is that it was for on are as with they be at one have this from or had by not but some what we
    can out other were all there when up use your how said an each she which do their time if will way about many then
    staff don't "probation" officers caseload 55m naive service-user don’t “probation” £55m –
    """.split()
)
ATOM = """<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'
 xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/' xmlns:gd='http://schemas.google.com/g/2005'
 xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-7.{kind}</id>
<title type='text'>Harbour Notes</title><author><name>Mara</name><uri>http://www.blogger.com/profile/1</uri></author>"""
WORDPRESS = """<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Quay</title><wp:wxr_version>1.2</wp:wxr_version>"""
KIND = (
    "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{}'/>"
)


def paragraph(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(40, 210))).capitalize() + "."


def markup(rng: random.Random, line_break: str) -> str:
    """A comment's text."""
    text = paragraph(rng)
    if rng.random() < 1 / 3:
        text += line_break + line_break + paragraph(rng)[:200]
    if rng.random() < 1 / 6:
        text += f' <a href="https://example.org/{rng.randrange(10**6)}" rel="nofollow">there</a>'
    if rng.random() < 1 / 9:
        text += " <i>indeed</i> so"
    return text


def atom(size: int, kind: str, rng: random.Random) -> Iterator[str]:
    """A feed of comments, or a backup with the posts after their comments, newest first."""
    yield ATOM.format(kind=kind)
    number, written = 10_000_000, 0
    while written < size:
        post = number
        page = f"http://harbour.example.blogspot.com/2019/05/note-{post}.html"
        for _ in range(20):
            number -= 1
            parent = f"<link rel='related' href='http://www.blogger.com/feeds/7/{post}/comments/default/{number - 1}'/>"
            feed = f"http://www.blogger.com/feeds/7/{post}/comments/default/{number}"
            text = f"""<entry><id>tag:blogger.com,1999:blog-7.post-{number}</id>
<published>2019-05-{10 + number % 18}T10:{number % 60:02}:00.000+01:00</published>
<updated>2019-05-19T10:00:00.000+01:00</updated>{KIND.format("comment") if kind == "archive" else ""}
<title type='text'>A comment</title><content type='html'>{escape(markup(rng, "<br />"))}</content>
<link rel='edit' type='application/atom+xml' href='{feed}'/>
<link rel='self' type='application/atom+xml' href='{feed}'/>
<link rel='alternate' type='text/html' href='{page}?showComment=1558260000000#c{number}' title=''/>
{parent if number % 3 == 1 else ""}<author><name>Reader {number % 90}</name><email>noreply@blogger.com</email>
<gd:image rel='http://schemas.google.com/g/2005#thumbnail' width='16' height='16' src='https://img.example.org/b.gif'/>
</author>
<thr:in-reply-to href='{page}' ref='tag:blogger.com,1999:blog-7.post-{post}' type='text/html'/>
<gd:extendedProperty name='blogger.itemClass' value='pid-1'/>
<gd:extendedProperty name='blogger.displayTime' value='19 May 2019'/></entry>"""
            written += len(text)
            yield text
        if kind == "archive":
            yield f"""<entry><id>tag:blogger.com,1999:blog-7.post-{post}</id>{KIND.format("post")}
<published>2019-05-19T08:00:00Z</published><title type='text'>Note {post}</title>
<content type='html'>{escape(markup(rng, "<br />") * 4)}</content>
<link rel='alternate' type='text/html' href='{page}'/></entry>"""
        number -= 1
    yield "</feed>"


def wordpress(size: int, rng: random.Random) -> Iterator[str]:
    """An export in which every post has twenty comments."""
    yield WORDPRESS
    number = written = 0
    while written < size:
        number += 100
        comments = "".join(
            f"""<wp:comment><wp:comment_id>{number + n}</wp:comment_id>
<wp:comment_author><![CDATA[Reader {n}]]></wp:comment_author>
<wp:comment_author_email><![CDATA[r@example.net]]></wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url>
<wp:comment_author_IP><![CDATA[192.0.2.7]]></wp:comment_author_IP>
<wp:comment_date><![CDATA[2020-01-03 11:00:{n:02}]]></wp:comment_date>
<wp:comment_date_gmt><![CDATA[2020-01-03 10:00:{n:02}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[{markup(rng, chr(10))}]]></wp:comment_content>
<wp:comment_approved><![CDATA[1]]></wp:comment_approved><wp:comment_type><![CDATA[comment]]></wp:comment_type>
<wp:comment_parent>{number + n - 1 if n % 3 else 0}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id></wp:comment>"""
            for n in range(20)
        )
        text = f"""<item><title>Tide {number}</title><link>https://quay.example.org/{number}/</link>
<dc:creator><![CDATA[mara]]></dc:creator><guid isPermaLink="false">https://quay.example.org/?p={number}</guid>
<content:encoded><![CDATA[{markup(rng, chr(10)) * 4}]]></content:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date_gmt><![CDATA[2020-01-02 09:00:00]]></wp:post_date_gmt><wp:status><![CDATA[publish]]></wp:status>
<wp:post_type><![CDATA[post]]></wp:post_type>{comments}</item>"""
        written += len(text)
        yield text
    yield "</channel></rss>"


def generate(shape: str, size: int) -> Iterator[bytes]:
    rng = random.Random(20210225)
    texts = (
        wordpress(size, rng)
        if shape == "wordpress"
        else atom(size, "archive" if shape == "backup" else "comments", rng)
    )
    for text in texts:
        yield text.encode()


def consume(source: BinaryIO, scratch: BinaryIO | None = None) -> tuple[str, int, int, int]:
    stream = read_stream(source, None, scratch)
    posts = comments = 0
    for post in stream.posts:
        posts += 1
        comments += len(post.comments)
    return stream.shape, posts, comments, len(stream.problems)


def best_seconds(action: Callable[[], object]) -> float:
    """Seconds of the processor, so that other programs count little."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def compare(shape: str, size: int) -> int:
    """Print both speeds; 1 when the reading is below its budget."""
    data = b"".join(generate(shape, size))
    megabytes = len(data) / 1e6
    name, posts, comments, problems = consume(io.BytesIO(data))
    ours = megabytes / best_seconds(lambda: consume(io.BytesIO(data)))
    print(
        f"{name}: {megabytes:.1f} MB, {posts:,} posts, {comments:,} comments, {problems} problems, best of {RUNS} runs"
    )
    print(f"read_stream      {ours:6.1f} MB/s")
    try:
        import feedparser
    except ImportError:
        print("feedparser is not installed")
        return 0
    small = data[: min(len(data), 4_000_000)]
    theirs = len(small) / 1e6 / best_seconds(lambda: feedparser.parse(io.BytesIO(small)))
    print(f"feedparser       {theirs:6.1f} MB/s")
    print(f"ratio            {ours / theirs:6.1f}        budget {BUDGET}")
    return 0 if ours >= BUDGET * theirs else 1


def peak(shape: str, size: int) -> int:
    """Read once from a file and print the speed and the peak of memory."""
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as scratch:
        for piece in generate(shape, size):
            file.write(piece)
        total = file.tell()
        file.seek(0)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.perf_counter()
        name, posts, comments, problems = consume(file, scratch)
        seconds = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {total / 1e6:,.0f} MB, {posts:,} posts, {comments:,} comments, {problems} problems")
    print(f"{total / 1e6 / seconds:.1f} MB/s, peak memory {after:.0f} MB ({before:.0f} MB before reading)")
    return 0


def main() -> int:
    arguments = argparse.ArgumentParser(description="Speed and memory of reading feeds and exports.")
    arguments.add_argument("--size", default="20MB", help="of the generated source: 20MB, 1GB")
    arguments.add_argument("--shape", default="atom", choices=("atom", "wordpress", "backup"))
    arguments.add_argument("--peak", action="store_true", help="read a file once and print the peak of memory")
    chosen = arguments.parse_args()
    number, unit = chosen.size[:-2], chosen.size[-2:].upper()
    size = int(float(number) * {"KB": 1e3, "MB": 1e6, "GB": 1e9}[unit])
    return (peak if chosen.peak else compare)(chosen.shape, size)


if __name__ == "__main__":
    sys.exit(main())
