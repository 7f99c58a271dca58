"""Facts and people that are gone: what an IRI that somebody has noted down is now, by the claims that it held."""

from collections.abc import Iterable

from graph.index.index import Index


def note(index: Index, iri: str, held: Iterable[tuple[str, str]]) -> None:
    """Note the claims and articles that something held that is gone now."""
    index.many("INSERT OR IGNORE INTO former VALUES (?, ?, ?)", ((iri, *one) for one in held))


def begin(index: Index) -> None:
    """Note all that there is, before all is made anew."""
    index.run(
        "INSERT OR IGNORE INTO former SELECT t.fact, t.claim, a.name FROM telling t JOIN article a ON a.id = t.article"
        " WHERE t.fact IS NOT NULL"
    )
    index.run(
        "INSERT OR IGNORE INTO former SELECT p.iri, m.claim, a.name FROM mention m JOIN person p ON p.id = m.person"
        " JOIN article a ON a.id = m.article"
    )


def finish(index: Index) -> None:
    """Take out what is there again."""
    index.run("DELETE FROM former WHERE iri IN (SELECT iri FROM fact UNION SELECT iri FROM person)")


def find(index: Index, text: str) -> list[str]:
    """Return the IRIs that are gone and were called so: in full, or by what follows the last slash."""
    last = text.strip().strip("<>").rsplit("/", 1)[-1]
    return index.texts("SELECT DISTINCT iri FROM former WHERE iri LIKE ? ESCAPE '!' ORDER BY iri", f"%/{escaped(last)}")


def escaped(text: str) -> str:
    """Return a text in which nothing stands for other text.

    >>> escaped("50%_x")
    '50!%!_x'
    """
    return "".join("!" + sign if sign in "!%_" else sign for sign in text)


def now(index: Index, iri: str) -> list[str]:
    """Return what tells the claims now that something held, sorted."""
    found: set[str] = set()
    for claim, article in index.rows("SELECT claim, article FROM former WHERE iri = ?", iri):
        found |= set(
            index.texts(
                "SELECT t.fact FROM article a JOIN telling t ON t.article = a.id WHERE a.name = ? AND t.claim = ?"
                " UNION SELECT p.iri FROM article a JOIN mention m ON m.article = a.id JOIN person p ON p.id = m.person"
                " WHERE a.name = ? AND m.claim = ?",
                *(article, claim, article, claim),
            )
        )
    return sorted(found)


def articles(index: Index, iri: str) -> list[str]:
    """Return the articles that told of something."""
    return index.texts("SELECT DISTINCT article FROM former WHERE iri = ? ORDER BY article", iri)
