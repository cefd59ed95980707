"""Making many values without Python's collector of cycles, which would look through all of them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """The collector rests inside the block, where it was at work before; what is made there should hold no cycles.

    Of several threads the first that leaves starts it again for all, which costs the others time and nothing else.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
