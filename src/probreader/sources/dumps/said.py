"""Lines that say who wrote: ``Ada said...`` on Blogger, ``Ada says:`` on WordPress."""

from probreader.sources.markers import split_said

_LONGEST = 140
# Of WordPress's translations; behind the name, and a colon behind them.
_SAYS = (
    "says", "said", "wrote", "sagt", "sagte", "schreibt", "meint", "dit", "a dit", "écrit", "dice", "dijo", "escribió",
    "scrive", "ha detto", "diz", "disse", "escreveu", "zegt", "schreef", "schrijft", "säger", "skriver", "sier",
    "siger", "sanoo", "pisze", "napisał", "napisał(a)", "mówi", "говорит", "пишет", "сказал", "каже", "říká", "napsal",
    "dedi ki", "diyor", "diyor ki", "yazdı", "λέει", "ο/η λέει", "spune", "mondja", "szerint", "より", "说道", "說道",
    "님의 말", "berkata", "mengatakan", "diu",
)  # fmt: skip
_COLONS = ":："


def says(text: str) -> str | None:
    """The name in ``text``; empty when it says only that somebody said something, None when it says nothing of it."""
    if not text or len(text) > _LONGEST:
        return None
    name = split_said(text)
    if name is not None:
        return name
    bare = text.rstrip()
    if bare[-1] not in _COLONS:
        return None
    bare = bare[:-1].rstrip()
    folded = bare.lower()
    for word in _SAYS:
        if folded.endswith(word):
            before = bare[: -len(word)]
            if not before.strip():
                return ""
            if before[-1].isspace() or not word[0].isascii():
                return before.strip()
    return None


def says_over_date(text: str) -> str | None:
    """The name in ``text``, which stands over a date, so that the colon may be absent; None when it says nothing."""
    name = says(text)
    return says(f"{text}:") if name is None and text and text[-1].isalpha() else name
