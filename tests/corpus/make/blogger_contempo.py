"""Blogger's responsive themes (Contempo and its kin, 2017 to today): the heading is a word without a number."""

import json
from collections.abc import Callable

from .blogger_threaded import content, form, holder, linked_author, permalink
from .discussion import Blog, Comment, Post, digits
from .inline import broken, plain, quoted

SHARING = ("Get link", "Facebook", "X", "Pinterest", "Email", "Other Apps")


def contempo_page(comments: Callable[[Blog, Post], str]) -> Callable[[Blog], str]:
    """The page of the first post with ``comments`` below it."""

    def render(blog: Blog) -> str:
        post = blog.posts[0]
        url = blog.url(post)
        return (
            f"<!DOCTYPE html>\n<html dir='ltr' lang='{blog.tag}'>\n<head>\n"
            "<meta content='width=device-width, initial-scale=1' name='viewport'/>\n"
            f"<title>{quoted(post.title or '')}</title>\n"
            "<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>\n"
            f"<meta content='blogger' name='generator'/>\n<link href='{url}' rel='canonical'/>\n"
            f"<meta content='{url}' property='og:url'/>\n<meta content='{quoted(post.title or '')}'"
            " property='og:title'/>\n"
            "</head>\n<body class='item-view version-1-3-0 variant-contempo_light'>\n"
            "<a class='skip-navigation' href='#main' tabindex='0'>\nSkip to main content\n</a>\n<div class='page'>\n"
            "<div class='bg-photo-overlay'></div>\n<div class='page_body'>\n<div class='centered'>\n"
            "<header class='centered-top-container sticky' role='banner'>\n<div class='header section' id='header'>\n"
            "<div class='widget Header' data-version='2' id='Header1'>\n<div class='header-widget'>\n<div>\n<h1>\n"
            f"<a href='https://{blog.host}/'>\n{quoted(blog.title)}\n</a>\n</h1>\n</div>\n<p>\n{quoted(blog.about)}\n"
            "</p>\n"
            "</div>\n</div></div>\n</header>\n<main class='centered-bottom' id='main' role='main' tabindex='-1'>\n"
            "<div class='main section' id='page_body' name='Page Body'>\n<div class='widget Blog' data-version='2'"
            f" id='Blog1'>\n<div class='blog-posts hfeed container'>\n<article class='post-outer-container'>\n"
            f"{_post(blog, post, url)}{comments(blog, post)}</article>\n</div>\n</div></div>\n</main>\n</div>\n"
            f"{_foot()}</div>\n</div>\n</body>\n</html>\n"
        )

    return render


def contempo_threaded(blog: Blog, post: Post) -> str:
    """``section.comments.threaded`` with ``data-num-comments``."""
    return (
        f"<section class='comments threaded' data-embed='true' data-num-comments='{len(post.comments)}'"
        " id='comments'>\n"
        f"<a name='comments'></a>\n<h3 class='title'>{blog.language.comments}</h3>\n<div class='comments-content'>\n"
        f"{holder(blog, post, permalink)}</div>\n<p class='comment-footer'>\n{form(blog, post)}</p>\n</section>\n"
    )


def contempo_flat(blog: Blog, post: Post) -> str:
    """``div#comments-block`` with a ``div.comment#c<id>`` for each comment."""
    items = "".join(_flat_item(blog, post, comment) for comment in post.comments)
    return (
        f"<section class='comments embed' data-num-comments='{len(post.comments)}' id='comments'>\n"
        f"<a name='comments'></a>\n<h3 class='title'>{blog.language.comments}</h3>\n"
        f"<div id='Blog1_comments-block-wrapper'>\n<div id='comments-block'>\n{items}</div>\n</div>\n"
        f"<div class='footer'>\n{form(blog, post)}</div>\n</section>\n"
    )


def _flat_item(blog: Blog, post: Post, comment: Comment) -> str:
    deleted = " deleted" if comment.removed else ""
    return (
        f"<div class='comment' id='c{comment.ident}'>\n<div class='avatar-image-container'>\n"
        "<img class='author-avatar' height='35' src='//resources.blogblog.com/img/blank.gif' width='35'/>\n</div>\n"
        f"<div class='comment-block'>\n<div class='comment-author'>\n{linked_author(comment)} {blog.language.said}\n"
        "</div>\n"
        f"<div class='comment-body{deleted}'>\n{content(blog, comment)}\n</div>\n<div class='comment-footer'>\n"
        f"<span class='comment-timestamp'>\n<a href='{permalink(blog, post, comment)}' title='comment permalink'>\n"
        f"{blog.written(comment)}\n</a>\n<span class='item-control blog-admin pid-{digits(comment.author)[:10]}'>\n"
        f"<a class='comment-delete' href='https://www.blogger.com/comment/delete/{blog.ident}/{comment.ident}'"
        f" title='{blog.language.delete}'>\n<img src='https://resources.blogblog.com/img/icon_delete13.gif'/>\n</a>\n"
        "</span>\n</span>\n</div>\n</div>\n</div>\n"
    )


def _post(blog: Blog, post: Post, url: str) -> str:
    words = blog.language
    moment = post.published.isoformat()
    profile = f"https://www.blogger.com/profile/{digits('profile', post.author)}"
    labels = "\n".join(
        f"<a href='https://{blog.host}/search/label/{quoted(label)}' rel='tag'>{quoted(label)}</a>"
        for label in post.labels
    )
    return (
        f"<div class='post-outer'>\n<div class='post'>\n{_linked_data(blog, post, url)}<a name='{post.ident}'></a>\n"
        f"<h3 class='post-title entry-title'>\n{quoted(post.title or '')}\n</h3>\n{_sharing()}<div"
        " class='post-header'>\n"
        f"<div class='post-header-line-1'>\n<span class='byline post-author vcard'>\n<span class='post-author-label'>\n"
        f"{words.posted}\n</span>\n<span class='fn'>\n<meta content='{profile}'/>\n<a class='g-profile'"
        f" href='{profile}'"
        f" rel='author' title='author profile'>\n<span>{quoted(post.author)}</span>\n</a>\n</span>\n</span>\n"
        f"<span class='byline post-timestamp'>\n<meta content='{url}'/>\n<a class='timestamp-link' href='{url}'"
        f" rel='bookmark' title='permanent link'>\n<time class='published' datetime='{moment}' title='{moment}'>\n"
        f"{words.written(words.header, post.published)}\n</time>\n</a>\n</span>\n</div>\n</div>\n"
        f"<div class='post-body entry-content float-container' id='post-body-{post.ident}'>\n{broken(post.markup)}\n"
        "</div>\n"
        "<div class='post-bottom'>\n<div class='post-footer float-container'>\n<div class='post-footer-line"
        f" post-footer-line-1'>\n</div>\n<div class='post-footer-line post-footer-line-2'>\n<span class='byline"
        f" post-labels'>\n<span class='byline-label'>{words.labels}</span>\n{labels}\n</span>\n</div>\n</div>\n"
        f"{_sharing()}</div>\n</div>\n</div>\n"
    )


def _sharing() -> str:
    items = "".join(
        f"<li>\n<span aria-label='{name}' class='sharing-platform-button' role='menuitem' tabindex='-1'>\n"
        f"<span class='platform-sharing-text'>{name}</span>\n</span>\n</li>\n"
        for name in SHARING
    )
    return (
        "<div class='post-share-buttons goog-inline-block'>\n<div class='sharing' data-title=''>\n"
        "<button aria-haspopup='true' class='sharing-button touch-icon-button' role='button'>\n"
        "<div class='flat-icon-button ripple'>\n</div>\n</button>\n<div class='share-buttons-container'>\n"
        f"<ul aria-hidden='true' aria-label='Share' class='share-buttons hidden' role='menu'>\n{items}</ul>\n</div>\n"
        "</div>\n</div>\n"
    )


def _linked_data(blog: Blog, post: Post, url: str) -> str:
    data = {
        "@context": "http://schema.org",
        "@type": "BlogPosting",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": post.title,
        "description": plain(post.markup)[:140],
        "datePublished": post.published.isoformat(),
        "dateModified": post.published.isoformat(),
        "publisher": {"@type": "Organization", "name": "Blogger"},
        "author": {"@type": "Person", "name": post.author},
    }
    return f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>\n"


def _foot() -> str:
    return (
        "<footer class='footer section' id='footer' name='Footer'><div class='widget Attribution' data-version='2'"
        " id='Attribution1'>\n<div class='widget-content'>\n<div class='blogger'>\n"
        "<a href='https://www.blogger.com' rel='nofollow'>\nPowered by Blogger\n</a>\n</div>\n</div>\n</div></footer>\n"
    )
