"""People, bodies and polities in lines of tab-separated text: what is said of each, and where that is from."""

from collections.abc import Iterable, Iterator

from ontology import authority, names
from ontology.authority import UNVERIFIED, Held, Known
from ontology.errors import UsageError
from ontology.vocabulary import load


def lines(who: str | None, *, unverified: bool = False, collisions: bool = False) -> Iterator[str]:
    """Yield a line for each name and office of everybody, or of those so called; raises UsageError where nobody is."""
    if collisions:
        for name, those in authority.people().collisions():
            yield "\t".join((name, *(known.notation for known in those)))
        return
    found = authority.people().people if who is None else called(who)
    for known in found:
        for kind, text, sources in said(known):
            if not unverified or set(sources) == {UNVERIFIED}:
                yield "\t".join((known.notation, kind, text, "; ".join(sources)))
    for scheme in ("organisations", "polities") if who is None else ():
        for concept in load().concepts(scheme):
            origins = concept.all("source")
            if origins and (not unverified or set(origins) == {UNVERIFIED}):
                yield "\t".join((concept.notation, concept.kind.lower(), concept.label("en"), "; ".join(origins)))


def called(who: str) -> tuple[Known, ...]:
    """Return the people whose names are as asked, without marks; raises UsageError."""
    asked = names.fold(who)
    found = [one for one in authority.people().people if asked in map(names.fold, (*one.names, *one.proposed))]
    if not found:
        raise UsageError(repr(who), "the authority file does not know the name", "list all with: banggiao authority")
    return tuple(found)


def said(known: Known) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield what is said of a person, with its sources: each name, each office."""
    for name in known.names:
        yield "name", name, [one for one in known.sources if one != UNVERIFIED] or [UNVERIFIED]
    for name in known.proposed:
        yield "name", name, [UNVERIFIED]
    for held in known.offices:
        yield "office", office(held), held.sources


def office(held: Held) -> str:
    """Write an office with its dates."""
    concept = load().by_iri(held.of) if held.of else None
    dates = f"{held.start or '?'}/{held.end}" if held.start or held.end else ""
    return " ".join(filter(None, (held.title, concept.label("vi") if concept else "", dates)))
