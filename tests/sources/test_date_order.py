import pytest

from probreader.sources.dates import DateOrder, decide_order, read_date, read_moment


@pytest.mark.parametrize(
    ("raws", "language", "order", "proven"),
    [
        (["5/6/2019", "28/1/2019"], "en", DateOrder.DAY_FIRST, True),
        (["5/6/2019", "6/19/2019"], "fr", DateOrder.MONTH_FIRST, True),
        (["Ada 5/6/2019 10:45 AM", "Bob 28/01/08 21:53"], None, DateOrder.DAY_FIRST, True),
        # Read with the month first, these run forward; else they jump back.
        (["1/12/2019", "2/3/2019", "3/1/2019"], None, DateOrder.MONTH_FIRST, False),
        # Either way they run forward, but with the day first all was said in one week.
        (["1/6/2019", "2/6/2019", "7/6/2019"], None, DateOrder.DAY_FIRST, False),
        (["5/6/2019"], "en", DateOrder.MONTH_FIRST, False),
        (["5/6/2019"], "en-GB", DateOrder.DAY_FIRST, False),
        (["5/6/2019"], "fr", DateOrder.DAY_FIRST, False),
        (["5/6/2019"], None, None, False),
        (["28/1/2019", "1/28/2019"], "fr", None, False),
        (["5/5/2019", "19 May 2019", "2019-05-06", ""], "fr", None, False),
        ([], "en", None, False),
    ],
)
def test_the_order_of_a_page(raws: list[str], language: str | None, order: DateOrder | None, proven: bool) -> None:
    decision = decide_order(raws, language)
    assert (decision.order, decision.proven) == (order, proven)


def test_a_date_of_numbers_without_evidence_is_ambiguous() -> None:
    for read in (read_date, read_moment):
        dated = read("5/6/2019 10:45")
        assert dated is not None
        assert (dated.timestamp, dated.ambiguous) == (None, True)


def test_the_order_reads_an_ambiguous_date() -> None:
    isos = []
    for order in DateOrder:
        dated = read_date("5/6/2019 10:45", order)
        assert dated is not None
        assert dated.timestamp is not None
        isos.append(dated.timestamp.iso)
    assert isos == ["2019-06-05T10:45", "2019-05-06T10:45"]


@pytest.mark.parametrize(
    ("line", "iso"),
    [("5/5/2019", "2019-05-05"), ("19/5/2019", "2019-05-19"), ("5/19/2019", "2019-05-19"), ("5.6.2019", "2019-06-05")],
)
def test_a_date_that_proves_its_own_order_needs_none(line: str, iso: str) -> None:
    for order in (None, *DateOrder):
        dated = read_date(line, order)
        assert dated is not None
        assert dated.timestamp is not None
        assert dated.timestamp.iso == iso


def test_an_impossible_date_of_numbers_is_not_ambiguous() -> None:
    for line in ("31/6/2019", "19/19/2019", "0/5/2019"):
        dated = read_date(line, DateOrder.DAY_FIRST)
        assert dated is not None
        assert (dated.timestamp, dated.ambiguous) == (None, False)
