"""What stands around posts and comments on a Blogger page: head, navigation bar, post, pager, side column."""

from .discussion import Blog, Post, digits
from .inline import broken, quoted

STYLE = """<style id='page-skin-1' type='text/css'><!--
body { font: normal normal 14px Arial, sans-serif; color: #333333; }
.comments .comments-content .icon.blog-author { background-repeat: no-repeat; }
.comments .continue { border-top: 2px solid #0b5394; }
--></style>"""


def page(blog: Blog, title: str, url: str, main: str, sidebar: str) -> str:
    """A whole page of the ``Simple`` template family."""
    return (
        f"<!DOCTYPE html>\n<html class='v2' dir='ltr' lang='{blog.tag}' xmlns='http://www.w3.org/1999/xhtml'"
        " xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data'>\n<head>\n"
        f"<meta content='text/html; charset={blog.charset}' http-equiv='Content-Type'/>\n"
        f"<meta content='blogger' name='generator'/>\n<link href='{url}' rel='canonical'/>\n"
        f'<link rel="alternate" type="application/atom+xml" title="{quoted(blog.title)} - Atom"'
        f" href=\"https://{blog.host}/feeds/posts/default\" />\n<meta content='{url}' property='og:url'/>\n"
        f"<title>{quoted(title)}</title>\n{STYLE}\n</head>\n<body class='loading variant-simplysimple'>\n"
        "<div class='navbar no-items section' id='navbar' name='Navbar'></div>\n<div class='body-fauxcolumns'></div>\n"
        "<div class='content'>\n<div class='content-inner'>\n<header>\n<div class='header-outer'>\n"
        "<div class='header section' id='header'><div class='widget Header' data-version='1' id='Header1'>\n"
        "<div id='header-inner'>\n<div class='titlewrapper'>\n<h1 class='title'>\n"
        f"<a href='https://{blog.host}/'>\n{quoted(blog.title)}\n</a>\n</h1>\n</div>\n"
        f"<div class='descriptionwrapper'>\n<p class='description'><span>{quoted(blog.about)}</span></p>\n</div>\n"
        "</div>\n</div></div>\n</div>\n</header>\n<div class='main-outer'>\n<div class='columns-inner'>\n"
        "<div class='column-center-outer'>\n<div class='column-center-inner'>\n"
        "<div class='main section' id='main'><div class='widget Blog' data-version='1' id='Blog1'>\n"
        f"{main}</div></div>\n</div>\n</div>\n<div class='column-right-outer'>\n<div class='column-right-inner'>\n"
        f"<aside>\n{sidebar}</aside>\n</div>\n</div>\n</div>\n</div>\n</div>\n</div>\n</body>\n</html>\n"
    )


def dated(blog: Blog, posts: str, published: Post) -> str:
    """One day's posts under its date."""
    day = blog.language.written(blog.language.header, published.published)
    return (
        '\n          <div class="date-outer">\n        \n'
        f"<h2 class='date-header'><span>{day}</span></h2>\n\n"
        f'          <div class="date-posts">\n        \n{posts}\n            </div></div>\n          \n'
    )


def post_outer(blog: Blog, post: Post, comments: str, *, linked: bool = False, dateless: bool = False) -> str:
    """A post, then what stands below it; ``linked``: its title leads to its own page, and its comments are counted."""
    footer = _footer(blog, post, blog.url(post), linked=linked, dateless=dateless)
    return (
        "<div class='post-outer'>\n<div class='post hentry uncustomized-post-template' itemprop='blogPost'"
        " itemscope='itemscope' itemtype='http://schema.org/BlogPosting'>\n"
        f"<meta content='{blog.ident}' itemprop='blogId'/>\n<meta content='{post.ident}' itemprop='postId'/>\n"
        f"<a name='{post.ident}'></a>\n{title_of(post, blog.url(post) if linked else None)}<div class='post-header'>\n"
        f"<div class='post-header-line-1'></div>\n</div>\n{body_of(post)}{footer}</div>\n{comments}</div>\n"
    )


def title_of(post: Post, link: str | None) -> str:
    """The title's element; nothing for an untitled post."""
    if post.title is None:
        return ""
    text = quoted(post.title) if link is None else f"<a href='{link}'>{quoted(post.title)}</a>"
    return f"<h3 class='post-title entry-title' itemprop='name'>\n{text}\n</h3>\n"


def body_of(post: Post) -> str:
    """The body's element."""
    return (
        f"<div class='post-body entry-content' id='post-body-{post.ident}' itemprop='description articleBody'>\n"
        f"{broken(post.markup)}\n<div style='clear: both;'></div>\n</div>\n"
    )


def _footer(blog: Blog, post: Post, url: str, *, linked: bool, dateless: bool) -> str:
    count = blog.language.heading(post.declared or 0).removesuffix(":") if linked else ""
    counted = f"<a class='comment-link' href='{url}#comment-form' onclick=''>\n{count}:\n  </a>\n" if linked else ""
    return (
        "<div class='post-footer'>\n<div class='post-footer-line post-footer-line-1'>\n"
        f"{_signed(blog, post)}{'' if dateless else _timed(blog, post, url)}"
        f"<span class='post-comment-link'>\n{counted}</span>\n"
        "<div class='post-share-buttons goog-inline-block'>\n"
        f"<a class='goog-inline-block share-button sb-email' href='https://www.blogger.com/share-post.g?blogID="
        f"{blog.ident}&postID={post.ident}&target=email' target='_blank' title='Email This'>"
        "<span class='share-button-link-text'>Email This</span></a>\n</div>\n</div>\n"
        f"<div class='post-footer-line post-footer-line-2'>\n<span class='post-labels'>\n{_labels(blog, post)}</span>\n"
        "</div>\n<div class='post-footer-line post-footer-line-3'>\n<span class='post-location'>\n</span>\n</div>\n"
        "</div>\n"
    )


def _signed(blog: Blog, post: Post) -> str:
    profile = f"https://www.blogger.com/profile/{digits('profile', post.author)}"
    return (
        f"<span class='post-author vcard'>\n{blog.language.posted}\n<span class='fn' itemprop='author'"
        " itemscope='itemscope' itemtype='http://schema.org/Person'>\n"
        f"<meta content='{profile}' itemprop='url'/>\n<a class='g-profile' href='{profile}' rel='author'"
        f" title='author profile'>\n<span itemprop='name'>{quoted(post.author)}</span>\n</a>\n</span>\n</span>\n"
    )


def _timed(blog: Blog, post: Post, url: str) -> str:
    words = blog.language
    return (
        f"<span class='post-timestamp'>\n{words.at}\n<meta content='{url}' itemprop='url'/>\n"
        f"<a class='timestamp-link' href='{url}' rel='bookmark' title='permanent link'><abbr class='published'"
        f" itemprop='datePublished' title='{post.published.isoformat()}'>"
        f"{words.written(words.clock, post.published)}</abbr></a>\n</span>\n"
    )


def _labels(blog: Blog, post: Post) -> str:
    links = ",\n".join(
        f"<a href='https://{blog.host}/search/label/{quoted(label)}' rel='tag'>{quoted(label)}</a>"
        for label in post.labels
    )
    return f"{blog.language.labels}\n{links}\n" if post.labels else ""


def pager(blog: Blog, post: Post) -> str:
    """Links to the neighbours, and to the feed of the post's comments."""
    words = blog.language
    return (
        "<div class='blog-pager' id='blog-pager'>\n<span id='blog-pager-newer-link'>\n"
        f"<a class='blog-pager-newer-link' href='https://{blog.host}/2030/01/newer.html'"
        f" id='Blog1_blog-pager-newer-link' title='{words.newer}'>{words.newer}</a>\n</span>\n"
        "<span id='blog-pager-older-link'>\n"
        f"<a class='blog-pager-older-link' href='https://{blog.host}/2001/01/older.html'"
        f" id='Blog1_blog-pager-older-link' title='{words.older}'>{words.older}</a>\n</span>\n"
        f"<a class='home-link' href='https://{blog.host}/'>{words.home}</a>\n</div>\n<div class='clear'></div>\n"
        f"<div class='post-feeds'>\n<div class='feed-links'>\n{words.subscribe}\n<a class='feed-link'"
        f" href='https://{blog.host}/feeds/{post.ident}/comments/default' target='_blank'"
        f" type='application/atom+xml'>{words.feed}</a>\n</div>\n</div>\n"
    )


def sidebar(blog: Blog) -> str:
    """Archive list and profile."""
    words = blog.language
    year = blog.posts[0].published.year
    entries = "\n".join(
        f"<li><a href='{blog.url(post)}'>{quoted(post.title)}</a></li>" for post in blog.posts if post.title is not None
    )
    author = blog.posts[0].author
    return (
        "<div class='sidebar section' id='sidebar-right-1'><div class='widget BlogArchive' data-version='1'"
        f" id='BlogArchive1'>\n<h2>{words.archive}</h2>\n<div class='widget-content'>\n<ul class='hierarchy'>\n"
        "<li class='archivedate expanded'>\n<a class='toggle' href='javascript:void(0)'>\n<span class='zippy"
        " toggle-open'>\n\n        ▼ \n      \n</span>\n</a>\n"
        f"<a class='post-count-link' href='https://{blog.host}/{year}/'>\n{year}\n</a>\n<span class='post-count'"
        f" dir='ltr'>({len(blog.posts)})</span>\n<ul class='posts'>\n{entries}\n</ul>\n</li>\n</ul>\n</div>\n</div>"
        f"<div class='widget Profile' data-version='1' id='Profile1'>\n<h2>{words.about}</h2>\n"
        "<div class='widget-content'>\n<dl class='profile-datablock'>\n<dt class='profile-data'>\n"
        f"<a class='profile-name-link g-profile' href='https://www.blogger.com/profile/{digits('profile', author)}'"
        f" rel='author'>\n{quoted(author)}\n</a>\n</dt>\n</dl>\n</div>\n</div></div>\n"
    )
