"""The text of a comment: which element holds it, and what in that element is not of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from probreader.domain.prose import Prose
from probreader.sources.html.flat import Part
from probreader.sources.html.markup import cut_prose, prose_of
from probreader.sources.html.own import Parts

_BODIES = (
    "comment-content", "comment_content", "commentcontent", "wp-block-comment-content", "wpd-comment-text",
    "wc-comment-text", "dsq-comment-message", "dsq-comment-text", "idc-c-t", "commtext", "b-leaf-article",
    "bcommenttext", "evo_comment_text", "comment-entry", "comment_text", "commenttext", "comment-text",
    "comment-body-text", "comment_body_text", "comment-message", "comment-inner-text", "serendipity_commentbody",
    "format_text", "comment-txt", "comment-post", "entry-content", "comment-desc", "comment-copy", "description",
    "comment-body", "commentbody", "comment_body", "content",
)  # fmt: skip
_FURNITURE = frozenset(
    "reply comment-reply comment-reply-link comment-edit-link edit-link edit_link comment_edit "
    "comment-awaiting-moderation awaiting-moderation unapproved moderation avatar says comment-actions "
    "comment-action comment-respond comment-form comment-likes comment-like jetpack-comment-likes-widget-wrapper "
    "jetpack-likes-widget-wrapper wpulike wp_ulike comment-rating cld-like-dislike-wrap wp-comment-vote "
    "crfp-rating karma-wrap rating commentluv wp-block-comment-reply-link wp-block-comment-edit-link "
    "wpd-comment-footer wpd-comment-left wpd-reply dsq-comment-footer idc-c-h idc-c-m comment-arrow "
    "comment-counter comment-count comment-number comment-permalink comment-controls comment-tools "
    "comment-buttons comment-links report-comment children comment-replies comment-num commentnumber comment_num "
    "commentcount comment-index comnum comment-floor".split()
)
_HEADS = frozenset(
    "comments-meta comments-date c-meta c-avatar comment-image comment-author vcard comment-meta commentmetadata "
    "comment-metadata comment-info comment-header comment-head comment-time comment-date commentdate "
    "comment_date comment-avatar comment-author-avatar comment-top comment-details comment-footer "
    "comment-signature wpd-comment-header wp-block-comment-date wp-block-comment-author-name wp-block-avatar "
    "media-heading comment-avatar-wrap comment-gravatar gravatar commentmeta comment_meta commentauthor comment_author "
    "comment-name commentername comment-by comment-data comment_info commenthead comment_head commentheader "
    "comment-title comment-author-info comment-author-wrap authordata author date timestamp commenter-info "
    "comments-post comment-timestamp comment_time gravatars wpd-comment-date submitted".split()
)
_FORMS = frozenset(("form", "button", "nav"))
_PARAGRAPHS = frozenset(("p", "blockquote", "ul", "ol", "pre"))


_WAITING = frozenset(
    sentence.casefold()
    for sentence in (
        "Your comment is awaiting moderation.", "Comment awaiting moderation.", "Awaiting moderation.",
        "Your comment is awaiting approval.", "Your comment is awaiting moderation. This is a preview; your comment "
        "will be visible after it has been approved.", "Dein Kommentar wartet auf Freischaltung.",
        "Ihr Kommentar wartet auf Freischaltung.", "Dein Kommentar muss noch freigegeben werden.",
        "Votre commentaire est en attente de modération.", "Votre commentaire est en attente de modération",
        "Tu comentario está pendiente de moderación.", "Tu comentario está a la espera de ser moderado.",
        "Tu comentario está esperando la moderación.", "Il tuo commento è in attesa di moderazione.",
        "Il tuo commento è in attesa di approvazione.", "Seu comentário está aguardando moderação.",
        "O seu comentário está aguardando moderação.", "Je reactie wacht op moderatie.",
        "Je reactie wacht op goedkeuring.", "Twój komentarz oczekuje na moderację.",
        "Ваш комментарий ожидает модерации.", "Ваш комментарий ожидает проверки.", "您的评论正在等待审核。",
        "您的评论正在等待审核.",
        "您的留言正在等待審核。", "あなたのコメントは承認待ちです。", "コメントは承認待ちです。",
        "Yorumunuz denetim bekliyor.", "Yorumunuz onaylandıktan sonra yayınlanacaktır.",
        "התגובה שלך ממתינה לאישור.", "התגובה שלכם ממתינה לאישור.", "تعليقك في انتظار المراجعة.",
        "Din kommentar inväntar granskning.", "Din kommentar väntar på granskning.",
        "Váš komentář čeká na schválení.", "Komentar Anda menunggu moderasi.",
    )
)  # fmt: skip
"""What WordPress tells the one who wrote a comment that nobody else sees yet; it is no word of the comment."""
_LONGEST_WAITING = max(map(len, _WAITING))
_NOTICES = frozenset(("em", "i", "p", "small", "span", "strong", "div"))

_PROPERTIES = ("text", "commentText", "description", "articleBody")
_BODY_NAMES = frozenset(_BODIES)
_NEAR = 3
"""Elements around a credit in which a loose word beside it may stand."""
_MOST_CREDITS = 80
"""Characters beside a name and a date that the line of them may have."""


@dataclass(frozen=True, slots=True)
class Body:
    """Where the text of a comment is."""

    part: Part
    """The element that holds it; the comment itself where no element is marked as its text."""
    is_mixed: bool
    """Whether that element may hold the author and the time as well."""


def find_body(parts: Parts) -> Body:
    """The innermost element that is marked as the text, one without credits before one with them."""
    mixed = parts.root
    by_class = {name: part for part in reversed(parts.parts) for name in part.classes}
    for name in _BODIES:
        part = by_class.get(name)
        if part is not None and not parts.is_root(part) and not _holds_credits(parts, part):
            return Body(part, False)
        mixed = part if part is not None and mixed is parts.root else mixed
    for part in parts:
        if part.attributes.get("itemprop") in _PROPERTIES:
            return Body(part, False)
    return Body(mixed, True)


def _holds_credits(parts: Parts, part: Part) -> bool:
    inside = parts.inside(part)[1:]
    return any("fn" in inner.classes or not _HEADS.isdisjoint(inner.classes) for inner in inside)


def body_of(parts: Parts, body: Body, heads: Iterable[Part], base: str | None) -> Prose:
    """The prose of the comment, without ``heads`` (its author, its time), actions and ratings."""
    root = body.part
    held = [credit for credit in heads if root.holds(credit) and credit is not root]
    refused = {part.element for part in parts.inside(root) if part is not root and _is_furniture(part)}
    others = {part.element for part in parts.refused if root.holds(part)}
    others |= {_widest(parts, root, credit, held).element for credit in held}
    others |= {part.element for part in parts.inside(root) if part is not root and _tells_to_wait(parts, part)}
    refused |= others
    prose = prose_of(root.element, base, lambda element: element not in refused)
    if body.is_mixed and not prose.text:
        # Some themes put the text into what others call the credits.
        refused = others | {part.element for part in parts.inside(root) if _is_action(part) and part is not root}
        prose = prose_of(root.element, base, lambda element: element not in refused)
    if not body.is_mixed or not refused:
        return prose
    around = [part for credit in held for part in islice(parts.around(credit), _NEAR) if root.holds(part)]
    for part in {part.start: part for part in (root, *around)}.values():
        prose = _without_loose_words(parts, part, prose)
    return prose


def _is_furniture(part: Part) -> bool:
    return _is_action(part) or (not _HEADS.isdisjoint(part.classes) and _BODY_NAMES.isdisjoint(part.classes))


def _tells_to_wait(parts: Parts, part: Part) -> bool:
    """Whether ``part`` says nothing but that the comment waits for approval."""
    if part.tag not in _NOTICES or part.end - part.start > 3:
        return False
    words = parts.flat.words(part).strip("()[] ")
    return len(words) <= _LONGEST_WAITING and words.casefold() in _WAITING


def _is_action(part: Part) -> bool:
    if part.tag in _FORMS or part.id == "respond" or not _FURNITURE.isdisjoint(part.classes):
        return True
    return part.tag == "img" and "gravatar" in part.attributes.get("src", "")


def _widest(parts: Parts, root: Part, credit: Part, heads: Sequence[Part]) -> Part:
    """The widest element around ``credit`` that holds nothing but credits and a few words between them."""
    widest = credit
    for around in parts.around(credit):
        if around is root or not root.holds(around) or around.tag in ("li", "blockquote"):
            break
        inside = parts.inside(around)
        if any(part.tag in _PARAGRAPHS and not part.holds(credit) and not credit.holds(part) for part in inside):
            break
        if _other_words(parts, around, heads) > _MOST_CREDITS:
            break
        widest = around
    return widest


def _other_words(parts: Parts, around: Part, heads: Sequence[Part]) -> int:
    """Characters in ``around`` that are in none of ``heads`` and in no action."""
    total = end = 0
    for part in parts.inside(around):
        if any(part is credit for credit in heads) or _is_furniture(part):
            end = max(end, part.end)
        if part.start >= end:
            total += len(parts.flat.direct(part).strip())
    return total


def _without_loose_words(parts: Parts, root: Part, prose: Prose) -> Prose:
    """``prose`` without words such as "Says:" that stand in no element in ``root``, between the author and the text."""
    first = next((part for part in parts.inside(root)[1:] if part.tag in _PARAGRAPHS or part.tag == "br"), None)
    words = " ".join(parts.flat.opening(root, first).split())
    said = _before_notice(words)
    if words and len(said) < _MOST_CREDITS and (said[-1:] in (":", "：") or said != words):
        text = prose.text.lstrip()
        if text.startswith(words):
            return cut_prose(prose, len(prose.text) - len(text) + len(words), len(prose.text))
    return prose


def _before_notice(words: str) -> str:
    """``words`` without the notice that may end them, that the comment waits for approval."""
    folded = words.casefold()
    notice = next((sentence for sentence in _WAITING if folded.endswith(sentence)), "")
    return words[: len(words) - len(notice)].rstrip()
