"""Merged facts as PLOVER records, one a line: what took place, and apart from it what is only announced.

What PLOVER cannot hold is left out and counted: what was called off, what no article dates to a year, and what is no
event. `codebook.toml` says which fact is which event.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import sides
from graph.model import MergedFact, MergedGraph
from graph.plover.actors import Actors
from graph.plover.codebook import codebook
from graph.writing.description import bounds
from graph.writing.whole import whole
from ontology.dates import Date
from ontology.facts import Agreement, Meeting, Place, Visit
from ontology.terms import VERSION

if TYPE_CHECKING:
    from graph.store import GraphStore

Record = dict[str, Any]


def write(store: "GraphStore", path: Path) -> str:
    """Write the events of a store as JSON Lines, and say how many, and what was left out; raises OSError."""
    events = Events(store.merged())
    records = sorted(events.records(), key=lambda record: (record["date"], record["id"]))
    with whole(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    out = ", ".join(f"{count} {why}" for why, count in sorted(events.left_out.items()))
    return f"{len(records)} events" + (f"; left out: {out}" if out else "")


class Events:
    """The events of a graph; `left_out` counts what is none, by the reason."""

    def __init__(self, graph: MergedGraph) -> None:
        """Note the actors and articles."""
        self.graph, self.actors = graph, Actors(graph)
        self.articles = {article.id: article for article in graph.articles}
        self.left_out: Counter[str] = Counter()

    def records(self) -> Iterator[Record]:
        """Yield the records, in the order of the facts."""
        for fact in self.graph.facts:
            event, (first, last) = category(fact), bounds(dates(fact))
            if event is None:
                self.left_out["of kinds that are no events"] += 1
            elif not event:
                self.left_out["called off, or not told to be signed"] += 1
            elif first is None or last is None:
                self.left_out["without a year"] += 1
            else:
                days = {"date": first.isoformat(), "enddate": last.isoformat() if last > first else None}
                yield {name: value for name, value in self.record(fact, event, days).items() if value}

    def record(self, fact: MergedFact, event: str, days: Record) -> Record:
        """Return one record; what is untold in it is empty."""
        source, recipient = self.sides(fact, event)
        scale = codebook()["events"][event]
        return {
            "id": fact.iri,
            **days,
            "date_told": told(fact),
            "source": source,
            "recipient": recipient,
            "event": [event],
            "mode": [mode] if (mode := self.mode(fact, event, source)) else [],
            "context": contexts(fact),
            "event_loc": location(place(fact)),
            "quad_code": scale["quad"],
            "event_scale": scale["scale"],
            **self.proof(fact),
            "fact": fact.kind,
            **{name: getattr(fact.fact, name, None) for name in ("status", "form", "rank", "kind", "name", "level")},
            "topics": list(getattr(fact.fact, "topics", ())),
        }

    def sides(self, fact: MergedFact, event: str) -> tuple[list[Record], list[Record]]:
        """Return who acts and towards whom: a visitor towards the host; of equals all act, and COOPERATE is mutual."""
        if isinstance(fact.fact, Visit):
            who = "visitor" if fact.fact.visitor else "origin"
            return self.actors.of(fact, who), self.actors.of(fact, "destination")
        all_of = self.actors.of(fact, "a", "b", "party")
        return all_of, all_of if event == codebook()["material"]["event"] else []

    def mode(self, fact: MergedFact, event: str, source: list[Record]) -> str:
        """Return how two consulted: on a visit, from afar, or in a third country; nothing where that is untold."""
        modes = codebook()["modes"]
        if event != "CONSULT":
            return ""
        if isinstance(fact.fact, Visit):
            return str(modes["visit"])
        if (form := getattr(fact.fact, "form", None)) in modes:
            return str(modes[form])
        lands = {actor.get("code") for actor in source}
        land = location(place(fact)).get("cc3")
        return str(modes["third"]) if land and None not in lands and land not in lands else ""

    def proof(self, fact: MergedFact) -> Record:
        """Return the first sentence that tells a fact, where it stands, and all articles that tell it."""
        told_in = sorted({telling.article for telling in fact.tellings})
        found = next(((t.article, e) for t in fact.tellings for e in t.evidence), None)
        if found is None:
            return {}
        article = self.articles[found[0]]
        cite = {
            "citation": article.id,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "publication": article.source,
            "coder": f"banggiao {VERSION}",
            "codebook": codebook()["codebook"],
        }
        return {
            "text": found[1].quote,
            "text_info": {"start": found[1].start, "end": found[1].end},
            "cite_info": {name: value for name, value in cite.items() if value},
            "articles": told_in,
        }


def category(fact: MergedFact) -> str | None:
    """Return the event that a fact is: None where its kind is none, empty where it is not known to have come about."""
    table = codebook()["facts"].get(fact.kind)
    if table is None:
        return None
    event, material = str(table.get(getattr(fact.fact, "status", None) or "untold", "")), codebook()["material"]
    if isinstance(fact.fact, Agreement) and fact.fact.kind in material["kinds"] and event == "SUPPORT":
        return str(material["event"]) if {*contexts(fact)} & {*material["contexts"]} else event
    return event


def contexts(fact: MergedFact) -> list[str]:
    """Return what an event is about, and that it lies ahead."""
    table, future = codebook(), codebook()["future"]
    found = {one for topic in getattr(fact.fact, "topics", ()) for one in table["contexts"].get(topic, ())}
    found |= {future["context"]} if getattr(fact.fact, "status", None) in future["statuses"] else set()
    found |= {"diplomatic"} if fact.kind == "relation" else set()
    return sorted(found)


def dates(fact: MergedFact) -> list[Date]:
    """Return the dates of a fact in their order."""
    said = [getattr(fact.fact, name, None) for name in ("date", "since", "start", "end")]
    return [date for date in said if isinstance(date, Date)]


def told(fact: MergedFact) -> str:
    """Return the date of a fact as it is told, in EDTF: a stay from its start to its end."""
    said = list(dict.fromkeys(str(date) for date in dates(fact)))
    return "/".join(said) if not any("/" in one for one in said) else said[0]


def place(fact: MergedFact) -> Place | None:
    """Return where a fact took place."""
    if isinstance(fact.fact, Meeting):
        return fact.fact.place
    return Place(fact.fact.destination.name) if isinstance(fact.fact, Visit) else None


def location(where: Place | None) -> Record:
    """Return a place with the code of its country, where it is known.

    >>> location(Place("Vientiane"))
    {'name': 'Vientiane', 'cc3': 'LAO'}
    """
    known = sides.concept(where) if where else None
    name = known.label("en") if known else where.name if where else ""
    found = {"name": name, "cc3": sides.country(known) if known else None}
    return {key: value for key, value in found.items() if value}
