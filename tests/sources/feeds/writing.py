"""Small feeds and exports written by hand; the tests know nothing of how they are read."""

from probreader.domain.post import Post
from probreader.sources import Reading, read

BLOGGER_HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/'
 xmlns:gd='http://schemas.google.com/g/2005' xmlns:thr='http://purl.org/syndication/thread/1.0'
 xmlns:app='http://purl.org/atom/app#'>"""


def tree(post: Post) -> list[tuple[str, str | None, str]]:
    """Each comment's id, parent and text, in reading order."""
    return [(comment.id, comment.parent, comment.body.text) for comment in post.comments]


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def read_whole(source: str) -> Reading:
    return read(source.encode())


def blogger_comment(number: int, text: str, parent: int | None = None, post: int = 42, more: str = "") -> str:
    """An entry of Blogger's comment feed, written a minute after the one with the number before."""
    page = "http://harbour.example.blogspot.com/2019/05/old-crane.html"
    related = f"<link rel='related' href='http://www.blogger.com/feeds/7/{post}/comments/default/{parent}'/>"
    return f"""<entry><id>tag:blogger.com,1999:blog-7.post-{number}</id>
<published>2019-05-19T10:{number % 60:02}:00.000+01:00</published><title type='text'>{text[:10]}</title>
<content type='html'>{text}</content>
<link rel='edit' href='http://www.blogger.com/feeds/7/{post}/comments/default/{number}'/>
<link rel='alternate' type='text/html' href='{page}?showComment=1558260000000#c{number}'/>
{related if parent else ""}
<author><name>Reader {number}</name><email>noreply@blogger.com</email></author>
<thr:in-reply-to href='{page}' ref='tag:blogger.com,1999:blog-7.post-{post}' type='text/html'/>{more}</entry>"""
