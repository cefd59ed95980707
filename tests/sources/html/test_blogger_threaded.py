"""Threaded comments: as the server sends them, after the script ran, on one page of several."""

from tests.sources.html.blogger_pages import ADDRESS, only_post, page, post, told_of

from probreader.domain.post import Certainty
from probreader.sources import read

INSTANT = 1149634800000  # 2006-06-06T23:00:00Z


def comment(key: int, name: str, text: str, replies: str = "", owner: str = "") -> str:
    link = f"{ADDRESS}?showComment={INSTANT + key}#c{key}"
    return (
        f'<li class="comment" id="c{key}"><div class="avatar-image-container"><img src="p.jpg" alt=""/></div>'
        f'<div class="comment-block"><div class="comment-header"><cite class="user">{name}</cite>'
        f'<span class="icon user {owner}"></span><span class="datetime secondary-text"><a rel="nofollow" href="{link}">'
        f'June 7, 2006 at 1:00 AM</a></span></div><p class="comment-content">{text}</p>'
        f'<span class="comment-actions secondary-text"><a class="comment-reply" data-comment-id="{key}">Reply</a>'
        f'</span></div><div class="comment-replies"><div id="c{key}-rt" class="comment-thread inline-thread">'
        f'<span class="thread-toggle"><a>Replies</a></span><ol id="c{key}-ra" class="thread-chrome"><div>{replies}'
        f"</div>"
        f'<div id="c{key}-continue" class="continue"><a class="comment-reply">Reply</a></div></ol></div></div>'
        f'<div class="comment-replybox-single" id="c{key}-ce"></div></li>'
    )


def thread(comments: str, heading: str = "") -> str:
    return post(
        f"{heading}<div class='comments-content'><div id='comment-holder'><div class='comment-thread toplevel-thread'>"
        f"<ol id='top-ra'>{comments}</ol><div id='top-continue' class='continue'><a>Add comment</a></div>"
        "<div class='loadmore hidden'><a>Load more...</a></div></div></div></div>"
    )


def test_replies_name_their_parent_to_any_depth() -> None:
    third = comment(10003, "Cato", "Third.")
    second = comment(10002, "Bea", "Second.", third)
    read_post = only_post(page(thread(comment(10001, "Ada", "First.", second) + comment(10004, "Dot", "Fourth."))))
    assert [(one.id, one.parent) for one in read_post.comments] == [
        ("c10001", None),
        ("c10002", "c10001"),
        ("c10003", "c10002"),
        ("c10004", None),
    ]
    assert {one.certainty for one in read_post.comments} == {Certainty.STATED}


def test_the_instant_is_exact_and_the_words_are_kept() -> None:
    published = only_post(page(thread(comment(10001, "Ada", "First.")))).comments[0].published
    assert published
    assert (published.iso, published.raw) == ("2006-06-06T23:00:10.001+00:00", "June 7, 2006 at 1:00 AM")


def test_owner_link_and_permalink() -> None:
    name = '<a href="https://www.blogger.com/profile/77" rel="nofollow">Ines</a>'
    one = only_post(page(thread(comment(10001, name, "Mine.", owner="blog-author")))).comments[0]
    assert one.author
    assert (one.author.name, one.author.url, one.author.is_owner) == (
        "Ines",
        "https://www.blogger.com/profile/77",
        True,
    )
    assert one.permalink == f"{ADDRESS}?showComment={INSTANT + 10001}#c10001"


def test_a_removed_comment_keeps_author_time_and_words() -> None:
    words = '<span class="deleted-comment">This comment has been removed by the author.</span>'
    one = only_post(page(thread(comment(10001, "Ada", words)))).comments[0]
    assert (one.removed, one.body.text) == (True, "This comment has been removed by the author.")
    assert one.author
    assert one.published


def test_the_sentence_alone_says_that_a_comment_was_removed() -> None:
    one = only_post(page(thread(comment(10001, "Ada", "Dieser Kommentar wurde vom Autor entfernt.")))).comments[0]
    assert one.removed


def test_twice_the_same_words_are_two_comments() -> None:
    twice = comment(10001, "Ada", "Fair enough.") + comment(10002, "Ada", "Fair enough.")
    assert len(only_post(page(thread(twice))).comments) == 2


def test_after_the_script_ran_ids_come_from_the_blocks() -> None:
    def run(number: int, key: int, text: str, replies: str = "") -> str:
        return (
            f'<li id="bc_0_{number}B" class="comment" kind="b"><div id="c{key}" class="comment-block">'
            f'<div id="bc_0_{number}M" class="comment-header" kind="m"><cite class="user blog-author">Ines</cite>'
            f'<span class="datetime"><a href="{ADDRESS}?showComment={INSTANT}#c{key}">1:00 AM</a></span></div>'
            f'<p id="bc_0_{number}MC" class="comment-content">{text}</p></div>'
            f'<div id="bc_0_{number}BR" class="comment-replies"><ol id="bc_0_{number}TC">{replies}</ol></div></li>'
        )

    shown = only_post(page(thread(run(1, 10001, "First.", run(0, 10002, "Second.")))))
    assert [(one.id, one.parent, one.body.text) for one in shown.comments] == [
        ("c10001", None, "First."),
        ("c10002", "c10001", "Second."),
    ]
    assert shown.comments[0].author
    assert shown.comments[0].author.is_owner


def test_a_page_without_ids_takes_them_from_the_permalinks() -> None:
    blocks = comment(10001, "Ada", "First.").replace(' id="c10001"', ' id="bc_0_1B"')
    assert told_of(only_post(page(thread(blocks))))[0][0] == "c10001"


def test_one_page_of_several_says_that_comments_are_missing() -> None:
    link = f"<a href='{ADDRESS}?commentPage=2'>Newer</a>"
    pager = f"<h4>201 comments:</h4><span class='paging-control-container'>{link}</span>"
    reading = read(page(thread(comment(10001, "Ada", "First."), pager)))
    assert [problem.code for problem in reading.problems] == ["comments-missing"]
    assert "made to hold only a part" in reading.problems[0].message
    uncounted = read(page(thread(comment(10001, "Ada", "First."), pager.replace("201 comments:", "Comments"))))
    assert [problem.code for problem in uncounted.problems] == ["comments-missing"]


def test_a_thread_of_a_thousand_levels() -> None:
    comments = ""
    for key in range(11_000, 10_000, -1):
        comments = comment(key, "Ada", "Deeper.", comments)
    shown = only_post(page(thread(comments)))
    assert [one.parent for one in shown.comments] == [None, *(f"c{key}" for key in range(10_001, 11_000))]
