"""The process that reads sources for another one: bytes in, readings out, until its standard input ends.

Each question is a :data:`QUESTION` (length of the source, and whether the bounded engine is to parse it) and the
source; each answer an :data:`ANSWER` (its length) and what :mod:`~probreader.cli.wire` makes of the reading.
"""

import gc
import os
import struct
import sys
from io import BytesIO
from typing import BinaryIO

from probreader.cli.wire import packed
from probreader.sources import Reading, read_stream
from probreader.sources.html.dom import Engine

QUESTION = struct.Struct(">Q?")
ANSWER = struct.Struct(">Q")


def serve() -> None:
    """Answer on what is standard output now; nothing else that is written there gets through."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    # What lives as long as the process need not be looked at again; the rest is freed as it is let go.
    gc.freeze()
    while len(head := questions.read(QUESTION.size)) == QUESTION.size:
        size, is_bounded = QUESTION.unpack(head)
        answer = _answer(questions, size, Engine.JUSTHTML if is_bounded else None)
        answers.write(ANSWER.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _answer(questions: BinaryIO, size: int, engine: Engine | None) -> bytes:
    data = questions.read(size)
    gc.disable()
    try:
        stream = read_stream(BytesIO(data), engine=engine)
        posts = tuple(stream.posts)
        return packed(Reading(stream.shape, posts, tuple(stream.problems)))
    finally:
        gc.enable()
