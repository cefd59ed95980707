"""Time grows with the length of a dump, whatever stands in it."""

import time

import pytest

from probreader.sources import read

HEAD = "Title\n\nBody.\n\n2 comments:\n\nAda\n19 May 2019 at 10:45\nText.\n\nReply\nDelete\n"
LINES = {
    "headings over headers": "2 comments:\nAda\n19 May 2019 at 10:45\n",
    "names that say": "Ada said...\n",
    "names with dates": "10:45 PM Ada said... x\n",
    "nested replies": "Ada\n19 May 2019 at 10:45\nx\nDelete\nReplies\n",
    "glued digits": "Ada 919 May 2019 at 10:45\nx\nReplyDelete\n",
    "dates of numbers": "Ada\n5/6/2019 10:45\nx\nReply\nDelete\n",
    "links": "[a](b) [c](d)\n",
    "open links": "[a](b\n",
    "open brackets": "[[[[[[[[\n",
    "open emphasis": "**a *b _c __d\n",
    "numbers of links": "[1]a [2]b\n",
    "full lines": "word " * 14 + "\n",
}


def seconds(data: bytes) -> float:
    start = time.process_time()
    read(data)
    return time.process_time() - start


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("head", ["", HEAD], ids=["alone", "thread"])
def test_time_grows_with_length(head: str, line: str) -> None:
    small, large = (min(seconds((head + line * lines).encode()) for _ in range(2)) for lines in (250, 2_000))
    # Eight times the lines took 64 times as long, were the time to grow with the square.
    assert large < 24 * max(small, 0.01)
