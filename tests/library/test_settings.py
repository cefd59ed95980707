"""What was chosen on the screen is kept, and posts are found by words of their titles."""

from pathlib import Path

from probreader.domain.post import Source
from probreader.library import Library

from .builders import post


def test_a_setting_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        assert library.setting("theme") is None
        library.keep_setting("theme", "dark")
        library.keep_setting("theme", "light")
        library.keep_setting("order", "title")
    with Library.open(path) as library:
        assert (library.setting("theme"), library.setting("order")) == ("light", "title")
        library.keep_setting("theme", None)
        assert library.setting("theme") is None


def test_titles_by_words_in_any_order(library: Library) -> None:
    titles = ("The Spring Fair", "Fair play", "Änderungen", None)
    posts = [post(f"p{n}", title=title) for n, title in enumerate(titles)]
    library.add(Source("/x", "blogger-text", "digest", 1), posts, ())
    found = {words: [each.title for each in library.titled(words, 9)] for words in ("FAIR spr", "fair", "äND", "100%")}
    assert found == {"FAIR spr": [titles[0]], "fair": [titles[0], titles[1]], "äND": [titles[2]], "100%": []}
    assert len(library.titled("fair", 1)) == 1
