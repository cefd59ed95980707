"""The words that blog software puts around posts and comments, a row a language."""

from probreader.sources.words.asian import ASIAN
from probreader.sources.words.germanic import ENGLISH, GERMANIC
from probreader.sources.words.mediterranean import MEDITERRANEAN
from probreader.sources.words.model import Words
from probreader.sources.words.romance import ROMANCE
from probreader.sources.words.slavic import SLAVIC

__all__ = ["ENGLISH", "LANGUAGES", "Words"]

LANGUAGES: tuple[Words, ...] = (*GERMANIC, *ROMANCE, *SLAVIC, *MEDITERRANEAN, *ASIAN)
