"""What stands over the comments of a whole page: the post, between the page's own lines."""

from .trees import read_one

PROSE = (
    "The old ferry landing has been closed since the spring flood, and nobody at the county office can say when it "
    "will open again."
)
COMMENT = (
    "Ada\n12 May 2012 at 07:03\nOne.\nReply\nDelete\nReplies\nTam\n12 May 2012 at 08:03\nTwo.\nDelete\nAdd comment\n"
)


def test_links_over_the_post_are_not_its_footer() -> None:
    _, post = read_one(
        f"River Notes: The Landing\nRiver Notes\nPages\nHome\nContact\nSaturday, 12 May 2012\nThe Landing\n{PROSE}\n"
        f"Posted by\nRowan Pike\nat\n06:40\nEmail This\nBlogThis!\n2 comments:\n{COMMENT}"
    )
    assert (post.title, post.published and post.published.iso) == ("The Landing", "2012-05-12")
    assert post.author is not None
    assert post.author.name == "Rowan Pike"
    assert [section.body.text for section in post.sections] == [PROSE]


def test_a_byline_over_the_post() -> None:
    _, post = read_one(
        f"The Landing\nSkip to main content\nRiver Notes\nThe Landing\nGet link\nFacebook\nX\nEmail\nOther Apps\n"
        f"Posted by\nRowan Pike\nSaturday, 12 May 2012\n{PROSE}\nGet link\nFacebook\nX\nPinterest\nEmail\nOther Apps\n"
        f"Comments\n{COMMENT}"
    )
    assert (post.title, post.published and post.published.iso) == ("The Landing", "2012-05-12")
    assert post.author is not None
    assert post.author.name == "Rowan Pike"
    assert [section.body.text for section in post.sections] == [PROSE]


def test_lines_are_joined_where_paragraphs_follow_each_other_at_once() -> None:
    words = "   The planks are gone, and the hut stands crooked against the alder, so"
    comments = "".join(
        f"    {n}. Ada says:\n       May 12, 2012 at 7:0{n} am\n       Short.\n"
        "       I crossed there every morning for eleven years and never once got\n       my feet wet.\n       Reply\n"
        for n in range(1, 6)
    )
    _, post = read_one(
        f"   The Landing\n\n{words}\n   we went.\n\n5 Responses to “The Landing”\n\n{comments}\nLeave a Reply\n"
    )
    assert {comment.body.text.splitlines()[-1] for comment in post.comments} == {
        "I crossed there every morning for eleven years and never once got my feet wet."
    }


def test_a_removed_comment_that_runs_on() -> None:
    _, post = read_one(
        "    The Landing\n\n    The ferry is closed.\n\n    2 comments:\n\n"
        "    Ada said... This comment has been removed by the author. May 12, 2012 at 7:03 AM\n"
        "    Tam said...\n\n    Two.\n\n"
        "    May 12, 2012 at 8:03 AM\n\n    Post a Comment\n"
    )
    assert [(comment.author and comment.author.name, comment.removed) for comment in post.comments] == [
        ("Ada", True),
        ("Tam", False),
    ]
