"""Names out of phrases such as ``Ada says:``, ``Comment by Ada``, ``Ada schreibt am``.

Words are given on one line, with single spaces.
"""

import re

from probreader.sources.markers import split_said

_BEFORE = re.compile(
    r"(?:comment(?:ed)? by|comment from|posted by|written by|left by|reply by|by|from|kommentar von|geschrieben von|"
    r"verfasst von|escrito por|publicado por|comentario de|écrit par|publié par|commentaire de|commento di|scritto da|"
    r"postado por|reactie van|geschreven door|автор) ?:? (?=[^ ])",
    re.IGNORECASE,
)
# These begin names too, so that they tell something only where a whole line about the author stands.
_SHORT_BEFORE = re.compile(r"(?:von|par|por|de|di|da|door|av|af|od|от|autor|przez) ?:? (?=[^ ])", re.IGNORECASE)
_BEHIND = re.compile(
    r" (?:says?|said|wrote|writes|commented|schreibt|schrieb|sagte?|meint|meinte|hat gesagt|dice|dijo|ha dicho|"
    r"escribió|dit|a dit|a écrit|écrit|scrive|ha scritto|ha detto|disse|diz|escreveu|comentou|zegt|schreef|zei|mówi|"
    r"pisze|napisał(?:\(a\))?|sier|skrev|siger|säger|sade|sanoo|kirjoitti|говорит|пишет|сказал|каже|пише|"
    r"diyor ki|dedi ki|mondta|szerint|spune|a spus|říká|napsal|hovorí|berkata|mengatakan|λέει|είπε|viết|đã nói)\Z",
    re.IGNORECASE,
)
_PAUSES = ":：,;|–—-•· "


def without_saying(words: str) -> str:
    """The name in ``words``, which may stand in a phrase that says that its bearer wrote something."""
    words = words.strip()
    name = split_said(words) if words[-1:] in ":：….：" else None
    if name:
        return name.strip(_PAUSES)
    if words[-1:] in (":", "："):
        words = words.rstrip(":： ")
        words = _BEHIND.sub("", words)
    return words.strip(_PAUSES) or words


def without_credit(words: str, *, is_line: bool = False) -> str:
    """The name in words such as ``Comment by Ada``; in a line about the author also in ``von Ada``, ``par Ada``."""
    match = _BEFORE.match(words) or (_SHORT_BEFORE.match(words) if is_line else None)
    return words[match.end() :].strip() if match else words


_STATUS = re.compile(r" ?\[[^\[\]]{1,30}\]\Z")
_BY = re.compile(r" (?:by|par|por|von|di|da|door|av|od) ", re.IGNORECASE)
_ASIDE = re.compile(r" [—–|·•@]| - | \(|,? (?:on|am|le|el|em|op|il|den|dne|at|said|says)\b", re.IGNORECASE)


def name_in_credit(words: str, *, is_line: bool = False) -> str:
    """The name in a line such as ``Comment by Ada — 3 March 2005 @ 3:07 pm``."""
    credit = without_credit(words, is_line=is_line)
    aside = _ASIDE.search(credit) if credit != words else None
    return _STATUS.sub("", without_saying(credit[: aside.start()] if aside else credit))


def name_behind(words: str) -> str:
    """The name at the end of a line such as ``Le 3 août 2005, 17:04 par Ada``; empty where there is none."""
    return words[found[-1].end() :].strip() if (found := list(_BY.finditer(words))) else ""
