"""Text that general converters make of a page: lynx, w3m, inscriptis, Markdown, and lines with markers of their own.

Unlike the dumps of main-content extractors these keep who wrote a comment and when. So a comment begins with a header
(author and time) and ends with its action words; ``Replies`` opens and a lone ``Reply`` closes a list of replies, and
indentation, where a converter keeps it, tells the depth.
"""
