"""What makes a fact that fact, by kind: the block that it is told in, and the features that separate facts in it.

office: person, title, of. meeting: the pair, the date. visit: visitor (else origin), destination,
start. delegation: leader, origin, destination, its visit. agreement: parties, kind, folded name or
period, else date. anniversary: parties, of, years, else the year. relation: parties, level.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph import sides
from graph.model import Feature
from graph.people import posts
from ontology import names
from ontology.dates import Date
from ontology.facts import Agreement, Anniversary, Delegation, Fact, Meeting, Office, Person, Relation, Side, Visit
from ontology.terms import BASE
from ontology.vocabulary import load

PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)")
Block = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """The block of a fact, its features, whether they suffice to know it elsewhere, and whether and when they date it.

    `dated` without `when` is what hangs on a visit of no date.
    """

    block: Block
    features: tuple[Feature, ...]
    anchored: bool
    dated: bool
    when: Date | None = None


def key(fact: Fact, person: Callable[[Person], str], visit: str | None = None) -> Key:
    """Return the key of a fact; `person` gives the IRI of a person, `visit` is that of a delegation's visit."""
    block: Block
    features: tuple[Feature, ...]
    match fact:
        case Office():
            block = (person(fact.person), posts.spelt(fact.title))
            features = (sides.iri(fact.of) if fact.of else None,)
        case Meeting():
            block = tuple(sorted((person(fact.a), person(fact.b))))
            features = (fact.date,)
        case Visit():
            who = person(fact.visitor) if fact.visitor else sides.iri(fact.origin) if fact.origin else ""
            block = (who, sides.iri(fact.destination))
            features = (fact.start,)
        case Delegation():
            block = (person(fact.leader), sides.iri(fact.origin))
            features = (visit, sides.iri(fact.destination) if fact.destination else None)
        case Agreement():
            block = (fact.kind, *parties(fact.parties))
            features = (agreement_name(fact.name), fact.date)
        case Anniversary():
            block = (str(fact.years), *parties(fact.parties))
            features = (fact.of, fact.since.edtf[:4] if fact.since and fact.years is None else None)
        case Relation():
            block, features = (fact.level, *parties(fact.parties)), ()
    when = next((feature for feature in features if isinstance(feature, Date)), None)
    dated = when is not None or (isinstance(fact, Delegation) and visit is not None)
    return Key((type(fact).__name__, *block), features, anchored(fact, features), dated, when)


def anchored(fact: Fact, features: tuple[Feature, ...]) -> bool:
    """Tell whether the features suffice: what can happen again needs its date, its visit or its name.

    >>> anchored(Meeting(Person("Hun Sen"), Person("Nguyễn Phú Trọng")), (None,))
    False
    """
    if isinstance(fact, Office | Anniversary | Relation):
        return True
    return features[0] is not None if isinstance(fact, Delegation) else any(feature is not None for feature in features)


def parties(told: tuple[Side, ...]) -> list[str]:
    """Return the IRIs of parties, each once, sorted."""
    return sorted({sides.iri(side) for side in told})


def agreement_name(name: str | None) -> str | None:
    """Return a key for an instrument's name: its period if it has one; None if it names no more than its kind.

    >>> agreement_name("Bản ghi nhớ giai đoạn 2017 - 2020"), agreement_name(None)
    ('2017/2020', None)
    """
    if name is None or names.phrase(name) in sides.labels("kinds"):
        return None
    period = PERIOD.search(name)
    return f"{period[1]}/{period[2]}" if period else names.fold(name) or None


def words(block: Block, features: tuple[Feature, ...]) -> str:
    """Return words that make an IRI readable: the date, then who takes part, all from the key itself.

    >>> words(("Relation", "partnership", "https://w3id.org/banggiao/body/hoi-huu-nghi-438d83344a162666"), ())
    'partnership hoi-huu-nghi'
    """
    dates = [str(feature) for feature in features if isinstance(feature, Date)]
    return " ".join([*dates, *(local(part) for part in block[1:] if part not in ("", "None"))])


def local(part: str) -> str:
    """Return an IRI for the eye: the notation of a concept, else its words without their hash."""
    if not part.startswith(BASE):
        return part
    concept = load().by_iri(part)
    return concept.notation if concept else part.rsplit("/", 1)[-1].rpartition("-")[0]
