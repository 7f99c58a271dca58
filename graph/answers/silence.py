"""Silences as flat records: the sentences that speak of relations and told no fact, for tables."""

from collections.abc import Iterable, Iterator

from ontology.errors import UsageError
from ontology.facts import KINDS, Reading
from ontology.vocabulary import load

Record = dict[str, str | int]

COLUMNS = ("article", "kind", "cue", "reason", "why", "quote", "start", "end")


def records(readings: Iterable[Reading], kind: str | None = None, reason: str | None = None) -> Iterator[Record]:
    """Yield a record for each silence, in the order of the readings; of one `kind` or for one `reason` if given.

    `why` is the reason in words, in the language of the article.
    """
    for reading in readings:
        for one in reading.silences:
            if kind in (None, one.kind) and reason in (None, one.reason):
                concept = load().find("silences", one.reason)
                yield {
                    "article": reading.article.id,
                    "kind": one.kind,
                    "cue": one.cue,
                    "reason": one.reason,
                    "why": concept.label(reading.article.language) if concept else one.reason,
                    "quote": one.evidence.quote,
                    "start": one.evidence.start,
                    "end": one.evidence.end,
                }


def asked(kind: str | None, reason: str | None) -> tuple[str | None, str | None]:
    """Return what is asked for as it is; raises UsageError for a kind or reason that there is none of.

    >>> asked("meeting", None)
    ('meeting', None)
    """
    known = {"kind": [*KINDS], "reason": [concept.notation for concept in load().concepts("silences")]}
    for name, value in (("kind", kind), ("reason", reason)):
        if value is not None and value not in known[name]:
            raise UsageError(f"--{name} {value}", "is not known", f"take one of: {', '.join(known[name])}")
    return kind, reason
