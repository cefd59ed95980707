from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.sources.dates import from_epoch_milliseconds, read_iso, read_mysql, read_rfc822


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019-05-19", "2019-05-19"),
        ("2019-05-19T10:45", "2019-05-19T10:45"),
        ("2019-05-19 10:45", "2019-05-19T10:45"),
        ("2019-05-19T10:45:12", "2019-05-19T10:45:12"),
        ("2019-05-19T10:45:12Z", "2019-05-19T10:45:12+00:00"),
        ("2019-05-19T10:45:12.345+01:00", "2019-05-19T10:45:12.345+01:00"),
        ("2019-05-19T10:45:12-0730", "2019-05-19T10:45:12-07:30"),
        ("2019-05-19T10:45:12+02", "2019-05-19T10:45:12+02:00"),
        ("2019-05-19T10:45:12-00:00", "2019-05-19T10:45:12+00:00"),
        ("20190519T104512Z", "2019-05-19T10:45:12+00:00"),
        (" 2019-05-19\n", "2019-05-19"),
        ("2019-02-29", None),
        ("2019-05-19T24:00", None),
        ("2019-05-19T10:45:12+25:00", None),
        ("2019-05-19T10:45 or so", None),
        ("2019", None),
        ("", None),
    ],
)
def test_iso_8601(text: str, iso: str | None) -> None:
    stamp = read_iso(text)
    assert (stamp and stamp.iso) == iso
    assert stamp is None or stamp.raw == text.strip()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Sun, 19 May 2019 10:45:12 +0000", "2019-05-19T10:45:12+00:00"),
        ("Sun, 19 May 2019 10:45:12 GMT", "2019-05-19T10:45:12+00:00"),
        ("19 May 2019 10:45 EST", "2019-05-19T10:45-05:00"),
        ("Sunday, 19 May 2019 10:45:12 -0730", "2019-05-19T10:45:12-07:30"),
        ("Sun, 9 May 99 10:45:12 PDT", "1999-05-09T10:45:12-07:00"),
        ("Sun, 19 May 2019 10:45:12 CEST", "2019-05-19T10:45:12"),
        ("Sun, 19 May 2019 10:45:12", "2019-05-19T10:45:12"),
        ("Sun, 19 September 2019 10:45:12 +0100 (CET)", "2019-09-19T10:45:12+01:00"),
        ("Sun, 31 Jun 2019 10:45:12 GMT", None),
        ("Sun, 19 Foo 2019 10:45:12 GMT", None),
        ("Sun, 19 May 2019", None),
    ],
)
def test_rfc_822(text: str, iso: str | None) -> None:
    stamp = read_rfc822(text)
    assert (stamp and stamp.iso) == iso


@pytest.mark.parametrize(
    ("text", "utc", "iso"),
    [
        ("2010-07-25 06:24:00", False, "2010-07-25T06:24:00"),
        ("2010-07-25 06:24:00", True, "2010-07-25T06:24:00+00:00"),
        ("0000-00-00 00:00:00", True, None),
        ("2010-07-25", False, None),
        ("", False, None),
    ],
)
def test_mysql(text: str, utc: bool, iso: str | None) -> None:
    stamp = read_mysql(text, utc=utc)
    assert (stamp and stamp.iso) == iso


def test_milliseconds() -> None:
    stamp = from_epoch_milliseconds(1558259112345)
    assert stamp is not None
    assert (stamp.iso, stamp.raw) == ("2019-05-19T09:45:12.345+00:00", "1558259112345")
    before = from_epoch_milliseconds(-1)
    assert before is not None
    assert before.iso == "1969-12-31T23:59:59.999+00:00"


@pytest.mark.parametrize("milliseconds", [10**18, -(10**18), 10**400])
def test_milliseconds_out_of_range(milliseconds: int) -> None:
    assert from_epoch_milliseconds(milliseconds) is None


@given(st.datetimes(timezones=st.timezones() | st.none(), allow_imaginary=False))
def test_what_python_writes_is_read(moment: datetime) -> None:
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        return
    moment = moment.replace(microsecond=0)
    stamp = read_iso(moment.isoformat())
    assert stamp is not None
    assert stamp.iso == moment.isoformat()
