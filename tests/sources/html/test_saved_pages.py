"""Pages as browsers and archives keep them."""

import base64
import gc
import quopri

from tests.sources.html.blogger_pages import ADDRESS, only_post, page, post, told_of
from tests.sources.html.test_blogger_flat import INES, LAYOUT, TWO

from probreader.sources import read
from probreader.sources.html.dom import Element
from probreader.sources.mhtml import is_mhtml, page_of

PAGE = page(post(LAYOUT.format(ines=INES)))


def archive(body: bytes, encoding: str) -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Descaling\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="----MultipartBoundary--k1----"\r\n\r\n\r\n'
        "------MultipartBoundary--k1----\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        "------MultipartBoundary--k1----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n------MultipartBoundary--k1------\r\n"


def test_an_archive_of_one_file_holds_the_page() -> None:
    for body, encoding in (
        (quopri.encodestring(PAGE).replace(b"\n", b"\r\n"), "quoted-printable"),
        (base64.encodebytes(PAGE), "base64"),
        (PAGE, "binary"),
    ):
        assert told_of(only_post(archive(body, encoding))) == TWO


def test_the_address_of_the_part_is_that_of_a_page_that_names_none() -> None:
    bare = PAGE.replace(f"<link href='{ADDRESS}' rel='canonical'/>".encode(), b"")
    assert bare != PAGE
    assert only_post(archive(base64.encodebytes(bare), "base64")).url == ADDRESS


def test_an_archive_without_a_page_is_a_problem() -> None:
    reading = read(archive(b"", "base64").replace(b"text/html\r\nContent-ID", b"text/css\r\nContent-ID"))
    assert reading.posts == ()
    assert len(reading.problems) == 1


def test_mail_and_text_are_no_archives() -> None:
    assert not is_mhtml(b"From: a@example.org\nSubject: Tea\n\nmultipart/related")
    assert not is_mhtml(b"Descaling\n\n2 comments:\n")


def test_parts_in_parts_end() -> None:
    nested = b"Content-Type: multipart/related; boundary=x\r\n\r\n"
    for _ in range(3_000):
        nested = b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" + nested
    assert page_of(nested[:200_000]) is None


def test_a_capture_of_an_archive_is_read_as_the_page_itself() -> None:
    prefix = "https://web.archive.org/web/20100101000000/"
    capture = (
        PAGE.decode()
        .replace("href='http", f"href='{prefix}http")
        .replace(
            "<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><h1>A toolbar</h1><!-- END WAYBACK TOOLBAR INSERT -->"
        )
        .replace("They smell better.", "They smell better. https://web.archive.org/web/2009/http://example.org/")
    )
    read_post = only_post(capture.encode())
    assert read_post.url == ADDRESS
    author = read_post.comments[0].author
    assert author
    assert author.url == "http://www.blogger.com/profile/77"
    assert "https://web.archive.org/web/2009/http://example.org/" in read_post.comments[0].body.text


def test_what_the_browser_wrote_down_is_the_address() -> None:
    address = "http://kettle.blogspot.example/2006/06/descaling.html"
    bare = PAGE.replace(f"<link href='{ADDRESS}' rel='canonical'/>".encode(), b"")
    saved = bare.replace(b"<!DOCTYPE html>", f"<!DOCTYPE html>\n<!-- saved from url=(0053){address} -->\n".encode())
    assert only_post(saved).url == address


def test_what_single_file_wrote_down_is_the_address() -> None:
    address = "http://kettle.blogspot.example/2006/06/descaling.html"
    bare = PAGE.replace(f"<link href='{ADDRESS}' rel='canonical'/>".encode(), b"")
    remark = f"<!--\n Page saved with SingleFile \n url: {address} \n saved date: Sun Mar 03 2013\n-->"
    assert only_post(bare.replace(b"<head>", remark.encode() + b"<head>")).url == address


def elements() -> int:
    return sum(isinstance(one, Element) for one in gc.get_objects())


def test_a_page_that_was_read_is_freed_at_once() -> None:
    gc.collect()
    gc.disable()
    try:
        before = elements()
        assert read(PAGE).posts
        assert elements() == before
    finally:
        gc.enable()
