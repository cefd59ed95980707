"""All files that are made from ``discussions/``, as bytes."""

from pathlib import Path

from .discussion import Blog, load
from .expected import expected
from .shapes import SHAPES

CORPUS = Path(__file__).parents[1]


def rendered() -> dict[str, bytes]:
    """``pages/NAME.html`` and ``expected/NAME.json`` by their names below ``tests/corpus``."""
    blogs = [load(path) for path in sorted((CORPUS / "discussions").glob("*.toml"))]
    return {name: content for blog in blogs for name, content in _files(blog).items()}


def _files(blog: Blog) -> dict[str, bytes]:
    files = {}
    for name in blog.shapes:
        shape = SHAPES[name]
        seen = shape.seen(blog)
        files[f"pages/{blog.name}-{name}.html"] = shape.render(seen).encode(blog.charset, "xmlcharrefreplace")
        files[f"expected/{blog.name}-{name}.json"] = expected(seen, shape).encode()
    return files
