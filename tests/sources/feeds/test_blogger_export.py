"""Blogger's backup and Takeout: posts, pages, comments and settings in one feed."""

from tests.sources.feeds.writing import BLOGGER_HEAD, blogger_comment, codes, read_whole, tree

KIND = "http://schemas.google.com/blogger/2008/kind#"
PAGE = "http://harbour.example.blogspot.com/2019/05/old-crane.html"


def kind(name: str) -> str:
    return f"<category scheme='http://schemas.google.com/g/2005#kind' term='{KIND}{name}'/>"


def post(number: int, title: str, name: str = "post", more: str = "") -> str:
    return f"""<entry><id>tag:blogger.com,1999:blog-7.{name}-{number}</id><published>2019-05-19T08:00:00Z</published>
{kind(name)}<category scheme='http://www.blogger.com/atom/ns#' term='cranes'/><title type='text'>{title}</title>
<content type='html'>It stood.</content><link rel='alternate' type='text/html' href='{PAGE}'/>{more}</entry>"""


def test_a_backup() -> None:
    head = f"{BLOGGER_HEAD}<id>tag:blogger.com,1999:blog-7.archive</id><title>Harbour Notes</title>"
    setting = f"<entry><id>tag:blogger.com,1999:blog-7.settings.X</id>{kind('settings')}<title>x</title></entry>"
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    reading = read_whole(
        head
        + setting
        + blogger_comment(12, "Below", parent=11, more=kind("comment"))
        + post(42, "The Old Crane")
        + post(43, "Not yet", more=draft)
        + blogger_comment(11, "First", more=kind("comment"))
        + blogger_comment(13, "On a lost post", post=44, more=kind("comment")).replace("old-crane", "lost")
        + "</feed>"
    )
    assert reading.shape == "blogger-export"
    assert [(p.title, p.url, p.labels, tree(p)) for p in reading.posts] == [
        ("The Old Crane", PAGE, ("cranes",), [("c11", None, "First"), ("c12", "c11", "Below")]),
        (None, PAGE.replace("old-crane", "lost"), (), [("c13", None, "On a lost post")]),
    ]
    assert sorted(codes(reading)) == ["drafts-left-out", "post-missing"]


def test_takeout() -> None:
    def entry(number: int, kind: str, more: str, status: str = "LIVE") -> str:
        return f"""<entry><id>tag:blogger.com,1999:blog-7.post-{number}</id><blogger:type>{kind}</blogger:type>
<blogger:status>{status}</blogger:status><author><name>Writer {number}</name><uri></uri>
<blogger:type>ANONYMOUS</blogger:type></author><title>Title {number}</title><content type='html'>Text {number}</content>
<published>2019-05-19T08:00:{number}Z</published>{more}<link/><blogger:trashed/></entry>"""

    of_post = "<blogger:parent>tag:blogger.com,1999:blog-7.post-42</blogger:parent>"
    reading = read_whole(
        """<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'
 xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-7</id><title>Harbour</title>"""
        + entry(42, "POST", "<category scheme='tag:blogger.com,1999:blog-7' term='cranes&#10;rope'/>")
        + entry(43, "POST", "", "DRAFT")
        + entry(11, "COMMENT", of_post + "<blogger:inReplyTo/>")
        + entry(12, "COMMENT", of_post + "<blogger:inReplyTo>tag:blogger.com,1999:blog-7.post-11</blogger:inReplyTo>")
        + entry(13, "COMMENT", of_post, "SPAM_COMMENT")
        + "</feed>"
    )
    assert reading.shape == "blogger-takeout"
    assert [(p.title, p.labels, tree(p)) for p in reading.posts] == [
        ("Title 42", ("cranes", "rope"), [("c11", None, "Text 11"), ("c12", "c11", "Text 12")])
    ]
    assert sorted(codes(reading)) == ["drafts-left-out", "spam-left-out"]
