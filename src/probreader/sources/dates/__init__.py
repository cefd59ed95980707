"""Dates and times as people and programs write them. Nothing is guessed and nothing is invented."""

from probreader.sources.dates.glued import split_glued
from probreader.sources.dates.machine import from_epoch_milliseconds, read_iso, read_mysql, read_rfc822
from probreader.sources.dates.order import DateOrder, Decision, decide_order
from probreader.sources.dates.reading import read_date, read_moment
from probreader.sources.dates.values import Dated

__all__ = [
    "DateOrder",
    "Dated",
    "Decision",
    "decide_order",
    "from_epoch_milliseconds",
    "read_date",
    "read_iso",
    "read_moment",
    "read_mysql",
    "read_rfc822",
    "split_glued",
]
