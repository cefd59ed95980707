import pytest

from probreader.sources.markers import (
    ENGLISH,
    LANGUAGES,
    Mark,
    heading_count,
    is_anonymous,
    is_furniture,
    is_removed,
    languages_of,
    mark,
    read_chosen,
    read_heading,
    split_said,
    without_furniture,
)

BY_CODE = {words.code: words for words in LANGUAGES}
ACTIONS = {
    "en": ("Reply", "Delete", "Replies"),
    "fr": ("Répondre", "Supprimer", "Réponses"),
    "fr-CA": ("Répondre", "Effacer", "Réponses"),
    "de": ("Antworten", "Löschen", "Antworten"),
    "es": ("Responder", "Eliminar", "Respuestas"),
    "el": ("Απάντηση", "Διαγραφή", "Απαντήσεις"),
    "ko": ("답글", "삭제", "답글"),
    "it": ("Rispondi", "Elimina", "Risposte"),
    "pl": ("Odpowiedz", "Usuń", "Odpowiedzi"),
    "pt-BR": ("Responder", "Excluir", "Respostas"),
    "pt-PT": ("Responder", "Eliminar", "Respostas"),
    "nl": ("Beantwoorden", "Verwijderen", "Reacties"),
    "ru": ("Ответить", "Удалить", "Ответы"),
    "uk": ("Відповісти", "Видалити", "Відповіді"),
    "tr": ("Yanıtla", "Sil", "Yanıtlar"),
    "ja": ("返信", "削除", "返信"),
    "zh-CN": ("回复", "删除", "回复"),
    "zh-TW": ("回覆", "刪除", "回覆"),
    "id": ("Balas", "Hapus", "Balasan"),
    "sv": ("Svara", "Radera", "Svar"),
    "no": ("Svar", "Slett", "Svar"),
    "da": ("Svar", "Slet", "Svar"),
    "fi": ("Vastaa", "Poista", "Vastaukset"),
    "cs": ("Odpovědět", "Vymazat", "Odpovědi"),
    "sk": ("Odpovedať", "Odstrániť", "Odpovede"),
    "hu": ("Válasz", "Törlés", "Válaszok"),
    "ro": ("Răspundeți", "Ștergeți", "Răspunsuri"),
    "bg": ("Отговор", "Изтриване", "Отговори"),
    "hr": ("Odgovori", "Izbriši", "Odgovori"),
    "sr": ("Одговори", "Избриши", "Одговори"),
    "ca": ("Respon", "Suprimeix", "Respostes"),
    "ar": ("رد", "حذف", "الردود"),
    "he": ("השב", "מחק", "תשובות"),
    "fa": ("پاسخ", "حذف", "پاسخ‌ها"),
    "hi": ("जवाब दें", "हटाएं", "जवाब"),
    "th": ("ตอบ", "ลบ", "ตอบกลับ"),
    "vi": ("Trả lời", "Xóa", "Trả lời"),
}
SEEN = {"en", "fr", "fr-CA", "de", "es", "el", "ko", "it", "pl"}


def test_there_is_a_row_for_every_language() -> None:
    assert {words.code for words in LANGUAGES} == set(ACTIONS)
    assert len(LANGUAGES) == len(ACTIONS)
    assert {words.code for words in LANGUAGES if words.seen} == SEEN
    assert BY_CODE["en"] is ENGLISH


@pytest.mark.parametrize(("code", "expected"), ACTIONS.items(), ids=ACTIONS)
def test_the_action_words_of_a_language(code: str, expected: tuple[str, str, str]) -> None:
    words = BY_CODE[code]
    reply, delete, replies = expected
    assert (words.reply, words.delete, words.replies) == expected
    kinds = [mark(line) for line in (reply, delete, replies, reply + delete, f"{reply} {delete}")]
    assert all(kinds)
    assert kinds[0] is not None
    assert Mark.REPLY in kinds[0]
    assert kinds[1:2] == [Mark.DELETE]
    assert kinds[2] is not None
    assert Mark.REPLIES in kinds[2]
    assert kinds[3:] == [Mark.CLOSE_TOP] * 2


def test_a_word_that_is_both_action_and_heading_is_said_to_be_both() -> None:
    assert mark("Antworten") == Mark.REPLY | Mark.REPLIES
    assert mark("Reply") == Mark.REPLY


@pytest.mark.parametrize("line", ["", "reply", "Reply to this", "Deleted", "x" * 1000])
def test_other_lines_are_no_marks(line: str) -> None:
    assert mark(line) is None


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("19 comments:", 19),
        ("1 comment:", 1),
        ("No comments:", 0),
        ("1,234 Comments", 1234),
        ("Comments (12)", 12),
        ("16\N{NO-BREAK SPACE}commentaires\N{NO-BREAK SPACE}:", 16),
        ("1 commentaire:", 1),
        ("Aucun commentaire:", 0),
        ("1 Kommentar:", 1),
        ("1 Meinungen:", 1),
        ("12 Kommentare:", 12),
        ("Keine Kommentare:", 0),
        ("3 comentarios:", 3),
        ("No hay comentarios:", 0),
        ("4 σχόλια:", 4),
        ("1 σχόλιο:", 1),
        ("Δεν υπάρχουν σχόλια:", 0),
        ("댓글 2개:", 2),
        ("댓글 없음:", 0),
        ("2 commenti:", 2),
        ("Nessun commento:", 0),
        ("1 komentarz:", 1),
        ("2 komentarze:", 2),
        ("5 komentarzy:", 5),
        ("Brak komentarzy", 0),
        ("7 comentários:", 7),
        ("Nenhum comentário:", 0),
        ("Sem comentários:", 0),
        ("3 reacties:", 3),
        ("1 opmerking:", 1),
        ("Geen opmerkingen:", 0),
        ("1 комментарий:", 1),
        ("3 комментария:", 3),
        ("11 комментариев:", 11),
        ("Комментариев нет:", 0),
        ("2 коментарі:", 2),
        ("Немає коментарів:", 0),
        ("6 yorum:", 6),
        ("Hiç yorum yok:", 0),
        ("2 件のコメント:", 2),
        ("0 件のコメント:", 0),
        ("2 条评论:", 2),
        ("没有评论:", 0),
        ("3 則留言:", 3),
        ("沒有留言:", 0),
        ("8 komentar:", 8),
        ("Tidak ada komentar:", 0),
        ("4 kommentarer:", 4),
        ("Inga kommentarer:", 0),
        ("Ingen kommentarer:", 0),
        ("2 kommenttia:", 2),
        ("Ei kommentteja:", 0),
        ("3 komentáře:", 3),
        ("7 komentářů:", 7),
        ("Žádné komentáře:", 0),
        ("5 komentárov:", 5),
        ("Žiadne komentáre:", 0),
        ("9 megjegyzés:", 9),
        ("Nincsenek megjegyzések:", 0),
        ("20 de comentarii:", 20),
        ("Niciun comentariu:", 0),
        ("2 коментара:", 2),
        ("Няма коментари:", 0),
        ("3 komentara:", 3),
        ("Nema komentara:", 0),
        ("Нема коментара:", 0),
        ("4 comentaris:", 4),
        ("Cap comentari:", 0),
        ("هناك 3 تعليقات:", 3),
        ("هناك تعليق واحد:", 1),
        ("هناك تعليقان (2):", 2),
        ("ليست هناك تعليقات:", 0),
        ("5 תגובות:", 5),
        ("אין תגובות:", 0),
        ("۳ نظر:", 3),
        ("هیچ نظری موجود نیست:", 0),
        ("2 टिप्पणियां:", 2),
        ("कोई टिप्पणी नहीं:", 0),
        ("2 ความคิดเห็น:", 2),
        ("ไม่มีความคิดเห็น:", 0),
        ("6 nhận xét:", 6),
        ("Không có nhận xét nào:", 0),
    ],
)
def test_a_heading_says_how_many_comments_there_are(line: str, count: int) -> None:
    assert heading_count(line) == count


@pytest.mark.parametrize(
    ("line", "count", "title"),
    [
        ("9 Responses to “The Long Night”", 9, "The Long Night"),
        ("3 thoughts on “1984”", 3, "1984"),
        ("1 thought on “1984”", 1, "1984"),
        ("One thought on “Tea”", 1, "Tea"),
        ("No Responses to “Tea”", 0, "Tea"),
        ("3 Kommentare zu „Regen“", 3, "Regen"),
        ("Ein Gedanke zu „Regen“", 1, "Regen"),
        ("2 réflexions sur « La pluie »", 2, "La pluie"),
        ("Une réponse à “La pluie”", 1, "La pluie"),
        ("4 comentarios en “Lluvia”", 4, "Lluvia"),
        ("Un commento su “Pioggia”", 1, "Pioggia"),
        ("5 gedachten over “Regen”", 5, "Regen"),
        ("2 komentarze do “Deszcz”", 2, "Deszcz"),
        ("3 комментария к “Дождь”", 3, "Дождь"),
        ("“Yağmur” için 3 yorum", 3, "Yağmur"),
        ("「雨」への2件のフィードバック", 2, "雨"),
        ("《下雨》有3个想法", 3, "下雨"),
        ("〈下雨〉中有 2 則留言", 2, "下雨"),
        ("“비”의 2개의 생각", 2, "비"),
        ("“Eső” bejegyzéshez 4 hozzászólás", 4, "Eső"),
    ],
)
def test_a_heading_may_name_the_post(line: str, count: int, title: str) -> None:
    heading = read_heading(line)
    assert heading is not None
    assert (heading.count, heading.title, heading.sure) == (count, title, True)


def test_a_heading_that_could_be_a_sentence_is_not_sure() -> None:
    heading = read_heading("9 Responses to The Long Night")
    assert heading is not None
    assert (heading.count, heading.title, heading.sure) == (9, "The Long Night", False)
    assert heading_count("9 Responses to The Long Night") is None
    russian = read_heading("«Дождь»: 3 комментария")
    assert russian is not None
    assert (russian.count, russian.title, russian.sure) == (3, "Дождь", False)


@pytest.mark.parametrize("line", ["Comments", "Comments:", "Kommentare", "Σχόλια", "コメント"])
def test_a_heading_may_give_no_count(line: str) -> None:
    heading = read_heading(line)
    assert heading is not None
    assert heading.count is None


@pytest.mark.parametrize(
    "line",
    ["", ":", "12.", "12", "3 apples:", "comments are closed", "One fine day we left", "1 comment on that matter"],
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert heading_count(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "This comment has been removed by the author.",
        "This comment has been removed by a blog administrator.",
        "Dieser Kommentar wurde vom Autor entfernt.",
        "Ce commentaire a été supprimé par l'auteur.",
        "Este comentario ha sido eliminado por un administrador del blog.",
        "Este comentário foi removido pelo autor.",
        "Deze reactie is verwijderd door een blogbeheerder.",
        "此评论已被作者删除。",
        "Komentar ini telah dihapus oleh pengarang.",
        "Nhận xét này đã bị tác giả xóa.",
        "Questo commento è stato eliminato dall'autore.",
        "このコメントは投稿者によって削除されました。",
    ],
)
def test_a_removed_comment_says_so(text: str) -> None:
    assert is_removed(text)
    assert is_removed(text.replace(" ", "\n", 1))
    assert not is_removed(f"{text} I wonder why.")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ada said...", "Ada"),
        ("Ada Byron said…", "Ada Byron"),
        ("said...", ""),
        ("Ada dijo...", "Ada"),
        ("Ada hat gesagt…", "Ada"),
        ("Ada a dit…", "Ada"),
        ("Ada ha detto...", "Ada"),
        ("Ada disse...", "Ada"),
        ("Ада комментирует...", "Ада"),
        ("Ада пишет...", "Ада"),
        ("Ada pisze...", "Ada"),
        ("Ο χρήστης Άδα είπε...", "Άδα"),
        ("Άδα είπε...", "Άδα"),
        ("Ada dedi ki...", "Ada"),
        ("Ada mengatakan...", "Ada"),
        ("Ada zei", None),
        ("Ada zei…", "Ada"),
        ("Ada sa...", "Ada"),
        ("Ada kirjoitti...", "Ada"),
        ("Ada řekl(a)...", "Ada"),
        ("Ada írta...", "Ada"),
        ("Ada spunea...", "Ada"),
        ("エイダ さんのコメント...", "エイダ"),
        ("艾达 说...", "艾达"),
        ("艾達提到...", "艾達"),
        ("Ada nói...", "Ada"),
        ("She said that", None),
        ("", None),
        ("...", None),
    ],
)
def test_the_author_of_a_flat_comment(line: str, author: str | None) -> None:
    assert split_said(line) == author


@pytest.mark.parametrize(
    ("line", "by", "name"),
    [
        ("Showing posts with label PO. Show all posts", "label", "PO"),
        ("Showing posts with label St. Kitts.", "label", "St. Kitts"),
        ("Showing posts with label: PO", "label", "PO"),
        ("Showing posts from May, 2019. Show all posts", "period", "May, 2019"),
        ("Mostrando entradas con la etiqueta Cine. Mostrar todas las entradas", "label", "Cine"),
        ("Posts mit dem Label A.B. werden angezeigt. Alle Posts anzeigen", "label", "A.B."),
        ("Affichage des articles dont le libellé est Thé. Afficher tous les articles", "label", "Thé"),
        ("Kino etiketine sahip kayıtlar gösteriliyor. Tüm kayıtları göster", "label", "Kino"),
        ("显示标签为“猫”的博文。显示所有博文", "label", "猫"),
        ("ラベル 猫 の投稿を表示しています。 すべての投稿を表示", "label", "猫"),
    ],
)
def test_how_the_posts_of_a_page_were_chosen(line: str, by: str, name: str) -> None:
    chosen = read_chosen(line)
    assert chosen is not None
    assert (chosen.by, chosen.name) == (by, name)


@pytest.mark.parametrize("line", ["", "Showing off", "Showing posts with label . Show all posts", "Show all posts"])
def test_other_lines_do_not_say_how_posts_were_chosen(line: str) -> None:
    assert read_chosen(line) is None


def test_pagers_and_feed_lines_are_furniture_in_every_language() -> None:
    for words in LANGUAGES:
        newer, older, home = words.newer[0], words.older[0], words.home[0]
        lines = [newer, older, home, f"{newer} {older} {home}", f"{older} {home}", f"{words.subscribe[0]}: x (Atom)"]
        assert without_furniture(lines) == []
    assert is_furniture("Inscription à\N{NO-BREAK SPACE}: Publier les commentaires (Atom)")
    assert is_furniture("订阅： 博文评论 (Atom)")
    assert without_furniture(["Home is where", "Subscribe to nothing"]) == ["Home is where", "Subscribe to nothing"]


def test_names_that_are_none() -> None:
    assert is_anonymous("Anonymous")
    assert is_anonymous("Anónimo")
    assert is_anonymous("匿名")
    assert not is_anonymous("Ada")


def test_the_language_of_a_page_is_told_from_its_words() -> None:
    page = ["Un titre", "12 commentaires:", "Ada", "Bonjour.", "RépondreSupprimer", "Réponses", "Supprimer"]
    assert languages_of(page)[0].code == "fr"
    assert [words.code for words in languages_of(["AntwortenLöschenUnd weiter"])] == ["de"]
    assert {words.code for words in languages_of(["Responder"])} == {"es", "pt-BR", "pt-PT"}
    assert languages_of(["nothing", "at all"]) == ()
