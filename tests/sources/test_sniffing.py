"""Text, page and data are told by their first bytes."""

import pytest

from probreader.sources.sniffing import Kind, kind_of

REMARK = b"<!-- This file holds posts, pages and comments. " + b"Keep it safe. " * 200 + b"-->\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE html><html><body>", Kind.PAGE),
        (b"\n<!-- saved -->\n<html lang='en'>", Kind.PAGE),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'><html xmlns='x'>", Kind.PAGE),
        (b"<?xml version='1.0'?>" + REMARK + b"<html xmlns='x'><head>", Kind.PAGE),
        (b"<div class='post'>text</div>", Kind.PAGE),
        (b"<?xml version='1.0'?>" + REMARK + b"<rss version='2.0'>", Kind.XML),
        (b"<?xml version='1.0'?><feed xmlns='x'><title><div class='a'>x</div>", Kind.XML),
        (REMARK + b"<rss version='2.0'>", Kind.XML),
        (b"\xef\xbb\xbf\n<ns0:feed xmlns:ns0='x'>", Kind.XML),
        ("<feed xmlns='x'>".encode("utf-16"), Kind.XML),
        ("<?xml version='1.0'?><feed xmlns='x'>".encode("utf-16-le"), Kind.XML),
        (b"<entry xmlns='x'>", Kind.XML),
        (b' {"feed": {}}', Kind.JSON),
        (b"[1]", Kind.JSON),
        (b"// API callback\ngdata.io.handleScriptLoaded({", Kind.JSON),
        (b"Tuesday, 19 May 2019\n\nA title", Kind.TEXT),
        (b"f(x) is what he wrote", Kind.TEXT),
        (b"<3 is what she wrote", Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_kinds(head: bytes, kind: Kind) -> None:
    assert kind_of(head) is kind
