"""The bounded engine: justhtml. Its nodes are read once and not kept."""

from collections.abc import Iterator

from justhtml import Element as JustNode
from justhtml import JustHTML, Node, Text

from probreader.sources.html.tree import Element, Tree


def parse(text: str, *, is_quirky: bool) -> Tree:
    """The page ``text``."""
    document = JustHTML(text, sanitize=False, scripting_enabled=False)
    tree = Tree(is_quirky=is_quirky)
    items = tree.items
    opened: list[Element] = []
    stack: list[Iterator[Node]] = [iter([node for node in document.root.children or () if node.name == "html"])]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if opened:
                opened.pop().end = len(items)
        elif isinstance(node, Text):
            items.append(node.data or "")
        elif isinstance(node, JustNode):
            attributes = {name: value or "" for name, value in (node.attrs or {}).items()}
            element = Element(tree, len(items), node.name, attributes, opened[-1] if opened else None)
            items.append(element)
            opened.append(element)
            stack.append(iter(node.children or ()))
    return tree
