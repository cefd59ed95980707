"""The text alone decides which shape it has, also where it holds signs of several."""

import pytest

from probreader.sources import read

DATED = "Monday, 1 March 2021\n\nTitle\n\nText.\n\n"
EXTRACTED = "Body.\nOne.\nReplyDeleteMore.\n"
TIME = "19 May 2019 at 10:45\n"
# A time stands below a whole sentence, or below a separator: neither is the name of who wrote at that time.
SENTENCE_ABOVE_TIME = f"1. This\nAnd that was all that was to be said.\n{TIME}ReplyDelete\nA\nDelete\nB\n{TIME}"
SEPARATOR_ABOVE_TIME = f"Ada\n{TIME}Reply\n\n* * *\n{TIME}Reply\n\nThe end.\n\nNo comments:\n"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (DATED, "archive-text"),
        (DATED + "3 comments:\n", "blogger-text"),
        (DATED + "3 comments:\n\nMore text.\n", "archive-text"),
        (DATED + "Sunday, 28 February 2021\n\nTitle\n\nText.\n\n3 comments:\n", "archive-text"),
        ("Showing posts with label X. Show all posts\n\n" + DATED + "3 comments:\n", "archive-text"),
        (DATED + EXTRACTED, "archive-text"),
        (EXTRACTED, "extracted-text"),
        ("Monday, 1 March 2021\n" + EXTRACTED, "extracted-text"),
        (EXTRACTED + "3 comments:\n", "extracted-text"),
        (EXTRACTED + "\nMonday, 1 March 2021\n\nText.\n", "extracted-text"),
        (EXTRACTED + "1 comment:\n\n  1. One.\n\n    ReplyDelete\n", "blogger-text"),
        ("1 comment:\n\n  1. One.\n\n    ReplyDelete\n", "blogger-text"),
        ("Title\n\nText.\n\nNo comments:\n\nNewer Post Older Post Home\n", "blogger-text"),
        ("Title\n\nText.\n", "unknown"),
        ("Title\n\n1 March 2021 is a date.\n", "unknown"),
        ("ReplyDelete is glued.\n", "unknown"),
        ("Text.\nDeleteMore.\n", "unknown"),
        ("  1. One.\n\n    ReplyDelete\n", "blogger-text"),
        ("    Title\n\n    1 comment:\n\n      1. One.\n\n        ReplyDelete\n", "blogger-text"),
        (SENTENCE_ABOVE_TIME, "extracted-text"),
        (SEPARATOR_ABOVE_TIME, "blogger-text"),
    ],
)
def test_shapes(text: str, shape: str) -> None:
    assert read(text.encode()).shape == shape
