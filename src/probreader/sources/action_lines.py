"""Lines among comments that are no words of theirs: what answers or likes one, and links from other sites."""

import re

from probreader.sources.markers import Mark, mark

_ARROWS = " ↓→↩↵▼▲►⤵\N{NO-BREAK SPACE}"
_LONGEST = 60
# WordPress.com's buttons below a comment, which converters glue.
_LIKES = re.compile(r"(?:Like)?\s?(?:Liked by [0-9]{1,6} (?:person|people|other people))|Like|Loading(?:\.\.\.|…)")
# Also ``Ping :``, as French pages have it.
_LINKS = re.compile(r"(?:Pingbacks?|Trackbacks?|Ping)\s?:")
_LOG_IN = frozenset({
    "Log in to Reply", "Login to Reply", "Log in to reply", "Zum Antworten anmelden", "Melde dich an, um zu antworten",
    "Connectez-vous pour répondre", "Identifiez-vous pour répondre", "Accede para responder",
    "Inicia sesión para responder", "Faça login para responder", "Accedi per rispondere",
    "Log in om te reageren", "Zaloguj się, aby odpowiedzieć", "Войдите, чтобы ответить", "Logga in för att svara",
})  # fmt: skip


def is_reply(line: str) -> bool:
    """Whether the whole ``line`` is the action that answers a comment, with or without an arrow."""
    bare = line.strip(_ARROWS)
    return bool(bare) and len(bare) <= _LONGEST and (Mark.REPLY in (mark(bare) or Mark(0)) or bare in _LOG_IN)


def is_like(line: str) -> bool:
    """Whether the whole ``line`` is a button that likes a comment, or says who does."""
    line = line.strip()
    return len(line) <= _LONGEST and _LIKES.fullmatch(line) is not None


def is_link(text: str) -> bool:
    """Whether ``text`` says that another site links to the page, which WordPress puts among the comments."""
    return _LINKS.match(text) is not None
