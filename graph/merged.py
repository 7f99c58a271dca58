"""The merged graph read from the tables, with the tellings as their articles tell them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from graph import sides
from graph.facts import ties, weighing
from graph.index import plain
from graph.index.index import Index
from graph.index.tellings import people_slots, tail
from graph.model import MergedFact, MergedGraph, Node, Telling, Tie
from graph.parts import side_nodes
from graph.people.mentions import mentions, tellings_of
from ontology.facts import Article, Body, Person, Polity, Reading
from ontology.vocabulary import load

Read: TypeAlias = Callable[[str], Reading | None]


def graph(index: Index, readings: Iterable[Reading]) -> MergedGraph:
    """Return all that is merged; `readings` are those of the tables."""
    held = sorted(readings, key=lambda reading: reading.article.id)
    facts, people = told(index, held)
    merged = tuple(sorted(all_facts(index, facts), key=lambda one: one.iri))
    bound = all_ties(index)
    nodes = {node.iri: node for node in (*tied(bound), *persons(index, people), *all_sides(index))}
    return MergedGraph(
        tuple(kept(reading.article) for reading in held), tuple(nodes[iri] for iri in sorted(nodes)), merged, bound
    )


def kept(article: Article) -> Article:
    """Return an article with its text only where the text is kept."""
    return replace(article, text=article.text if article.keep else "")


def told(index: Index, readings: Iterable[Reading]) -> tuple[dict[str, list[Telling]], dict[str, list[Telling]]]:
    """Return the tellings of each fact and of each person, by IRI."""
    homes = dict(index.core.execute("SELECT claim, fact FROM telling"))
    who = dict(index.core.execute("SELECT m.claim, p.iri FROM mention m JOIN person p ON p.id = m.person"))
    facts: dict[str, list[Telling]] = defaultdict(list)
    people: dict[str, list[Telling]] = defaultdict(list)
    for reading in readings:
        own = tellings_of([reading])
        for telling in own:
            if not isinstance(telling.fact, Person):
                facts[homes[tail(telling.claim)]].append(telling)
        for mention in mentions(own, {}):
            people[who[tail(mention.telling.claim)]].append(mention.telling)
    return facts, people


def all_facts(index: Index, tellings: Mapping[str, list[Telling]]) -> Iterator[MergedFact]:
    """Yield all facts."""
    people = {iri: person(*told) for iri, *told in index.rows("SELECT iri, name, country, also FROM person")}
    for iri, kind, state in index.rows(
        "SELECT f.iri, LOWER(b.kind), f.state FROM fact f JOIN block b ON b.id = f.block"
    ):
        yield fact(iri, kind, weighing.read(state), people, tellings.get(iri, ()))


def fact(
    iri: str, kind: str, state: weighing.State, people: Mapping[str, Person], tellings: Iterable[Telling] = ()
) -> MergedFact:
    """Return a fact of the tables; `people` are the canonical persons by IRI."""
    merged = weighing.fact(kind, state, people)
    standing = zip(people_slots(kind), state.people, strict=False)
    nodes = tuple(sorted({*standing, *side_nodes(merged)}))
    ordered = sorted(tellings, key=place)
    return MergedFact(iri, kind, merged, nodes, tuple(ordered), state.choices, state.derived)


def place(telling: Telling) -> tuple[str, int, int, str]:
    """Return where a telling stands: by article, then in text order."""
    first = telling.evidence[0] if telling.evidence else None
    return telling.article, first.start if first else 0, first.end if first else 0, telling.claim


def canonical(index: Index, iris: Iterable[str]) -> dict[str, Person]:
    """Return canonical persons by IRI."""
    rows = ((iri, index.one("SELECT name, country, also FROM person WHERE iri = ?", iri)) for iri in iris)
    return {iri: person(*row) for iri, row in rows if row}


def person(name: str, country: str | None, also: str) -> Person:
    """Return a canonical person."""
    return Person(name, plain.read_key(also), country)


def persons(index: Index, tellings: Mapping[str, list[Telling]]) -> Iterator[Node]:
    """Yield a node for each person."""
    for iri in index.texts("SELECT iri FROM person"):
        own = tuple(sorted(tellings.get(iri, ()), key=lambda one: (one.article, one.claim)))
        found = one_person(index, iri)
        if found:
            yield replace(found, tellings=own)


def one_person(index: Index, iri: str) -> Node | None:
    """Return the node of a person without tellings, or None where no article names them."""
    row = index.one("SELECT name, country, also FROM person WHERE iri = ?", iri)
    return Node(iri, "person", row[0], plain.read_key(row[2]), row[1]) if row else None


def own_tellings(read: Read, rows: Iterable[tuple[str, str]]) -> list[Telling]:
    """Return the tellings of some claims, given as (article, end of the claim's IRI)."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for article, claim in rows:
        wanted[article].add(claim)
    found: list[Telling] = []
    for article, those in sorted(wanted.items()):
        reading = read(article)
        own = tellings_of([reading]) if reading else ()
        told = {*own, *(mention.telling for mention in mentions(own, {}))}
        found += sorted((one for one in told if tail(one.claim) in those), key=lambda one: one.claim)
    return found


def light_fact(index: Index, iri: str) -> MergedFact | None:
    """Return a fact without its tellings, or None where there is none."""
    row = index.one("SELECT LOWER(b.kind), f.state FROM fact f JOIN block b ON b.id = f.block WHERE f.iri = ?", iri)
    if row is None:
        return None
    state = weighing.read(row[1])
    return fact(iri, row[0], state, canonical(index, state.people))


def one_fact(index: Index, iri: str, read: Read) -> MergedFact | None:
    """Return a fact with its tellings, or None where there is none; `read` gives what an article says."""
    found = light_fact(index, iri)
    told = index.rows("SELECT a.name, t.claim FROM telling t JOIN article a ON a.id = t.article WHERE t.fact = ?", iri)
    return replace(found, tellings=tuple(sorted(own_tellings(read, told), key=place))) if found else None


def one_node(index: Index, iri: str, read: Read) -> Node | None:
    """Return a person with their tellings, or a polity or body, or None where no article names it."""
    found = one_person(index, iri)
    if found is None:
        return side(index, iri)
    told = index.rows(
        "SELECT a.name, m.claim FROM mention m JOIN article a ON a.id = m.article JOIN person p ON p.id = m.person"
        " WHERE p.iri = ?",
        iri,
    )
    return replace(found, tellings=tuple(own_tellings(read, told)))


def all_sides(index: Index) -> Iterator[Node]:
    """Yield a node for each polity and body that an article names."""
    for iri in index.texts("SELECT DISTINCT iri FROM side"):
        found = side(index, iri)
        if found:
            yield found


def side(index: Index, iri: str) -> Node | None:
    """Return the node of a polity or body with all its spellings, or None where no article names it."""
    rows = index.rows("SELECT name, kind FROM side WHERE iri = ? ORDER BY name, kind", iri)
    if not rows:
        return None
    name, kind = rows[0]
    return sides.node(Body(name) if kind == "Body" else Polity(name), {name for name, _ in rows})


def all_ties(index: Index) -> tuple[Tie, ...]:
    """Return what leaders tie, sorted by IRI."""
    found: dict[ties.Ends, set[str]] = defaultdict(set)
    for kind, a, b, iri in index.rows(
        "SELECT DISTINCT d.kind, d.a, d.b, t.fact FROM tied d JOIN telling t ON t.id = d.telling"
    ):
        found[kind, a, b].add(iri)
    made = (ties.tie(*ends, facts) for ends, facts in found.items())
    return tuple(sorted(made, key=lambda one: one.iri))


def tied(found: Iterable[Tie]) -> list[Node]:
    """Return a node for each end of a tie that no fact names but by a label in a title."""
    concepts = {iri: load().by_iri(iri) for tie in found for iri in (tie.a, tie.b)}
    return [sides.of_concept(concept, set()) for concept in concepts.values() if concept]
