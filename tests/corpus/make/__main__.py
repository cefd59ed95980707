"""Write the pages and their expected trees anew: ``python -m tests.corpus.make`` from the project's root."""

from .pages import CORPUS, rendered


def main() -> None:
    """Write every file that ``rendered`` gives."""
    for name, content in rendered().items():
        path = CORPUS / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
