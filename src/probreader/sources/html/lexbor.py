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
    opened: list[Element] = []
    identities: list[int] = []
    within: Element | None = None
    for node in root.traverse(include_text=True):
        above = node.parent
        if opened and above is not None and above.mem_id != identities[-1]:
            identity = above.mem_id
            while identities[-1] != identity:
                identities.pop()
                opened.pop().end = len(items)
            within = opened[-1]
        tag = node.tag or ""
        if tag == "-text":
            items.append(node.text_content or "")
        elif node.is_element_node:
            attributes = node.attributes
            if None in attributes.values():
                attributes = {name: value or "" for name, value in attributes.items()}
            within = Element(tree, len(items), tag, attributes, within)  # type: ignore[arg-type]
            items.append(within)
            opened.append(within)
            identities.append(node.mem_id)
    for element in opened:
        element.end = len(items)
    return tree
