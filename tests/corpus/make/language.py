"""The words of a blog's user interface and its way of writing dates, by language."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("languages.toml")


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words; the names say where Blogger's templates show them."""

    comments: str
    """The heading of the newer templates."""
    reply: str
    delete: str
    replies: str
    add: str
    more: str
    count: tuple[str, ...]
    """The heading for no comments, one comment, several; a fourth where a language has two plurals (5 and more)."""
    removed_author: str
    removed_admin: str
    anonymous: str
    said: str
    posted: str
    at: str
    labels: str
    newer: str
    older: str
    home: str
    subscribe: str
    feed: str
    post_comment: str
    archive: str
    about: str
    showing: str
    show_all: str
    mobile: str
    web: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    halves: tuple[str, ...]
    """Before noon, after noon."""
    header: str
    """How a date is written over a post."""
    stamp: str
    """How a comment's time is written."""
    clock: str
    """How a time of day is written alone."""

    def heading(self, number: int) -> str:
        """``19 comments:``."""
        form = min(number, 2) if number < 5 else len(self.count) - 1
        return self.count[form].replace("{n}", str(number))

    def written(self, pattern: str, time: datetime) -> str:
        """``time`` in the form of ``pattern``; a blog's owner chooses how times are written."""
        return pattern.format(
            day=time.day,
            day2=f"{time.day:02}",
            month=self.months[time.month - 1],
            month2=f"{time.month:02}",
            year=time.year,
            year2=f"{time.year % 100:02}",
            weekday=self.weekdays[time.weekday()],
            hour=time.hour,
            hour2=f"{time.hour:02}",
            hour12=time.hour % 12 or 12,
            minute=f"{time.minute:02}",
            second=f"{time.second:02}",
            half=self.halves[time.hour // 12],
        )


@cache
def languages() -> dict[str, Language]:
    """All languages of the table by their tags."""
    rows: dict[str, dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))
    return {tag: Language(**{name: _value(name, value) for name, value in row.items()}) for tag, row in rows.items()}


def _value(name: str, value: Any) -> Any:
    """Lists of words stand as one string in the table."""
    if name in {"months", "weekdays", "halves"}:
        return tuple(value.split(" "))
    return tuple(value) if name == "count" else value
