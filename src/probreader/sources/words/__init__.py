"""The words that blog software puts around posts and comments, a row a language."""

from probreader.sources.words.cyrillic import CYRILLIC
from probreader.sources.words.east_asian import EAST_ASIAN
from probreader.sources.words.germanic import ENGLISH, GERMANIC
from probreader.sources.words.iberian import IBERIAN
from probreader.sources.words.mediterranean import MEDITERRANEAN
from probreader.sources.words.model import Words
from probreader.sources.words.romance import ROMANCE
from probreader.sources.words.slavic import SLAVIC
from probreader.sources.words.south_asian import SOUTH_ASIAN

__all__ = ["ENGLISH", "LANGUAGES", "Words"]

LANGUAGES: tuple[Words, ...] = (
    *GERMANIC, *ROMANCE, *IBERIAN, *SLAVIC, *CYRILLIC, *MEDITERRANEAN, *EAST_ASIAN, *SOUTH_ASIAN,
)  # fmt: skip
"""English first; the order decides nothing but which of equally likely languages is named first."""
