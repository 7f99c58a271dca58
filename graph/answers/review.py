"""Doubtful pairs in words and as a table, and the judgements that answer them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from graph.answers.words import label, words
from graph.model import Telling
from graph.people.doubts import Doubt, doubts
from graph.people.judgements import COLUMNS, SIDES, Judgement, Named, Verdicts, standing, withdrawal
from graph.people.mentions import mentions, tellings_of
from graph.people.posts import post
from graph.people.resolver import Resolver
from ontology.errors import UsageError
from ontology.facts import Office, Polity

if TYPE_CHECKING:
    from graph.store import GraphStore

ANSWERS = {"s": "same", "n": "different", "u": "unsure"}
QUIT = "q"


def doubtful(store: "GraphStore") -> list[Doubt]:
    """Return the doubtful pairs of a store, the most useful first."""
    readings = list(store.readings())
    articles = {reading.article.id: reading.article for reading in readings}
    who = Resolver(mentions(tellings_of(readings), articles), store.judged())
    who.resolve()
    titles: dict[str, str] = {}
    for fact in (claim.fact for reading in readings for claim in reading.claims):
        if isinstance(fact, Office):
            key = post(fact.title)
            titles[key] = min(titles.get(key, fact.title), fact.title)
    return doubts(who, titles)


def lines(found: Sequence[Doubt], store: "GraphStore", language: str) -> Iterator[str]:
    """Yield the pairs with their numbers, each in words with a sentence for either side."""
    if not found:
        yield words(language)["doubts"]["nobody"]
    for number, one in enumerate(found, 1):
        yield f"{number}. " + "\n   ".join(told(one, store, language))


def told(one: Doubt, store: "GraphStore", language: str) -> Iterator[str]:
    """Yield the lines that tell a pair."""
    yield f"{shown(one.first, language)} ? {shown(one.second, language)}"
    yield f"{one.score:.2f}: {why(one, language)}"
    yield from (context(telling, store, language) for telling in one.contexts)


def why(one: Doubt, language: str) -> str:
    """Tell in words what the score of a pair is made of."""
    say = words(language)["doubts"]
    land, other = (label(Polity(side.country), language) for side in (one.first, one.second))
    parts = [say[one.alike].format(likeness=one.likeness), say[one.countries].format(land=land, other=other)]
    parts += [say[f"post_{one.offices}"], *([say["together"]] if one.together else [])]
    return f"{', '.join(parts)}; {say['joined' if one.joined else 'apart']}"


def shown(who: Named, language: str) -> str:
    """Write whom a judgement speaks of: the name, the country, the post."""
    land = label(Polity(who.country), language) if who.country else "?"
    place = label(Polity(who.of), language) if who.of else ""
    return f"{who.name} ({', '.join(filter(None, (land, ' '.join(filter(None, (who.title, place))))))})"


def context(telling: Telling, store: "GraphStore", language: str) -> str:
    """Return the first sentence of a telling, with its article."""
    reading = store.reading(telling.article)
    published = reading.article.published if reading else None
    quote = " ".join(telling.evidence[0].quote.split()) if telling.evidence else ""
    date = f" ({published})" if published else ""
    return words(language)["says"]["quote"].format(article=telling.article, published=date, quote=quote)


def table(found: Iterable[Doubt], store: "GraphStore", language: str) -> Iterator[str]:
    """Yield the lines of a table: all judgements in force, then the pairs that wait for a verdict, to be filled in."""
    yield "\t".join((*COLUMNS, "score", "why", "context", "other_context")) + "\n"
    for judged in standing(store.judged()):
        yield row(judged.first, judged.second, [judged.verdict, judged.date, judged.by, judged.note])
    for one in found:
        contexts = [context(telling, store, language) for telling in one.contexts]
        yield row(one.first, one.second, ["", "", "", "", f"{one.score:.2f}", why(one, language), *contexts])


def row(first: Named, second: Named, more: Sequence[str]) -> str:
    """Write one line of a table."""
    cells = [getattr(side, field.name) for side in (first, second) for field in fields(Named)]
    assert len(cells) == len(SIDES)  # noqa: S101 - the heading and the lines are made of the same
    return "\t".join(" ".join(cell.split()) for cell in (*cells, *more)) + "\n"


def applied(judged: Iterable[Judgement], store: "GraphStore", date: str, by: str) -> list[Judgement]:
    """Return what is new in judgements of a table, dated and signed where they are not."""
    known = {one.pair: one.verdict for one in standing(store.judged())}
    signed = [replace(one, date=one.date or date, by=one.by or by) for one in judged]
    return [one for one in signed if known.get(one.pair, "withdrawn") != one.verdict]


def asked(
    found: Iterable[Doubt], store: "GraphStore", language: str, sign: tuple[str, str], answer: Callable[[str], str]
) -> Iterator[Judgement]:
    """Yield a judgement for each pair that is answered; what follows from one is not asked. `sign` is date and name."""
    log = list(store.judged())
    for one in found:
        if Verdicts(log).answer(one.first, one.second):
            continue
        said = answer("\n   ".join(told(one, store, language)))
        if said == QUIT:
            return
        if said in ANSWERS:
            log.append(Judgement(one.first, one.second, ANSWERS[said], *sign))
            yield log[-1]


def numbered(store: "GraphStore") -> list[Judgement]:
    """Return the judgements in force, the newest last."""
    force, newest = standing(store.judged()), {one.pair: n for n, one in enumerate(store.judged())}
    return sorted(force, key=lambda one: newest[one.pair])


def judged_lines(store: "GraphStore", language: str) -> Iterator[str]:
    """Yield the judgements in force with their numbers."""
    say = words(language)["verdicts"]
    for number, one in enumerate(numbered(store), 1):
        first, second = shown(one.first, language), shown(one.second, language)
        yield f"{number}. " + say["judged"].format(
            first=first, second=second, verdict=say[one.verdict], by=one.by, date=one.date
        )


def withdrawn(store: "GraphStore", number: int, date: str, by: str) -> Judgement:
    """Return the withdrawal of a judgement by its number, 0 for the newest; raises UsageError."""
    force = numbered(store)
    if not force or number > len(force):
        wrong = "there is no judgement of that number" if force else "there is no judgement"
        raise UsageError(f"--undo {number}", wrong, "see the numbers with review --judged")
    return withdrawal(force[number - 1], date, by)
