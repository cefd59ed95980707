"""All files that are made from ``discussions/``, as bytes."""

from pathlib import Path

from .discussion import Blog, load
from .expected import expected
from .shapes import SHAPES

CORPUS = Path(__file__).parents[1]


def rendered() -> dict[str, bytes]:
    """``pages/NAME.html`` and ``expected/NAME.json`` by their names below ``tests/corpus``."""
    blogs = [load(path) for path in sorted((CORPUS / "discussions").glob("*.toml"))]
    return {name: text.encode() for blog in blogs for name, text in _files(blog).items()}


def _files(blog: Blog) -> dict[str, str]:
    files = {}
    for name in blog.shapes:
        shape = SHAPES[name]
        seen = shape.seen(blog)
        files[f"pages/{blog.name}-{name}.html"] = shape.render(seen)
        files[f"expected/{blog.name}-{name}.json"] = expected(seen, shape)
    return files
