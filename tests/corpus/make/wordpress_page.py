"""What stands around the comments of a WordPress page."""

from .discussion import Blog, Post
from .inline import paragraphs, quoted


def page(blog: Blog, post: Post, comments: str, words: dict[str, str]) -> str:
    """A page of one post in the manner of the yearly default themes."""
    return (
        f'<!DOCTYPE html>\n<html lang="{blog.tag}">\n<head>\n<meta charset="UTF-8" />\n'
        f"<title>{quoted(post.title or '')} | {quoted(blog.title)}</title>\n"
        f'<link rel="canonical" href="{blog.url(post)}" />\n'
        '<meta name="generator" content="WordPress 5.2" />\n</head>\n<body class="post-template-default single">\n'
        f'<header id="masthead" class="site-header">\n<p class="site-title"><a href="https://{blog.host}/" rel="home">'
        f'{quoted(blog.title)}</a></p>\n<p class="site-description">{quoted(blog.about)}</p>\n</header>\n'
        f'<div id="primary" class="content-area">\n<main id="main" class="site-main">\n{_article(blog, post, words)}'
        f'<div id="comments" class="comments-area">\n{comments}{_respond(words)}</div><!-- #comments -->\n'
        f"{_navigation(blog)}</main>\n</div>\n{_sidebar(blog)}</body>\n</html>\n"
    )


def _article(blog: Blog, post: Post, words: dict[str, str]) -> str:
    day = blog.language.written(blog.language.header, post.published)
    tags = ", ".join(
        f'<a href="https://{blog.host}/tag/{quoted(label)}/" rel="tag">{quoted(label)}</a>' for label in post.labels
    )
    return (
        f'<article id="post-{post.ident[:4]}" class="post type-post status-publish format-standard hentry">\n'
        f'<header class="entry-header">\n<h1 class="entry-title">{quoted(post.title or "")}</h1>\n'
        f'<div class="entry-meta"><span class="posted-on">{words["posted"]} <a href="{blog.url(post)}" rel="bookmark">'
        f'<time class="entry-date published" datetime="{post.published.isoformat()}">{day}</time></a></span>'
        f' <span class="byline">{words["by"]} <span class="author vcard"><a class="url fn n"'
        f' href="https://{blog.host}/author/1/">{quoted(post.author)}</a></span></span></div>\n</header>\n'
        f'<div class="entry-content">\n{paragraphs(post.markup)}\n</div><!-- .entry-content -->\n'
        f'<footer class="entry-footer"><span class="tags-links">{words["tagged"]} {tags}</span></footer>\n</article>\n'
    )


def _respond(words: dict[str, str]) -> str:
    return (
        f'<div id="respond" class="comment-respond">\n<h3 id="reply-title" class="comment-reply-title">{words["leave"]}'
        '</h3>\n<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">\n'
        '<p class="comment-form-comment"><label for="comment">Comment</label> <textarea id="comment" name="comment"'
        ' cols="45" rows="8"></textarea></p>\n</form>\n</div><!-- #respond -->\n'
    )


def _navigation(blog: Blog) -> str:
    return (
        '<nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous">'
        f'<a href="https://{blog.host}/2001/01/older/" rel="prev">«</a></div></div></nav>\n'
    )


def _sidebar(blog: Blog) -> str:
    newest = blog.posts[0].comments[0]
    return (
        '<div id="secondary" class="widget-area"><section class="widget widget_recent_comments"><ul'
        ' id="recentcomments">'
        f'<li class="recentcomments"><span class="comment-author-link">{quoted(newest.author)}</span> on '
        f'<a href="{blog.url(blog.posts[0])}">{quoted(blog.posts[0].title or "")}</a></li></ul></section></div>\n'
    )
