"""Which queries reach the engine: those that only read this store."""

import re
from collections.abc import Iterator

from ontology.errors import UsageError

UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
READS = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
TOKEN = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'  # strings
    |<[^<>"{}|^`\\\x00-\x20]*>                                       # IRIs
    |\#[^\r\n]*                                                      # comments
    |[?$]\w+                                                         # variables
    |@\w+(?:-\w+)*                                                   # language tags
    |(?:\w[\w.-]*)?:(?:[\w.:%-]|\\.)*                                # prefixed names
    |(?P<word>[A-Za-z]+)                                             # words''',
    re.VERBOSE | re.DOTALL,
)
PLACE = re.compile(r"error at (\d+):(\d+):?\s*(.*)", re.DOTALL)


def check(query: str) -> None:
    """Refuse a query that would write, or ask another server; raises UsageError.

    >>> check("SELECT ?service WHERE { ?service ?p 'SERVICE' } # SERVICE")
    >>> check("DELETE WHERE { ?s ?p ?o }")
    Traceback (most recent call last):
    ontology.errors.UsageError: the query: it is an update (DELETE); ask with SELECT, ASK, CONSTRUCT or DESCRIBE
    """
    found = list(words(query))
    first = next((word for word in found if word in UPDATES | READS), "")
    if first in UPDATES:
        wrong = f"it is an update ({first})"
        raise UsageError("the query", wrong, "ask with SELECT, ASK, CONSTRUCT or DESCRIBE")
    if "SERVICE" in found:
        raise UsageError("the query", "SERVICE asks another server", "ask for what stands in this store")


def words(query: str) -> Iterator[str]:
    """Yield the bare words of a query, in capitals: neither strings nor names nor comments."""
    plain = ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), query)
    for match in TOKEN.finditer(plain):
        if match["word"]:
            yield match["word"].upper()


def syntax_error(error: SyntaxError, query: str) -> UsageError:
    r"""Return a parser's complaint as one sentence with its line.

    >>> print(syntax_error(SyntaxError("error at 2:10: expected one of ..., '{'"), "SELECT *\nWHERE { ? ?p ?o }"))
    the query, line 2, column 10: it does not parse at '?p ?o }'; mend it there
    """
    text = " ".join(str(error.msg or error).split())
    place = PLACE.search(text)
    if place is None:
        return UsageError("the query", text or "it does not parse", "mend it")
    line, column = int(place[1]), int(place[2])
    lines = query.splitlines() or [""]
    rest = lines[min(line, len(lines)) - 1][column - 1 :].strip()[:40]
    where = f"it does not parse at {rest!r}" if rest else "it ends too early"
    wrong = "a prefix before here is not declared" if "Prefix not found" in text else where
    return UsageError(f"the query, line {line}, column {column}", wrong, "mend it there")
