"""Pieces of SQL with the values of their placeholders; what a user typed is always a value."""

from collections.abc import Sequence
from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL made of constants, and the values of its ``?`` in their order."""

    sql: str
    values: tuple[Value, ...] = ()


def joined(separator: str, fragments: Sequence[Fragment]) -> Fragment:
    """``fragments`` one after another with ``separator`` between them."""
    return Fragment(
        separator.join(fragment.sql for fragment in fragments),
        tuple(value for fragment in fragments for value in fragment.values),
    )


def around(before: str, fragment: Fragment, after: str) -> Fragment:
    """``fragment`` between two pieces without values."""
    return Fragment(f"{before}{fragment.sql}{after}", fragment.values)
