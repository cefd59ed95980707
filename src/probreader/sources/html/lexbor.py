"""The fast engine: lexbor, through selectolax. Its nodes are read once and not kept."""

from selectolax.lexbor import LexborHTMLParser

from probreader.sources.html.tree import Element, Tree


def parse(text: str, *, is_quirky: bool) -> Tree:
    """The page ``text``."""
    root = LexborHTMLParser(text).root
    if root is None:
        raise AssertionError("HTML parsing makes a root of any text")
    tree = Tree(is_quirky=is_quirky)
    items = tree.items
    opened: list[Element | None] = [None]
    identities = [None if root.parent is None else root.parent.mem_id]
    for node in root.traverse(include_text=True):
        above = node.parent
        identity = None if above is None else above.mem_id
        while identities[-1] != identity:
            identities.pop()
            element = opened.pop()
            assert element is not None
            element.end = len(items)
        if node.is_text_node:
            items.append(node.text_content or "")
        elif node.is_element_node:
            attributes = node.attributes
            if None in attributes.values():
                attributes = {name: value or "" for name, value in attributes.items()}
            element = Element(tree, len(items), node.tag or "", attributes, opened[-1])  # type: ignore[arg-type]
            items.append(element)
            opened.append(element)
            identities.append(node.mem_id)
    for element in opened[1:]:
        assert element is not None
        element.end = len(items)
    return tree
