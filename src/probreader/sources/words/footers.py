"""The words in the lines below a post: labels, sharing, and what stands between an author and a time."""

LABELS = frozenset(
    """
    Labels Label Libellés Libellé Etiquetas Etiqueta Etichette Etichetta Marcadores Marcador Etykiety Etiketter
    Etikett Etiketts Emneord Tunnisteet Štítky Menovky Označenia Címkék Etichete Ярлыки Метки Мітки Ярлики Ετικέτες
    Etiketler التسميات תוויות ラベル 라벨 레이블 标签 標籤 ป้ายกำกับ Nhãn लेबल Etiquetes Oznake Ознаке Етикети Etiketės
    Iezīmes Etiķetes Sildid برچسب‌ها Etiketak Tags Tag  Etiket Merker Kategorier
    """.split()
)
"""What stands, with a colon behind it, before a post's labels. Most are known from translations alone."""

LABELS_WITHOUT_COLON = ("Ετικέτες ", "Tagged ", "Verschlagwortet mit ", "Etiquetado ", "Étiqueté ", "Getagd ")
"""The same where no colon follows."""

SHARING = tuple(
    sorted(
        (
            "Email This", "Email ThisBlogThis!", "BlogThis!", "Blog this!", "Share to Twitter",
            "Share to Facebook", "Share to Pinterest", "Share to X", "Share to Google Buzz",
            "Share on Facebook", "Share on Twitter", "Share", "Tweet", "Email this post", "Email Post",
            "Get link", "Facebook", "Twitter", "X", "Pinterest", "Email", "Other Apps",
            "Envoyer par e-mail", "Partager sur Twitter", "Partager sur Facebook",
            "Partager sur Pinterest", "Partager sur X", "BlogThis !",
            "Diesen Post per E-Mail versenden", "In Twitter freigeben", "In Facebook freigeben",
            "Auf Pinterest teilen", "Auf X teilen", "Bei Twitter freigeben", "Bei Facebook freigeben",
            "Bei Pinterest freigeben", "Bei X teilen", "Enviar por correo electrónico",
            "Enviar esto por correo electrónico", "Escribe un blog", "Compartir con Twitter",
            "Compartir en X", "Compartir con Facebook", "Compartir en Pinterest",
            "Invia tramite email", "Postalo sul blog", "Condividi su Twitter", "Condividi su X",
            "Condividi su Facebook", "Condividi su Pinterest", "Enviar por e-mail", "Postar no blog!",
            "Compartilhar no Twitter", "Compartilhar no X", "Compartilhar no Facebook",
            "Compartilhar com o Pinterest", "Enviar a mensagem por email", "Dê a sua opinião!",
            "Partilhar no Twitter", "Partilhar no X", "Partilhar no Facebook",
            "Partilhar no Pinterest", "Dit e-mailen", "Dit bloggen!", "Delen via Twitter",
            "Delen op X", "Delen op Facebook", "Delen op Pinterest", "Wyślij pocztą e-mail",
            "Wrzuć na bloga", "Udostępnij w X", "Udostępnij w usłudze Twitter",
            "Udostępnij w usłudze Facebook", "Udostępnij w serwisie Pinterest",
            "Αποστολή με μήνυμα ηλεκτρονικού ταχυδρομείου", "BlogThis!", "Μοιραστείτε το στο Twitter",
            "Μοιραστείτε το στο X", "Μοιραστείτε το στο Facebook", "Κοινοποίηση στο Pinterest",
            "Отправить по электронной почте", "Написать об этом в блоге", "Поделиться в Twitter",
            "Поделиться в X", "Опубликовать в Facebook", "Поделиться в Pinterest",
            "Bunu E-postayla Gönder", "X'te paylaş", "Facebook'ta Paylaş", "Pinterest'te Paylaş",
            "Twitter'da Paylaş", "이메일로 전송", "X에 공유", "Twitter에서 공유", "Facebook에서 공유",
            "Pinterest에서 공유",
            "メールで送信", "X で共有", "Twitter で共有する", "Facebook で共有する",
            "Pinterest に共有", "通过电子邮件发送", "共享给 X",
            "共享给 Twitter", "共享给 Facebook", "分享到Pinterest", "以電子郵件傳送這篇文章",
            "分享至 X", "分享至 Twitter",
            "分享至 Facebook", "分享到 Pinterest", "Skicka med e-post", "Dela på X", "Dela på Twitter",
            "Dela på Facebook", "Dela på Pinterest",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip
"""The links that share a post, the longest first: a line of nothing but these belongs to the page."""

BEFORE_TIME = (
    "at", "um", "à", "a", "a las", "en", "alle", "alle ore", "às", "op", "o", "kl.", "kl", "στις", "в",
    "на", "о", "zaman:", "시간:", "時刻:", "时间：", "时间:", "於", "v", "dátum:", "la", "klo", "di", "pada",
    "vào lúc", "ที่", "في", "ב-", "בשעה", "u", "dne", "ob", "on", "la ora", "час", "dia", "em", "le",
)  # fmt: skip
"""What stands between a post's author and the time; alone where a converter dropped both."""
