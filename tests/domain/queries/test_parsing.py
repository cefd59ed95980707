"""What queries mean, and what is said of those that mean nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from probreader.domain.queries import Fault, Node, Query, Words, parse
from probreader.domain.queries.nodes import (
    And,
    Dated,
    Depth,
    Field,
    Has,
    Holding,
    In,
    InThread,
    Is,
    Kind,
    Not,
    Or,
    Regex,
    RepliesTo,
    State,
    When,
)

CAT, DOG, FOOD = Words("cat"), Words("dog"), Words("food")


def meant(text: str, *, as_you_type: bool = False) -> Node | None:
    query = parse(text, as_you_type=as_you_type)
    assert isinstance(query, Query), query
    return query.root


def fault(text: str, *, as_you_type: bool = False) -> tuple[str, str]:
    """What the fault points at, and what is said."""
    query = parse(text, as_you_type=as_you_type)
    assert isinstance(query, Fault), query
    return text[query.start : query.end], query.message


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        (" \n ", None),
        ("cat", CAT),
        ("cat dog", And((CAT, DOG))),
        ("cat cat", CAT),
        ("cat  dog\tcat", And((CAT, DOG))),
        ('"cat dog"', Words("cat dog")),
        ('"cat dog', Words("cat dog")),
        ('cat"dog"', And((CAT, DOG))),
        ("cat*", Words("cat", prefix=True)),
        ('"cat do"*', Words("cat do", prefix=True)),
        ("c++*", Words("c++*")),
        ("ca*t", Words("ca*t")),
        ("C++ foo-bar", And((Words("C++"), Words("foo-bar")))),
        ("cat … & * -- !?", CAT),
        ("cat\x00\u202e", Words("cat\N{REPLACEMENT CHARACTER}")),
        ("-cat", Not(CAT)),
        ("cat -dog", And((CAT, Not(DOG)))),
        ('-"cat dog"', Not(Words("cat dog"))),
        ("-(cat dog)", Not(And((CAT, DOG)))),
        ("-…", None),
        ("cat - dog", And((CAT, DOG))),
        ("cat--dog", Words("cat--dog")),
        ("cat OR dog", Or((CAT, DOG))),
        ("cat OR dog food", Or((CAT, And((DOG, FOOD))))),
        ("(cat OR dog) food", And((Or((CAT, DOG)), FOOD))),
        ("food (cat OR (dog))", And((FOOD, Or((CAT, DOG))))),
        ("(cat dog) food", And((CAT, DOG, FOOD))),
        ("cat or dog", And((CAT, Words("or"), DOG))),
        ('cat "OR" dog', And((CAT, Words("OR"), DOG))),
        ("cat AND dog", And((CAT, Words("AND"), DOG))),
        ("… OR cat", CAT),
        ("()", None),
        ("cat ()", CAT),
        ("(-)", None),
        ("f(x)", Words("f(x)")),
        ("(f(x) cat)", And((Words("f(x)"), CAT))),
        (":-) cat", CAT),
        ("cat)", Words("cat)")),
        ("author:ann", Words("ann", Field.AUTHOR)),
        ('AUTHOR:"ann other"', Words("ann other", Field.AUTHOR)),
        ("label:news* cat", And((Words("news", Field.LABEL, prefix=True), CAT))),
        ("title:-spring", Words("-spring", Field.TITLE)),
        ("(author:ann)", Words("ann", Field.AUTHOR)),
        ("-author:ann", Not(Words("ann", Field.AUTHOR))),
        ("in:post", In(Kind.POST)),
        ("in:Comment", In(Kind.COMMENT)),
        ("is:unread is:new", And((Is(State.UNREAD), Is(State.NEW)))),
        ("is:bookmarked is:removed is:op", And((Is(State.BOOKMARKED), Is(State.REMOVED), Is(State.OP)))),
        ("has:link -has:replies", And((Has(Holding.LINK), Not(Has(Holding.REPLIES))))),
        ("after:2021", Dated(When.AFTER, "2021")),
        ("before:2021-02", Dated(When.BEFORE, "2021-02")),
        ('on:"2021-02-25"', Dated(When.ON, "2021-02-25")),
        ("depth:1 depth:=2", And((Depth("=", 1), Depth("=", 2)))),
        ("depth:>1 depth:>=1 depth:<1 depth:<=1", And(tuple(Depth(sign, 1) for sign in (">", ">=", "<", "<=")))),
        ("thread:(cat dog)", InThread(And((CAT, DOG)))),
        ("thread:cat dog", And((InThread(CAT), DOG))),
        ("replies-to:(author:ann OR -cat)", RepliesTo(Or((Words("ann", Field.AUTHOR), Not(CAT))))),
        ("thread:replies-to:cat", InThread(RepliesTo(CAT))),
        ("thread:()", None),
        ("/colou?r/", Regex("colou?r")),
        ("(/a b/)", Regex("a b")),
        (r"/and\/or/ cat", And((Regex(r"and\/or"), CAT))),
        ("cat / dog", And((CAT, DOG))),
        ("/a/b/", Regex("a/b")),
        ("and/or", Words("and/or")),
        ("10:45 https://x.example/a(b)", And((Words("10:45"), Words("https://x.example/a(b)")))),
        ("unknown:cat", Words("unknown:cat")),
    ],
)
def test_what_is_meant(text: str, tree: Node | None) -> None:
    assert meant(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("cat do", And((CAT, Words("do", prefix=True)))),
        ("do do", And((Words("do"), Words("do", prefix=True)))),
        ("cat dog ", And((CAT, DOG))),
        ('"cat do', Words("cat do", prefix=True)),
        ('"cat dog"', Words("cat dog")),
        ("c++", Words("c++")),
        ("author:an", Words("an", Field.AUTHOR, prefix=True)),
        ("is:unread", Is(State.UNREAD)),
        ("on:2021", Dated(When.ON, "2021")),
        ("cat -do", And((CAT, Not(Words("do"))))),
        ("(cat OR do", Or((CAT, Words("do", prefix=True)))),
        ("cat OR", CAT),
        ("cat OR ", CAT),
        ("cat -", CAT),
        ("thread:(", None),
        ("thread:(cat", InThread(Words("cat", prefix=True))),
    ],
)
def test_what_is_meant_while_typing(text: str, tree: Node | None) -> None:
    assert meant(text, as_you_type=True) == tree


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("cat is:red", "is:red", "unread, new, bookmarked, removed or op"),
        ("in:thread", "in:thread", "post or comment"),
        ("has:", "has:", "link or replies"),
        ("has: link", "has:", "link or replies"),
        ("cat author: ann", "author:", "author:ann"),
        ("author:?", "author:?", "author:ann"),
        ("author:(ann OR bob)", "author:(ann", "inside"),
        ("after:today", "after:today", "after:2021-02-25"),
        ("on:2021-13", "on:2021-13", "no such date"),
        ("on:2021-02-29", "on:2021-02-29", "no such date"),
        ("on:0000", "on:0000", "no such date"),
        ("on:٢٠٢١", "on:٢٠٢١", "on:2021"),
        ("depth:deep", "depth:deep", "depth:>2"),
        ("depth:>", "depth:>", "depth:>2"),
        ("thread: cat", "thread:", "thread:("),
        ("(thread:)", "thread:", "thread:("),
        ("cat OR", "OR", "between"),
        ("OR cat", "OR", "between"),
        ("cat OR OR dog", "OR", "between"),
        ("(cat OR) dog", "OR", "between"),
        ("cat (dog", "(", "not closed"),
        ("cat ) dog", ")", "closes nothing"),
        ("/cat", "/cat", "ends with a slash"),
        ("/usr/bin", "/usr/bin", "In quotes"),
        ("//", "", "between the slashes"),
        ("cat /a(b/", "(", "not closed"),
        (r"/(a)\1/", r"\1", "means nothing"),
        ("/(?=a)/", "(?=", "Looking around"),
        ("/(?i)a/", "(?i", "flags"),
        ("/a{1,300}/", "{1,300}", "200 times"),
        ("/a{99999999999}/", "{99999999999}", "200 times"),
        ("/[z-a]/", "z-a", "range"),
        ("/a**/", "*", "nothing here to repeat"),
        ("/+a/", "+", "nothing to repeat"),
        ("/a)/", ")", "closes nothing"),
        ("/[a/", "[", "not closed"),
        ("/(((a{90}){90}){90})/", "(((a{90}){90}){90})", "repeats too much"),
        ("(" * 17 + "a" + ")" * 17, "(", "16 deep"),
        ("thread:" * 17 + "a", "thread:", "16 deep"),
        ("a " * 1001, "  a ", "2000 characters"),
        ("a " * 300, "a " * 100, "too many parts"),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, place: str, said: str) -> None:
    found, message = fault(text)
    assert found.strip() == place.strip()
    assert said in message
    assert message.endswith((".", '".', '/".')) or message[-1] in '."/'


def test_a_fault_is_told_while_typing_too() -> None:
    assert fault("cat is:", as_you_type=True)[0] == "is:"


def test_words_to_show_are_those_that_may_be_there() -> None:
    query = parse('cat -dog author:ann title:spring (food OR "wet food") /x+/ thread:(bird) replies-to:(fish) cat')
    assert isinstance(query, Query)
    assert query.words == (CAT, FOOD, Words("wet food"))
    assert query.title_words == (Words("spring", Field.TITLE),)
    assert query.regexes == (Regex("x+"),)


PIECES = st.sampled_from(
    [
        *'()"-/*: []{}|\\^$.?+<>=',
        *"abé漢\u202e\x00",
        "OR",
        "author:",
        "thread:",
        "replies-to:",
        "is:",
        "depth:>",
        "on:2021",
    ]
)


@settings(max_examples=500)
@given(st.text(max_size=60) | st.lists(PIECES, max_size=25).map("".join), st.booleans())
@example("(" * 100_000, False)
@example("-" * 100_000, True)
@example("/" + "(" * 250 + "/", False)
@example("/" + "a*" * 140 + "/", False)
def test_whatever_is_typed_is_understood_or_has_a_fault_in_it(text: str, as_you_type: bool) -> None:
    found = parse(text, as_you_type=as_you_type)
    if isinstance(found, Fault):
        assert 0 <= found.start <= found.end <= len(text)
        assert found.message
