"""Spanish and Portuguese."""

from dataclasses import replace

from probreader.sources.words.model import Words

SPANISH = Words(
    code="es",
    seen=True,
    reply="Responder",
    delete="Eliminar",
    replies="Respuestas",
    add=(
        "Añadir comentario", "Agregar comentario", "Publicar un comentario", "Publicar un comentario en la entrada",
        "Deja una respuesta", "Deja un comentario",
    ),
    more=("Cargar más...", "Cargar más…"),
    counts=("# comentarios", "# comentario", "# respuestas", "# respuesta", "Comentarios (#)"),
    single=("Un comentario", "Una respuesta"),
    none=("No hay comentarios", "No hay comentarios.", "Sin comentarios", "Ningún comentario"),
    bare=("Comentarios",),
    titled=(
        "# comentarios en …", "# comentario en …", "Un comentario en …", "# respuestas a …", "# respuesta a …",
        "Una respuesta a …", "# pensamientos en …", "# pensamientos sobre …", "Un pensamiento en …",
        "Un comentario sobre …", "# comentarios sobre …", "# comentarios para …", "# comentarios to …",
    ),
    removed=frozenset({
        "El autor ha eliminado este comentario.",
        "Este comentario ha sido eliminado por el autor.",
        "Este comentario fue eliminado por el autor.",
        "Un administrador del blog ha eliminado este comentario.",
        "Este comentario ha sido eliminado por un administrador del blog.",
        "Comentario eliminado",
    }),
    newer=("Entrada más reciente", "Entradas más recientes"),
    older=("Entrada antigua", "Entradas antiguas"),
    home=("Inicio", "Página principal", "Página Principal"),
    subscribe=("Suscribirse a",),
    feed=("Enviar comentarios (Atom)", "Comentarios de la entrada (Atom)", "Entradas (Atom)", "Comentarios (Atom)"),
    posted=("Publicado por", "Publicadas por"),
    label=(
        "Mostrando entradas con la etiqueta …", "Mostrando las entradas con la etiqueta …",
        "Mostrando las entradas para la etiqueta …",
    ),
    period=(
        "Mostrando entradas de …", "Mostrando las entradas de …",
        "Mostrando entradas ordenadas por relevancia para la consulta …",
        "Mostrando entradas ordenadas por fecha para la consulta …",
    ),
    show_all=("Mostrar todas las entradas",),
    said=("… dijo", "… ha dicho", "… escribió"),
    anonymous=("Anónimo", "Anonimo", "Unknown", "Desconocido"),
    other=(
        "Enlaces a esta entrada", "Ver versión para móviles", "Ver versión web", "Ver la versión para móviles",
        "Ver la versión web",
    ),
    other_deletes=("Borrar", "Suprimir"),
)  # fmt: skip

BRAZILIAN = Words(
    code="pt-BR",
    seen=False,
    reply="Responder",
    delete="Excluir",
    replies="Respostas",
    add=("Adicionar comentário", "Postar um comentário", "Deixe um comentário", "Deixe uma resposta"),
    more=("Carregar mais...", "Carregar mais…"),
    counts=("# comentários", "# comentário", "# respostas", "# resposta", "Comentários (#)"),
    single=("Um comentário", "Uma resposta"),
    none=("Nenhum comentário", "Sem comentários"),
    bare=("Comentários",),
    titled=(
        "# comentários em …", "# comentário em …", "Um comentário em …", "# comentários sobre …",
        "Um comentário sobre …", "# respostas para …", "# respostas a …", "Uma resposta para …", "Uma resposta a …",
        "# pensamentos em …", "# ideias sobre …", "Uma ideia sobre …", "Um pensamento em …",
    ),
    removed=frozenset({
        "Este comentário foi removido pelo autor.",
        "Este comentário foi removido por um administrador do blog.",
        "Este comentário foi removido por um administrador do blogue.",
        "Comentário excluído",
    }),
    newer=("Postagem mais recente", "Postagens mais recentes"),
    older=("Postagem mais antiga", "Postagens mais antigas"),
    home=("Página inicial", "Início"),
    subscribe=("Assinar",),
    feed=("Postar comentários (Atom)", "Postagens (Atom)", "Comentários (Atom)"),
    posted=("Postado por",),
    label=("Mostrando postagens com marcador …", "Mostrando postagens com o marcador …"),
    period=(
        "Mostrando postagens de …", "Mostrando postagens classificadas por relevância para a consulta …",
        "Mostrando postagens classificadas por data para a consulta …",
    ),
    show_all=("Mostrar todas as postagens",),
    said=("… disse", "… escreveu"),
    anonymous=("Anônimo", "Desconhecido"),
    other=("Links para esta postagem", "Ver versão para celular", "Visualizar versão para a Web", "Ver versão da Web"),
)  # fmt: skip

PORTUGUESE = replace(
    BRAZILIAN,
    code="pt-PT",
    delete="Eliminar",
    add=("Adicionar comentário", "Enviar um comentário", "Deixe um comentário", "Deixar uma resposta"),
    none=("Sem comentários", "Não existem comentários", "Nenhum comentário"),
    newer=("Mensagem mais recente", "Mensagens mais recentes"),
    older=("Mensagem antiga", "Mensagens antigas"),
    home=("Página inicial",),
    subscribe=("Subscrever",),
    feed=("Enviar feedback (Atom)", "Enviar comentários (Atom)", "Mensagens (Atom)"),
    posted=("Publicada por", "Publicado por"),
    label=("A mostrar mensagens com a etiqueta …", "A apresentar mensagens com a etiqueta …"),
    period=("A mostrar mensagens de …", "A apresentar mensagens de …"),
    show_all=("Mostrar todas as mensagens",),
    anonymous=("Anónimo", "Desconhecido"),
    other=("Hiperligações para esta mensagem", "Ver a versão para telemóvel", "Ver a versão da Web"),
)  # fmt: skip

IBERIAN = (SPANISH, BRAZILIAN, PORTUGUESE)
