"""Blogger pages of several posts that show the comments on each of them."""

from tests.sources.html.blogger_pages import page, told_of

from probreader.sources import Reading, read

INDEX = "https://kettle.blogspot.example/"


def post(name: str, text: str) -> str:
    address = f"{INDEX}2006/06/{name}.html"
    return (
        f"<div class='post'><h3 class='post-title'><a href='{address}'>{name}</a></h3>"
        f"<div class='post-body'>{text}</div>"
    )


def comment(number: int, author: str, text: str, post: str = "") -> str:
    link = f"{INDEX}2006/06/{post}.html?showComment=1149600000000#c{number}" if post else f"#c{number}"
    return (
        f"<div id='comments'><h4>1 comments:</h4><dl id='comments-block'><dt class='comment-author' id='c{number}'>"
        f"{author} said...</dt><dd class='comment-body'><p>{text}</p></dd><dd class='comment-footer'>"
        f"<a href='{link}'>6 June 2006</a></dd></dl></div>"
    )


def told(reading: Reading) -> list[tuple[str | None, int | None, list[str]]]:
    """Title, declared count, and the texts of the comments of every post."""
    return [(post.title, post.declared_comments, [row[4] for row in told_of(post)]) for post in reading.posts]


EACH = [("one", 1, ["Lemons."]), ("two", 1, ["No."])]


def test_comments_in_a_post_are_its_own() -> None:
    body = (
        f"{post('one', 'Short.')}{comment(1001, 'Ines', 'Lemons.')}</div>"
        f"{post('two', 'A longer text than the first.')}{comment(1002, 'Bo', 'No.')}</div>"
    )
    reading = read(page(body, address=INDEX))
    assert told(reading) == EACH
    assert reading.problems == ()


def test_permalinks_name_the_post_of_comments_that_stand_outside() -> None:
    body = (
        f"{post('one', 'Short.')}</div>{post('two', 'A longer text than the first.')}</div>"
        f"{comment(1002, 'Bo', 'No.', 'two')}{comment(1001, 'Ines', 'Lemons.', 'one')}"
    )
    reading = read(page(body, address=INDEX))
    assert told(reading) == EACH
    assert reading.problems == ()


def test_comments_that_name_no_post_are_of_the_one_above_and_that_is_said() -> None:
    body = (
        f"{post('one', 'Short.')}</div>{comment(1001, 'Ines', 'Lemons.')}"
        f"{post('two', 'A longer text than the first.')}</div>{comment(1002, 'Bo', 'No.')}"
    )
    reading = read(page(body, address=INDEX))
    assert told(reading) == EACH
    assert {problem.code for problem in reading.problems} == {"comments-placed"}
