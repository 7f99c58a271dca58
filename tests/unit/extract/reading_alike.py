"""Ways of reading a batch that end or fail: worker processes import them by name."""

import os
import signal

from extract.batches import read_all
from ontology.facts import Article, Reading


def light(articles):
    """Read nothing, quickly."""
    return [Reading(Article(article.id, ""), ()) for article in articles]


def ending(articles):
    """End the process over one article."""
    for article in articles:
        if article.id == "poison":
            os.kill(os.getpid(), signal.SIGKILL)
    return read_all(articles)


def never(*_given):
    """End the process before it reads."""
    os._exit(1)
