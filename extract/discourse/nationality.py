"""Whose countries people are of: those that their posts name, else those that the text around them tells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.discourse.discourse import Actor, Discourse, country_of
from extract.finders.people import PersonMention
from extract.finders.posts import TitleMention
from extract.tokens.document import Document
from extract.tokens.text import word_key
from ontology.vocabulary import Concept, load

# A country so many tokens before a name is taken for its bearer's.
BESIDE = 10
# A post that somebody else holds in a country speaks against it, but not alone: presidents follow each other.
TAKEN = 0.4
# The owner of a title that only kingdoms have.
KINGDOM = "monarchy"
# Owners of a title that are whatever state its holder's is.
ANY = ("state", KINGDOM)
# How much the country that a whole article speaks of most counts beside one that stands before a name.
SHARE = 0.3
# A list of countries has so many tokens, at most: six of them, and what stands between.
LISTED = 12
# How much a country counts that somebody else is named with.
OTHERS = 0.5


def settle_countries(discourse: Discourse) -> None:
    """Give each actor the country that its posts name most, else, for a native name, the language's own."""
    for actor in discourse.actors:
        votes: Counter[str] = Counter()
        for title, _ in actor.titles:
            for polity in title.polities[-1:]:
                code = country_of(polity)
                if code:
                    votes[code] += 1
            if not title.polities and (told := [*title.lands[-1:]] or owners(title.head)):
                votes[told[-1]] += 1
        if votes:
            actor.country = min(votes, key=lambda c: (-votes[c], c))
        elif actor.native:
            actor.country = discourse.names.home


def stately(title: Concept) -> bool:
    """Tell whether a title's owners, if it has any, are states: no union of theirs, and no body of one."""
    told = title.all("owner")
    return len(told) != 1 or told[0] in ANY or bool(owners(title))


def owners(title: Concept) -> list[str]:
    """Return the country whose post a title is by its own words: an emperor of Japan is Japan's."""
    told = title.all("owner")
    polity = load().find("polities", told[0]) if len(told) == 1 else None
    code = country_of(polity) if polity is not None else None
    return [code] if code else []


def settle_others(discourse: Discourse, mentions: Sequence[PersonMention], objects: str) -> None:
    """Give a country to each foreigner whose posts name none.

    It is the one that the article names with the same post, else the likeliest of those before the name; a word of
    `objects` before a country says where somebody goes, not where they are from.
    """
    foreign = [a for a in discourse.actors if a.country is None and not a.native and not of_blocs(a)]
    told = around(discourse, foreign, mentions, objects)
    held = holders(discourse)
    for actor in foreign:
        actor.country = by_post(discourse, actor, mentions, held) or likeliest(discourse, actor, told[id(actor)], held)
    for actor in foreign:
        actor.country = by_chief(discourse, actor) or actor.country


def of_blocs(actor: Actor) -> bool:
    """Tell whether all posts of somebody are of organisations of states: they stand for none."""
    heads = [title for title, _ in actor.titles if title.head.get("of") != "state"]
    polities = [p for title in heads for p in title.polities]
    owned = any(not stately(title.head) for title in heads)
    return bool(polities or owned) and all(p.kind == "Bloc" for p in polities) and not any(posts(actor))


def union(actor: Actor) -> str | None:
    """Return the union of states for which somebody stands whose posts are all of such."""
    polities = (p.notation for title, _ in actor.titles for p in title.polities if p.kind == "Bloc")
    return next(polities, None) if of_blocs(actor) else None


def by_post(
    discourse: Discourse, actor: Actor, mentions: Iterable[PersonMention], held: set[tuple[str, str]]
) -> str | None:
    """Return the country that the article names with the same post but no name, if there is just one.

    A post `held` there by somebody else is theirs.
    """
    heads = {title.head.notation for title in posts(actor)}
    codes = {
        code
        for mention in mentions
        if not mention.name
        for title in mention.titles
        if title.head.notation in heads
        for polity in title.polities
        if (code := country_of(polity)) and code != discourse.names.home and possible(actor, code)
        if (word_key(title.title), code) not in held
    }
    return codes.pop() if len(codes) == 1 else None


def posts(actor: Actor) -> Iterator[TitleMention]:
    """Yield the posts of states of somebody; a chairman is one only where no body is named."""
    for title, _ in actor.titles:
        owned = title.head.all("owner") and stately(title.head) and not title.bodies and not title.polities
        if owned or title.head.get("of") == "state":
            yield title


def possible(actor: Actor, code: str) -> bool:
    """Tell whether a country has the posts of somebody: a kingdom has no president, few states a chairman."""
    land = load().find("polities", code)
    lacks = land.all("lacks") if land is not None else ()
    heads = [title.head for title in posts(actor)]
    owned = all(code in head.all("owner") for head in heads if len(head.all("owner")) > 1)
    royal = any(KINGDOM in head.all("owner") for head in heads)
    if royal and (land is None or land.get("isMonarchy") is None):
        return False
    return owned and not any(post in head.notation for post in lacks for head in heads)


def holders(discourse: Discourse) -> set[tuple[str, str]]:
    """Return the posts that the article gives to somebody by their country: the post's wording and the country."""
    return {
        (word_key(title.title), code)
        for actor in discourse.actors
        for title in posts(actor)
        for polity in title.polities
        if (code := country_of(polity))
    }


def around(
    discourse: Discourse, actors: Sequence[Actor], mentions: Sequence[PersonMention], objects: str
) -> dict[int, dict[str, float]]:
    """Weigh the foreign countries that stand last before the mentions of people, a first mention twice."""
    told: dict[int, dict[str, float]] = {id(actor): defaultdict(float) for actor in actors}
    sentence_of = discourse.document.sentence_of
    theirs = {token for m in mentions for token in range(m.first, m.last)}
    for mention in mentions:
        actor = discourse.of(mention)
        if actor is None or id(actor) not in told:
            continue
        opening = discourse.document.sentences[max(0, sentence_of[mention.first] - 1)].first
        span = range(mention.first - 1, max(opening, mention.first - BESIDE) - 1, -1)
        away = "" if mention.first and discourse.document.signs[mention.first - 1] in objects else objects
        weight = 2.0 if mention.first == actor.first else 1.0
        free = last_named(discourse, actor, (token for token in span if token not in theirs), away)
        if (code := free or last_named(discourse, actor, span, away)) is not None:
            told[id(actor)][code] += weight if free else weight * OTHERS
    return told


def last_named(discourse: Discourse, actor: Actor, tokens: Iterable[int], away: str) -> str | None:
    """Return the first foreign country of some tokens that can be somebody's.

    After a sign of `away` it is where they go; whoever is met is at home: "went to Russia and met President Putin".
    """
    document, home = discourse.document, discourse.names.home
    for token in tokens:
        concept = document.concepts[token]
        if not isinstance(concept, Concept) or concept.scheme != "polities":
            continue
        code = country_of(concept)
        if code and code != home and possible(actor, code) and not (away and placed(document, token, away)):
            return code
    return None


def placed(document: Document, at: int, away: str) -> bool:
    """Tell whether a country stands behind a sign of `away`, alone or in a list: "went to Laos, Japan and Korea"."""
    for before in range(at - 1, max(-1, at - LISTED), -2):
        concept = document.concepts[before - 1]
        if document.signs[before] in away:
            return True
        if not (isinstance(concept, Concept) and concept.scheme == "polities"):
            return False
    return False


def likeliest(discourse: Discourse, actor: Actor, told: Mapping[str, float], held: set[tuple[str, str]]) -> str | None:
    """Return the country named most before somebody, else the one that the article speaks of most.

    One where somebody else holds the post counts less.
    """
    home = discourse.names.home
    wordings = {word_key(title.title) for title in posts(actor)}
    rivals = [code for code in (*told, *discourse.sides) if code != home and possible(actor, code)]
    weights = discourse.weights
    most = max(weights.values(), default=1)

    def score(code: str) -> float:
        told_ = told.get(code, 0.0) + SHARE * weights.get(code, 0) / most
        return told_ * (TAKEN if any((w, code) in held for w in wordings) else 1.0)

    return max(rivals, key=score, default=None)


def by_chief(discourse: Discourse, actor: Actor) -> str | None:
    """Return the country of whoever somebody serves: "the president's adviser"."""
    chiefs = (discourse.owner.get(title.under) for title, _ in actor.titles if title.under >= 0)
    return next((chief.country for chief in chiefs if chief is not None and chief.country), None)


def city_of(actor: Actor) -> str | None:
    """Return the city or province that a person stands for: one whose only public posts are there."""
    scopes = {title.head.get("of") for title, _ in actor.titles}
    if "state" in scopes or "city" not in scopes:
        return None
    cities = [p.notation for t, _ in actor.titles for p in t.polities if p.kind in ("City", "Province")]
    return cities[0] if cities else None
