"""French, Italian, Catalan and Romanian."""

from dataclasses import replace

from probreader.sources.words.model import Words

FRENCH = Words(
    code="fr",
    seen=True,
    reply="Répondre",
    delete="Supprimer",
    replies="Réponses",
    add=("Ajouter un commentaire", "Enregistrer un commentaire", "Publier un commentaire", "Laisser un commentaire"),
    more=("Charger la suite...", "Charger la suite…", "Charger plus..."),
    counts=("# commentaires", "# commentaire", "# réponses", "# réponse", "Commentaires (#)"),
    single=("Un commentaire", "Une réponse"),
    none=("Aucun commentaire", "Pas de commentaire", "Pas de commentaires"),
    bare=("Commentaires",),
    titled=(
        "# commentaires sur …", "# commentaire sur …", "Un commentaire sur …", "# réflexions sur …",
        "# réflexion sur …", "Une réflexion sur …", "# réponses à …", "# réponse à …", "Une réponse à …",
        "# commentaires pour …", "# Réponses pour …", "# pensées sur …", "Une pensée sur …",
    ),
    removed=frozenset({
        "Ce commentaire a été supprimé par l'auteur.",
        "Ce commentaire a été supprimé par l’auteur.",
        "Ce commentaire a été supprimé par un administrateur du blog.",
        "Commentaire supprimé",
    }),
    newer=("Article plus récent", "Articles plus récents", "Message plus récent", "Messages plus récents"),
    older=(
        "Article plus ancien", "Articles plus anciens", "Message plus ancien", "Messages plus anciens",
        "Messages antérieurs",
    ),
    home=("Accueil",),
    subscribe=("Inscription à", "S'abonner à", "S’abonner à"),
    feed=("Publier les commentaires (Atom)", "Articles (Atom)", "Messages (Atom)", "Commentaires (Atom)"),
    posted=("Publié par", "Posté par"),
    label=("Affichage des articles dont le libellé est …", "Affichage des messages dont le libellé est …"),
    period=(
        "Affichage des articles du …", "Affichage des messages du …", "Affichage des articles de …",
        "Affichage des articles triés par pertinence pour la requête …",
        "Affichage des articles triés par date pour la requête …",
    ),
    show_all=("Afficher tous les articles", "Afficher tous les messages"),
    said=("… a dit", "… a écrit"),
    anonymous=("Anonyme", "Inconnu"),
    other=("Liens vers cet article", "Afficher la version mobile", "Afficher la version Web"),
    other_deletes=("Effacer",),
)  # fmt: skip

CANADIAN_FRENCH = replace(FRENCH, code="fr-CA", delete="Effacer", other_deletes=("Supprimer",))

ITALIAN = Words(
    code="it",
    seen=True,
    reply="Rispondi",
    delete="Elimina",
    replies="Risposte",
    add=("Aggiungi commento", "Posta un commento", "Pubblica un commento", "Lascia un commento"),
    more=("Carica altro...", "Carica altro…", "Carica altri..."),
    counts=("# commenti", "# commento", "# risposte", "# risposta", "Commenti (#)"),
    single=("Un commento", "Una risposta"),
    none=("Nessun commento",),
    bare=("Commenti",),
    titled=(
        "# commenti su …", "# commento su …", "Un commento su …", "# pensieri su …", "Un pensiero su …",
        "# risposte a …", "# risposta a …", "Una risposta a …", "# commenti a …", "# commento a …",
    ),
    removed=frozenset({
        "Questo commento è stato eliminato dall'autore.",
        "Questo commento è stato eliminato dall’autore.",
        "Questo commento è stato eliminato da un amministratore del blog.",
        "Commento eliminato",
    }),
    newer=("Post più recente", "Post più recenti"),
    older=("Post più vecchio", "Post più vecchi"),
    home=("Home page", "Home"),
    subscribe=("Iscriviti a",),
    feed=("Commenti sul post (Atom)", "Post (Atom)"),
    posted=("Pubblicato da", "Postato da", "Inviato da"),
    label=("Visualizzazione dei post con etichetta …", "Visualizzazione post con etichetta …"),
    period=(
        "Visualizzazione dei post da …", "Visualizzazione dei post in ordine di pertinenza per la query …",
        "Visualizzazione dei post in ordine di data per la query …",
    ),
    show_all=("Mostra tutti i post",),
    said=("… ha detto", "… ha scritto"),
    anonymous=("Anonimo", "Sconosciuto"),
    other=("Link a questo post", "Visualizza versione per cellulari", "Visualizza versione web"),
)  # fmt: skip

CATALAN = Words(
    code="ca",
    seen=False,
    reply="Respon",
    delete="Suprimeix",
    replies="Respostes",
    add=("Afegeix un comentari", "Publica un comentari", "Publica un comentari a l'entrada", "Deixa un comentari"),
    more=("Carrega'n més...", "Carrega més...", "Carrega'n més…"),
    counts=("# comentaris", "# comentari", "# respostes", "# resposta"),
    single=("Un comentari", "Una resposta"),
    none=("Cap comentari", "No hi ha comentaris"),
    bare=("Comentaris",),
    titled=(
        "# comentaris a …", "# comentari a …", "Un comentari a …", "# respostes a …", "Una resposta a …",
        "# pensaments sobre …", "Un pensament sobre …", "# comentaris sobre …",
    ),
    removed=frozenset({
        "L'autor ha eliminat aquest comentari.",
        "L’autor ha eliminat aquest comentari.",
        "Un administrador del blog ha eliminat aquest comentari.",
        "Aquest comentari ha estat eliminat per l'autor.",
        "Aquest comentari ha estat eliminat per un administrador del blog.",
    }),
    newer=("Entrada més recent", "Entrades més recents"),
    older=("Entrada més antiga", "Entrades més antigues"),
    home=("Inici",),
    subscribe=("Subscriure's a", "Subscriu-te a"),
    feed=("Comentaris del missatge (Atom)", "Missatges (Atom)"),
    posted=("Publicat per",),
    label=("S'estan mostrant les entrades amb l'etiqueta …", "Es mostren els missatges amb l'etiqueta …"),
    period=("S'estan mostrant les entrades de …", "Es mostren els missatges de …"),
    show_all=("Mostra totes les entrades", "Mostra tots els missatges"),
    said=("… ha dit", "… va dir"),
    anonymous=("Anònim", "Desconegut"),
    other=("Mostra la versió per a mòbils", "Mostra la versió web"),
    other_deletes=("Elimina",),
)  # fmt: skip

ROMANIAN = Words(
    code="ro",
    seen=False,
    reply="Răspundeți",
    delete="Ștergeți",
    replies="Răspunsuri",
    add=("Adăugați un comentariu", "Trimiteți un comentariu", "Lasă un răspuns", "Lasă un comentariu"),
    more=("Încărcați mai multe...", "Se încarcă mai multe...", "Încărcați mai multe…"),
    counts=("# comentarii", "# de comentarii", "# comentariu", "# răspunsuri", "# răspuns"),
    single=("Un comentariu", "Un răspuns"),
    none=("Niciun comentariu", "Nici un comentariu"),
    bare=("Comentarii",),
    titled=(
        "# comentarii la …", "# de comentarii la …", "Un comentariu la …", "# răspunsuri la …", "Un răspuns la …",
        "# gânduri despre …", "Un gând despre …",
    ),
    removed=frozenset({
        "Acest comentariu a fost eliminat de autor.",
        "Acest comentariu a fost eliminat de un administrator de blog.",
        "Acest comentariu a fost eliminat de un administrator al blogului.",
    }),
    newer=("Postare mai nouă", "Postări mai noi"),
    older=("Postare mai veche", "Postări mai vechi"),
    home=("Pagina de pornire",),
    subscribe=("Abonați-vă la",),
    feed=("Postare comentarii (Atom)", "Postări (Atom)"),
    posted=("Publicat de", "Postat de", "Trimis de"),
    label=("Se afișează postările cu eticheta …", "Se afişează postările cu eticheta …"),
    period=("Se afișează postările din …", "Se afişează postările din …"),
    show_all=("Afișați toate postările", "Afişaţi toate postările"),
    said=("… spunea", "… a spus"),
    anonymous=("Anonim", "Necunoscut"),
    other=("Afișați versiunea mobilă", "Afișați versiunea web"),
    # Older pages write the letters with a cedilla.
    other_deletes=("Ştergeţi", "Ștergere", "Ştergere"),
    other_replies=("Răspundeţi", "Răspunde"),
)  # fmt: skip

ROMANCE = (FRENCH, CANADIAN_FRENCH, ITALIAN, CATALAN, ROMANIAN)
