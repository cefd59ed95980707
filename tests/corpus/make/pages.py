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
    for shape in blog.shapes:
        files[f"pages/{blog.name}-{shape}.html"] = SHAPES[shape](blog)
        files[f"expected/{blog.name}-{shape}.json"] = expected(blog)
    return files
