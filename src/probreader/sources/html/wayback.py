"""Pages as the Wayback Machine shows them: every address leads into the archive, and a toolbar stands on top."""

import re

_SIGNS = ("BEGIN WAYBACK TOOLBAR INSERT", "FILE ARCHIVED ON ", "wombat.js", "/_static/js/bundle-playback.js", "wm-ipp")
_ARCHIVED = r"(?:(?:https?:)?//web\.archive\.org)?/web/[0-9]{1,14}(?:[a-z]{2}_)?/(?=https?:|//)"
_ADDRESS = re.compile(
    rf"(?<=[\s\"'])((?:href|src|content|cite|action|data-href) {{0,3}}= {{0,3}}[\"']?){_ARCHIVED}", re.I
)
_SAVED_FROM = re.compile(rf"(<!-- saved from url=\([0-9]{{1,6}}\)){_ARCHIVED}")
_TOOLBAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")


def live(text: str) -> str:
    """The page ``text`` as it was on its own site; a page that is no capture of an archive is given back as it is.

    Only addresses of elements are changed: what people wrote about the archive stays.
    """
    if "/web/" not in text or not any(sign in text for sign in _SIGNS):
        return text
    start, end = text.find(_TOOLBAR[0]), text.find(_TOOLBAR[1])
    if 0 <= start < end:
        text = text[:start] + text[end + len(_TOOLBAR[1]) :]
    return _SAVED_FROM.sub(r"\1", _ADDRESS.sub(r"\1", text))
