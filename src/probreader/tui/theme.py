"""The reader's own colours: one accent, one quiet grey, no boxes."""

from textual.theme import Theme

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
        "unread": "#1f7a55",
        "block-cursor-background": "#8a5200",
        "block-cursor-foreground": "#fbf9f4",
    },
)
