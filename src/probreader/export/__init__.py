"""A thread as a document: plain text."""
