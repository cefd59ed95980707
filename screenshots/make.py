"""Make the pictures in this folder from the seeds: ``python screenshots/make.py`` (needs the extra ``screenshots``).

Each scene is a list of keys pressed in the real app on a terminal of a given size.
"""

import asyncio
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from probreader.config import Config, ThemeName
from probreader.domain.post import Source
from probreader.library import Library
from probreader.sources import read
from probreader.tui.app import ReaderApp

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'


@dataclass(frozen=True, slots=True)
class Scene:
    name: str
    keys: tuple[str, ...]
    size: tuple[int, int]
    theme: ThemeName = ThemeName.DARK


READING = ("tab", "J", "J", "J", "j")
COLLAPSED = ("minus", "tab", "J", "J", "J", "l", "j")
SEARCH = ("s", *"workload", "enter")
FIND = ("slash", *"staff", "enter", "n", "n")

SCENES = (
    Scene("thread-80x24", READING, (80, 24)),
    Scene("thread-120x36", READING, (120, 36)),
    Scene("thread-200x50", (*READING, "m", "J", "J", "m"), (200, 50)),
    Scene("thread-light-80x24", READING, (80, 24), ThemeName.LIGHT),
    Scene("thread-light-120x36", READING, (120, 36), ThemeName.LIGHT),
    Scene("thread-light-200x50", (*READING, "m", "J", "J", "m"), (200, 50), ThemeName.LIGHT),
    Scene("collapsed-120x36", COLLAPSED, (120, 36)),
    Scene("search-120x36", SEARCH, (120, 36)),
    Scene("find-120x36", FIND, (120, 36)),
    Scene("help-120x36", ("question_mark",), (120, 36)),
)


def library_of_seeds(path: Path) -> Library:
    library = Library.open(path)
    for seed in sorted(SEEDS.iterdir()):
        reading = read(seed.read_bytes())
        source = Source(seed.name, reading.shape, seed.stem, seed.stat().st_size)
        library.add(source, reading.posts, reading.problems)
    return library


async def svg_of(scene: Scene, library: Library) -> str:
    app = ReaderApp(library, library.find_post("New Look Probation"), Config(scene.theme))
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        for key in scene.keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        return plain_fonts(app.export_screenshot(title="probreader"))


def plain_fonts(svg: str) -> str:
    """No font is fetched from anywhere: the picture uses a monospaced font of the viewer."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", svg)


def main() -> None:
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder, library_of_seeds(Path(folder) / "library.db") as library:
            svg = asyncio.run(svg_of(scene, library))
        (HERE / f"{scene.name}.svg").write_text(svg, encoding="utf-8")
        png = resvg_py.svg_to_bytes(svg_string=svg, zoom=1)
        (HERE / f"{scene.name}.png").write_bytes(bytes(png))
        print(scene.name)


if __name__ == "__main__":
    main()
