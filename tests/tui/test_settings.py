"""What the user sets, as it is seen on the screen."""

from pathlib import Path

import pytest

from probreader.config import Config, KeySetting, ReadBy, ThemeName
from probreader.library import Library
from probreader.tui.commands import COMMANDS
from probreader.tui.keymap import Keymap
from probreader.tui.keys import key_name

from .builders import library_of
from .terminal import Terminal, reading


def keys(**commands: str | tuple[str, ...]) -> Config:
    """The settings of a ``[keys]`` table."""
    return Config(
        keys=tuple(
            KeySetting(command, (given,) if isinstance(given, str) else given, "my.toml")
            for command, given in commands.items()
        )
    )


# Keys


async def test_keys_change_places(posts: Library) -> None:
    async with reading(posts, config=keys(next_entry="k", previous_entry="j")) as terminal:
        await terminal.press("k")
        assert "rake" in terminal.highlighted()
        await terminal.press("j")
        assert "spade" in terminal.highlighted()
        await terminal.press("w", "k")
        assert "Bees" in terminal.highlighted("#posts")


async def test_a_key_that_was_taken_away_does_nothing(posts: Library) -> None:
    async with reading(posts, config=keys(next_post=(), last=("G", "]"))) as terminal:
        await terminal.press("]")
        assert "elder" in terminal.highlighted()


async def test_keys_of_the_whole_program(posts: Library) -> None:
    async with reading(posts, config=keys(palette="f1", help="Z", bookmark="ctrl+b", page_up="pageup")) as terminal:
        assert "Z help" in terminal.status
        await terminal.press("B")
        assert "Press ctrl+b on an entry." in terminal.text
        await terminal.press("B", "j", "ctrl+b")
        assert "★" in terminal.highlighted()
        await terminal.press("question_mark")
        assert "escape closes this page" not in terminal.text
        await terminal.press("Z")
        assert "escape closes this page" in terminal.text
        await terminal.press("escape", "f1")
        await terminal.press(*"help")
        await terminal.until_seen("Help  Z")
    async with reading(posts, config=keys(help="Z", bookmark="ctrl+b", page_up="pageup")) as terminal:
        assert "ctrl+b bookmark  Z help" in terminal.status


def every_command_by_another_key() -> Config:
    """F-keys and the like for all commands; none is left where it was."""
    free = [f"{modifier}f{number}" for modifier in ("", "shift+", "ctrl+", "alt+") for number in range(1, 25)]
    return keys(**{command.id: key for command, key in zip(COMMANDS, free, strict=False)})


async def test_every_command_answers_to_the_key_it_is_given(posts: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    config = every_command_by_another_key()
    keymap = Keymap(config.keys)
    async with reading(posts, config=config) as terminal:
        for command in COMMANDS:
            (key,) = keymap.keys(command)
            chains = [*terminal.app.active_bindings.values()]
            if not {"list", "saved"}.intersection(scope.value for scope in command.scopes[:1]):
                bound = [active.binding for active in chains if active.binding.key == key]
                assert [binding.action for binding in bound] == [command.name], command
            for old in command.keys:
                assert not any(active.binding.key == old and active.binding.id is not None for active in chains), (
                    f"{key_name(old)} still does {command.id}"
                )


# Reading


async def read_after(terminal: Terminal, *pressed: str) -> str:
    await terminal.press(*pressed)
    return terminal.status.split("comment")[-1]


async def test_read_by_moving(posts: Library) -> None:
    async with reading(posts, (80, 12), config=Config(read=ReadBy.MOVING)) as terminal:
        assert "5 unread" in await read_after(terminal, "j", "j", "j")


async def test_read_by_scrolling(posts: Library) -> None:
    async with reading(posts, (80, 12), config=Config(read=ReadBy.SCROLLING)) as terminal:
        assert "7 unread" in await read_after(terminal, "j", "j", "j")
        assert "7 unread" not in await read_after(terminal, "space", "space")


async def test_never_read_but_by_marking(posts: Library) -> None:
    async with reading(posts, (80, 12), config=Config(read=ReadBy.NEVER)) as terminal:
        assert "7 unread" in await read_after(terminal, "j", "j", *["space"] * 6)
        await terminal.press("A")
        assert "0 unread" in terminal.status


# The reading measure


async def test_lines_are_no_wider_than_the_measure(seeds: Library) -> None:
    for measure in (40, 60):
        async with reading(seeds, (120, 36), config=Config(measure=measure)) as terminal:
            await terminal.press("z")
            lines = [line[:110].strip("▌ ") for line in terminal.part_lines("#thread")]
            assert measure - 12 < max(map(len, lines)) <= measure + 2


# Kept over a restart


async def test_theme_order_and_label_are_kept(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("T", "S", "\\")
        await terminal.until_seen("Posts with label")
        await terminal.press("down", "enter")
        await terminal.until_seen("animals  oldest")
    async with reading(posts) as terminal:
        assert "Posts  1  animals  oldest" in terminal.text
        await terminal.press("T")
        assert "Theme: contrast" in terminal.status


async def test_a_theme_set_in_the_file_since_is_heeded(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("T")
    async with reading(posts, config=Config(ThemeName.TERMINAL)) as terminal:
        assert terminal.app.current_theme.ansi
    async with reading(posts) as terminal:
        assert not terminal.app.current_theme.dark


async def test_what_another_version_kept_is_passed_over(posts: Library) -> None:
    posts.keep_setting("order", "by weight")
    posts.keep_setting("theme", "sepia dark")
    async with reading(posts) as terminal:
        assert "Posts  3  newest" in terminal.text
        assert terminal.app.current_theme.dark


async def test_a_kept_filter_never_hides_what_was_asked_for(posts: Library) -> None:
    posts.keep_setting("label", "animals")
    async with reading(posts, post_id="garden") as terminal:
        assert "Posts  3  newest" in terminal.text
    posts.keep_setting("label", "gone from every post")
    async with reading(posts) as terminal:
        assert "Posts  3  newest" in terminal.text


# The palette


async def test_the_palette_finds_posts_that_are_not_listed(posts: Library) -> None:
    async with reading(posts) as terminal:
        await terminal.press("\\")
        await terminal.until_seen("Posts with label")
        await terminal.press("down", "enter")
        await terminal.until(lambda: "The Garden" not in terminal.part_text("#posts"))
        await terminal.press("ctrl+p", *"garden the")
        await terminal.until_seen("The Garden")
        await terminal.press("enter")
        await terminal.until(lambda: "spade" in terminal.part_text("#thread"))


# The first time


async def test_an_empty_library_tells_how_to_begin(path: Path) -> None:
    with library_of(path) as library:
        async with reading(library, config=keys(quit="Q")) as terminal:
            seen = " ".join(terminal.part_text("#posts").split())
            assert "No posts. probreader reads saved pages, feeds, backups and text dumps of blogs." in seen
            assert "Leave with Q, and name some: probreader FILE" in seen


async def test_the_first_keys_are_told_the_first_time(posts: Library) -> None:
    async with reading(posts, config=keys(next_unread="f9")) as terminal:
        assert "j next  f9 next unread  h collapse  ? help" in terminal.status
    async with reading(posts) as terminal:
        assert "/ find  s search  m bookmark  ? help" in terminal.status
