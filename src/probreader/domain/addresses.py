"""Addresses that strangers wrote, before they are opened: what is safe to open, and where it really leads."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

_SCHEMES = ("http", "https")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\<>\"]")
_SHOWN_HOST = re.compile(
    r"\A\s*(?:https?://)?(?:[^\s/@]*@)?((?:[\w-]+\.)+[\w-]{2,})(?::\d+)?(?:[/?#]\S*)?\s*", re.IGNORECASE
)
_MAIL = re.compile(r"\A[^@\s,;?&]+@([^@\s,;?&]+)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be opened."""

    url: str
    """As it is handed to the browser: http, https or mailto, in ASCII but for its path."""
    host: str
    """Where it leads, letters of other scripts in punycode, so that no host can look like another."""
    is_deceptive: bool
    """Its text names another host, or it holds a user name before its host."""


def address_of(target: str, text: str = "") -> Address | None:
    """The address ``target`` under the words ``text``; None when it must not be opened.

    Only http, https and mailto with a host may be: never a file, a script or an option of a program.
    """
    target = target.strip()
    if _FORBIDDEN.search(target):
        return None
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return None
    host = _host_of(parts)
    if host is None:
        return None
    shown = _SHOWN_HOST.fullmatch(text)
    named = None if shown is None else _ascii(shown[1])
    differs = named is not None and _bare(named) != _bare(host) and parts.scheme in _SCHEMES
    return Address(_url(parts, host), host, differs or parts.username is not None)


def _host_of(parts: SplitResult) -> str | None:
    """The host in ASCII; None when there is none, or the scheme is not allowed."""
    if parts.scheme == "mailto":
        mail = _MAIL.fullmatch(parts.path)
        return None if mail is None else _ascii(mail[1])
    if parts.scheme not in _SCHEMES or not parts.hostname:
        return None
    return parts.hostname if ":" in parts.hostname else _ascii(parts.hostname)


def _ascii(host: str) -> str | None:
    try:
        return host.encode("idna").decode("ascii").lower().rstrip(".") or None
    except UnicodeError:
        return None


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _url(parts: SplitResult, host: str) -> str:
    if parts.scheme == "mailto":
        return f"mailto:{parts.path.rpartition('@')[0]}@{host}"
    name = f"[{host}]" if ":" in host else host
    port = "" if parts.port is None else f":{parts.port}"
    user = "" if parts.username is None else f"{parts.netloc.rpartition('@')[0]}@"
    return parts._replace(netloc=f"{user}{name}{port}").geturl()
