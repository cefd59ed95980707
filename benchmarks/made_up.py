"""Made-up discussions of any size, the same for the same seed.

Words are Zipfian, as in any language: the hundred commonest are half of all, and some were never written before.
Lengths of comments are log-normal, about 500 characters on average; numbers of comments are heavy-tailed, so that most
threads are short and a few have thousands. Half of the comments answer one that stands shortly before them; each was
written minutes to hours after the one before.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from probreader.domain.post import Author, Certainty, Comment, Post, Section, Timestamp
from probreader.domain.prose import Prose
from probreader.domain.thread import arrange

COMMON = tuple(
    """
    the of and to a in that is it was for on with he as you be they this have at not by or but from are we his an had
    there which all their one i if will who so no what her would been more can about when do people has said out up
    them some my than into only its time could other then two these now your work our just like me how very think any
    know most even after way over first where also did well should because much before get those make good being see
    """.split()
)
VOCABULARY = 60_000
COMMENTS_A_POST = 10
BEGIN = datetime(2008, 1, 7, 9, 0, tzinfo=UTC)
YEARS = 15
BEYOND_ASCII = ("don’t", "“indeed”", "£55", "café", "naïve", "Zürich", "über", "señor", "façade", "–")
SCRIPTS = ("図書館の本はどこですか", "我们明天去图书馆看书", "도서관에서책을읽었습니다", "ห้องสมุดอยู่ที่ไหน")
_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w".split()
_NUCLEI = "a e i o u ai ea ee ie oo ou".split()
_CODAS = ["", "", "", *"b ck d f g l ll m n nd ng nt p r rd rk rt s ss st t th x".split()]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "ion", "ness", "able"]


class Writer:
    """Writes texts and threads with dice of its own."""

    def __init__(self, seed: int = 2021) -> None:
        self.dice = random.Random(seed)
        self.words = self._vocabulary()
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(self.words))))
        self._ready: list[str] = []
        self._authors = [f"{self._word().capitalize()} {self._word().capitalize()}" for _ in range(4000)]

    def _word(self) -> str:
        dice = self.dice
        syllables = dice.choices((1, 2, 3), (3, 5, 2))[0]
        parts = (dice.choice(_ONSETS) + dice.choice(_NUCLEI) + dice.choice(_CODAS) for _ in range(syllables))
        return "".join(parts) + dice.choice(_ENDINGS)

    def _vocabulary(self) -> list[str]:
        words = dict.fromkeys(COMMON)
        while len(words) < VOCABULARY:
            words[self._word()] = None
        return list(words)

    def sentence(self, words: int) -> str:
        """So many words with a capital letter and a full stop."""
        dice, taken = self.dice, self._draw(words)
        if dice.random() < 0.02 * words / 12:
            taken[dice.randrange(words)] += self._word()
        if dice.random() < 0.05:
            taken[dice.randrange(words)] = dice.choice(BEYOND_ASCII)
        if words > 8:
            taken[words // 2] += ","
        return " ".join(taken).capitalize() + "."

    def _draw(self, count: int) -> list[str]:
        ready = self._ready
        if len(ready) < count:
            ready = self._ready = self.dice.choices(self.words, cum_weights=self._weights, k=500_000)
        taken = ready[-count:]
        del ready[-count:]
        return taken

    def text(self, middle: float = 48) -> str:
        """A comment's text: sentences, at times in paragraphs."""
        dice = self.dice
        left = min(1200, max(2, int(dice.lognormvariate(0, 0.8) * middle)))
        pieces = []
        while left > 0:
            words = min(left, dice.randint(4, 24))
            pieces += [self.sentence(words), "\n\n" if dice.random() < 0.12 else " "]
            left -= words
        if dice.random() < 0.002:
            pieces.append(dice.choice(SCRIPTS))
        return "".join(pieces).strip()

    def author(self) -> Author | None:
        """Somebody; those who write much are few."""
        dice = self.dice
        return None if dice.random() < 0.05 else Author(self._authors[int(len(self._authors) * dice.random() ** 3)])

    def posts(self, comments: int) -> Iterator[Post]:
        """Posts with so many comments together."""
        number = written = 0
        while written < comments:
            number += 1
            count = min(comments - written, int(self.dice.paretovariate(1.25) * COMMENTS_A_POST / 4))
            written += count
            yield self.post(number, count)

    def post(self, number: int, count: int) -> Post:
        """One post with ``count`` comments."""
        dice = self.dice
        time = BEGIN + timedelta(minutes=dice.randrange(YEARS * 365 * 24 * 60))
        url = f"https://made-up.example.org/{time:%Y/%m}/post-{number}.html"
        sections = (Section("s1", None, Prose(self.text(50))),)
        title = self.sentence(dice.randint(3, 8)).rstrip(".")
        comments = arrange(list(self._comments(url, time, count))).comments
        labels = tuple(sorted({f"label {int(80 * dice.random() ** 2)}" for _ in range(dice.randint(0, 3))}))
        return Post(url, url, title, False, self.author(), _stamp(time), None, labels, count, sections, comments)

    def _comments(self, url: str, time: datetime, count: int) -> Iterator[Comment]:
        dice = self.dice
        first = dice.randrange(10**15)
        for number in range(count):
            time += timedelta(minutes=int(dice.expovariate(1 / 30)))
            answers = number > 0 and dice.random() < 0.5
            parent = f"c{first + dice.randrange(max(0, number - 10), number)}" if answers else None
            name = f"c{first + number}"
            yield Comment(
                name, parent, Certainty.STATED, self.author(), _stamp(time), f"{url}#{name}", Prose(self.text())
            )


def _stamp(time: datetime) -> Timestamp:
    return Timestamp(f"{time:%Y-%m-%dT%H:%M}", f"{time:%d %B %Y at %H:%M}")
