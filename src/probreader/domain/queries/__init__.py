"""The query language of the search bar and of ``probreader search``: text in, a tree or a fault out. Pure.

``docs/queries.md`` tells what the language says; :mod:`.nodes` has a value for everything it can.
"""

from probreader.domain.queries.nodes import Fault, Node, Query, Words
from probreader.domain.queries.parsing import parse

__all__ = ["Fault", "Node", "Query", "Words", "parse"]
