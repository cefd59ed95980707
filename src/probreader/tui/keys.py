"""Names of keys: as people write them, and as Textual does. Pure: no Textual."""

import unicodedata

# Names that Textual gives to keys; those of single characters are made of Unicode's.
_NAMED = frozenset(
    "up down left right home end pageup pagedown insert delete backspace enter escape tab space".split()
) | frozenset(f"f{number}" for number in range(1, 25))
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_WRITTEN = {"return": "enter", "esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert"}
_MODIFIERS = ("ctrl", "alt", "shift")
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that a terminal cannot tell from others."""


def key_of(written: str) -> str | None:
    """Textual's name of the key that is ``written`` as ``j``, ``]``, ``ctrl+d`` or ``pageup``; None when it is none."""
    modifiers, last = _parted(written.strip() or written)
    if len(last) == 1:
        name = _character(last)
    else:
        name = _WRITTEN.get(last.lower(), last.lower())
        name = name if name in _NAMED or _is_character(name) else None
    if name is None or any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    if "shift" in modifiers and len(name) == 1:
        modifiers, name = [modifier for modifier in modifiers if modifier != "shift"], name.upper()
    if "ctrl" in modifiers:
        name = name.lower()
    # Textual's own order.
    key = "+".join([*(modifier for modifier in ("alt", "ctrl", "shift") if modifier in modifiers), name])
    return _SAME.get(key, key)


def _parted(written: str) -> tuple[list[str], str]:
    """Modifiers and the key itself, which may be a plus."""
    head, _, last = written.rpartition("+")
    if not last and written:
        head, last = written[:-1].removesuffix("+"), "+"
    return [part.strip().lower() for part in head.split("+")] if head else [], last.strip() or last


def _character(character: str) -> str | None:
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name) or None


def _is_character(name: str) -> bool:
    """True for Textual's name of a character that is neither letter nor digit."""
    found = _looked_up(name)
    return found is not None and _character(found) == name


def _looked_up(name: str) -> str | None:
    """The character of that name; None when there is none."""
    if name in _ASCII:
        return _ASCII[name]
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None


_ASCII = {name: chr(code) for code in range(0x21, 0x7F) if (name := _character(chr(code))) is not None}


def key_name(key: str) -> str:
    """A key as a person would write it."""
    head, plus, last = key.rpartition("+")
    character = None if last in _NAMED or len(last) == 1 else _looked_up(last)
    return f"{head}{plus}{character or last}"
