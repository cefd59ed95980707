"""What the user marks: read entries, bookmarks with notes and tags; how marks are undone, and how two libraries agree.

``docs/marks.md`` at the root of the project tells the rules and the format of the exchange.
"""
