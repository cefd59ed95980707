"""The reader's own colours: one accent, one quiet grey, no boxes."""

from collections.abc import Mapping

from textual.theme import Theme

from probreader.config import ThemeName

DARK = Theme(
    name="probreader-dark",
    dark=True,
    primary="#e0b070",
    secondary="#8fb0c8",
    accent="#e0b070",
    warning="#e0b070",
    error="#e07a6a",
    success="#9ab87a",
    foreground="#d8d5cd",
    background="#17181b",
    surface="#17181b",
    panel="#202226",
    variables={
        "quiet": "#8d8a83",
        "faint": "#4a4b4f",
        "tint": "#24262b",
        "link": "#8fb0c8",
        "match": "#5a4a1c",
        "match-text": "#ffe9b8",
        "current-text": "#17181b",
        "unread": "#7fc0a0",
        "block-cursor-background": "#e0b070",
        "block-cursor-foreground": "#17181b",
    },
)

LIGHT = Theme(
    name="probreader-light",
    dark=False,
    primary="#8a5200",
    secondary="#2f5f86",
    accent="#8a5200",
    warning="#8a5200",
    error="#a33020",
    success="#4a6f22",
    foreground="#26241f",
    background="#fbf9f4",
    surface="#fbf9f4",
    panel="#f1ede3",
    variables={
        "quiet": "#6c675c",
        "faint": "#c4bdae",
        "tint": "#f1ebdc",
        "link": "#2f5f86",
        "match": "#ffe08a",
        "match-text": "#26241f",
        "current-text": "#fbf9f4",
        "unread": "#1f7a55",
        "block-cursor-background": "#8a5200",
        "block-cursor-foreground": "#fbf9f4",
    },
)

CONTRAST = Theme(
    name="probreader-contrast",
    dark=True,
    primary="#ffd75f",
    secondary="#87d7ff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ff8787",
    success="#87ff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    text_alpha=1.0,
    variables={
        "quiet": "#d0d0d0",
        "faint": "#8a8a8a",
        "tint": "#26264a",
        "link": "#87d7ff",
        "match": "#ffff00",
        "match-text": "#000000",
        "current-text": "#000000",
        "unread": "#5fffaf",
        "block-cursor-background": "#ffd75f",
        "block-cursor-foreground": "#000000",
    },
)

_REVERSE = {
    "block-cursor-background": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-text-style": "reverse",
    "block-cursor-blurred-background": "ansi_default",
    "block-cursor-blurred-foreground": "ansi_default",
    "block-cursor-blurred-text-style": "underline",
    "block-hover-background": "ansi_default",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
    "screen-selection-background": "ansi_default",
    "screen-selection-foreground": "ansi_default",
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
    "scrollbar-corner-color": "ansi_default",
    "border-blurred": "ansi_default",
}
"""What is told by no colour but by the style of the characters."""

_DEFAULT = "ansi_default"


def _ansi(name: str, colours: Mapping[str, str], accent: str = _DEFAULT, secondary: str = _DEFAULT) -> Theme:
    """A theme of the terminal's own colours, on its own background."""
    return Theme(
        name=name,
        ansi=True,
        primary=accent,
        secondary=secondary,
        accent=accent,
        warning=accent,
        error=accent,
        success=accent,
        foreground=_DEFAULT,
        background=_DEFAULT,
        surface=_DEFAULT,
        panel=_DEFAULT,
        boost=_DEFAULT,
        variables={
            **_REVERSE,
            **dict.fromkeys("quiet faint tint link match match-text current-text unread".split(), _DEFAULT),
            **colours,
        },
    )


TERMINAL = _ansi(
    "probreader-terminal",
    {
        "faint": "ansi_bright_black",
        "link": "ansi_cyan",
        "match": "ansi_yellow",
        "match-text": "ansi_black",
        "current-text": "ansi_black",
        "unread": "ansi_green",
    },
    "ansi_magenta",
    "ansi_cyan",
)
PLAIN = _ansi("probreader-plain", {})
"""Without any colour, for NO_COLOR; what the others tell by colours is told by bold, underlined and reversed."""

THEMES: Mapping[ThemeName, Theme] = {
    ThemeName.DARK: DARK,
    ThemeName.LIGHT: LIGHT,
    ThemeName.CONTRAST: CONTRAST,
    ThemeName.TERMINAL: TERMINAL,
}
