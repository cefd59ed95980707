"""Blogger's mobile page (``?m=1``): little around the post, the same comments."""

from .blogger_page import body_of, dated, title_of
from .blogger_threaded import threaded_comments
from .discussion import Blog, Post
from .inline import quoted


def mobile_page(blog: Blog) -> str:
    """The page of the first post."""
    post = blog.posts[0]
    url = blog.url(post)
    main = f"<div class='blog-posts hfeed'>\n{dated(blog, _post(blog, post), post)}</div>\n{_pager(blog, url)}"
    return (
        f"<!DOCTYPE html>\n<html class='v2' dir='ltr' lang='{blog.tag}'>\n<head>\n"
        "<meta content='width=device-width,initial-scale=1.0,minimum-scale=1.0,maximum-scale=1.0' name='viewport'/>\n"
        "<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>\n"
        f"<meta content='blogger' name='generator'/>\n<link href='{url}' rel='canonical'/>\n"
        f"<title>{quoted(blog.title)}: {quoted(post.title or '')}</title>\n</head>\n"
        "<body class='loading mobile variant-simplysimple'>\n<div class='content'>\n<div class='content-outer'>\n"
        "<div class='header section' id='header'><div class='widget Header' data-version='1' id='Header1'>\n"
        f"<div id='header-inner'>\n<h1 class='title'>\n<a href='https://{blog.host}/?m=1'>\n{quoted(blog.title)}\n"
        "</a>\n</h1>\n</div>\n</div></div>\n<div class='main section' id='main'><div class='widget Blog'"
        f" data-version='1' id='Blog1'>\n{main}</div></div>\n</div>\n</div>\n</body>\n</html>\n"
    )


def _post(blog: Blog, post: Post) -> str:
    words = blog.language
    clock = words.written(words.clock, post.published)
    return (
        "<div class='post-outer'>\n<div class='post hentry uncustomized-post-template' itemprop='blogPost'"
        f" itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>\n<a name='{post.ident}'></a>\n"
        f"{title_of(post, None)}<div class='post-header'>\n<div class='post-header-line-1'></div>\n</div>\n"
        f"{body_of(post)}<div class='post-footer'>\n<div class='post-footer-line post-footer-line-1'>\n"
        f"<span class='post-author vcard'>\n<span class='fn' itemprop='author'>{quoted(post.author)}</span>\n</span>\n"
        f"<span class='post-timestamp'>\n{words.at}\n<a class='timestamp-link' href='{blog.url(post)}?m=1'"
        f" rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished'"
        f" title='{post.published.isoformat()}'>{clock}</abbr></a>\n</span>\n</div>\n"
        "<div class='post-footer-line post-footer-line-2'>\n<div class='mobile-link-button goog-inline-block'"
        " id='mobile-share-button'>\n<a href='javascript:void(0);'>Share</a>\n</div>\n</div>\n</div>\n</div>\n"
        f"{threaded_comments(blog, post)}</div>\n"
    )


def _pager(blog: Blog, url: str) -> str:
    words = blog.language
    return (
        "<div class='blog-pager' id='blog-pager'>\n<div class='mobile-link-button' id='blog-pager-newer-link'>\n"
        f"<a class='blog-pager-newer-link' href='https://{blog.host}/2030/01/newer.html?m=1' title='{words.newer}'>"
        "&lsaquo;</a>\n</div>\n<div class='mobile-link-button' id='blog-pager-home-link'>\n"
        f"<a class='home-link' href='https://{blog.host}/?m=1'>{words.home}</a>\n</div>\n"
        f"<div class='mobile-desktop-link'>\n<a class='home-link' href='{url}?m=0'>{words.web}</a>\n</div>\n</div>\n"
        "<div class='clear'></div>\n"
    )
