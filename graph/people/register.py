"""Who is who, kept in the tables: what an article says of its people resolves again only those who are near them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graph.index import former, plain
from graph.index.index import Index
from graph.index.tellings import evidence, tail
from graph.model import Telling
from graph.people import judgements, near
from graph.people.candidates import Reason
from graph.people.judgements import Judgement
from graph.people.profiles import Profiles
from graph.people.resolver import Resolver
from graph.people.spellings import Mention, common, fullest, profile, usual
from ontology.dates import Date
from ontology.facts import Evidence, Person


class People:
    """The people of the tables, with what has changed since they were last settled."""

    def __init__(self, index: Index, judged: Sequence[Judgement] = ()) -> None:
        """Begin with no change but what people have judged anew."""
        self.index, self.judged = index, judged
        self.counted: set[int] = set()  # profiles told more or less often
        self.broken: set[int] = set()  # told in another way than before
        self.lost: set[int] = set()  # not told any more in one of the ways
        self.around: set[int] = set()  # near the lost, as they were
        self.moved: set[int] = set()  # articles whose people are others now
        self.people: set[int] = set()  # people who are told otherwise now
        self.left: dict[int | None, list[tuple[str, str]]] = defaultdict(list)  # claims that they were, with articles
        self.profiles = Profiles(index, judged)
        self.judge()

    def judge(self) -> None:
        """Break whom judgements speak of that were not there before, or are gone."""
        lines = list(judgements.lines(judgements.standing(self.judged)))[1:]
        before = set(self.index.texts("SELECT line FROM judged"))
        changed = judgements.parse("".join([*judgements.lines(()), *sorted(before ^ set(lines))]), "judgements")
        for named in (side for one in changed for side in (one.first, one.second)):
            name, country = named.key()[:2]
            rows = self.index.rows(
                "SELECT p.id, p.key FROM near n JOIN profile p ON p.id = n.profile WHERE n.key = ?", f"name {name}"
            )
            self.broken |= {number for number, key in rows if plain.read_key(key)[1] == country}
        self.index.run("DELETE FROM judged")
        self.index.many("INSERT INTO judged VALUES (?)", ((line,) for line in lines))

    def forget(self, article: int) -> None:
        """Take the mentions of an article out."""
        self.meet(article)
        for variant, number, person, told, own in self.index.rows(
            "SELECT v.id, v.profile, m.person, v.told, COUNT(*) FROM mention m JOIN variant v ON v.id = m.variant"
            " WHERE m.article = ? GROUP BY v.id, m.person",
            article,
        ):
            if own >= told and number not in self.lost:
                self.around |= self.profiles.around(number)
                self.lost.add(number)
            self.index.run("UPDATE variant SET told = told - ? WHERE id = ?", own, variant)
            self.call(person, variant, -own)
            self.counted.add(number)
        for person, claim, name in self.index.rows(
            "SELECT m.person, m.claim, a.name FROM mention m JOIN article a ON a.id = m.article WHERE a.id = ?", article
        ):
            self.left[person].append((claim, name))
        self.index.run("DELETE FROM mention WHERE article = ?", article)

    def take(self, article: int, mentions: Iterable[Mention]) -> dict[Person, int]:
        """Put the mentions of an article in; return the numbers of its people's variants."""
        numbers: dict[Person, int] = {}
        for mention in mentions:
            number = self.index.id("profile", "key", plain.written(profile(mention)))
            numbers[mention.person] = variant = self.variant(number, mention)
            person = self.who(number, variant)
            start = mention.telling.evidence[0].start if mention.telling.evidence else 0
            self.index.run("UPDATE variant SET told = told + 1 WHERE id = ?", variant)
            self.call(person, variant, 1)
            self.index.run(
                "INSERT INTO mention (article, variant, claim, start, evidence, person) VALUES (?, ?, ?, ?, ?, ?)",
                *(article, variant, tail(mention.telling.claim), start, evidence(mention.telling), person),
            )
            self.counted.add(number)
        self.meet(article)
        return numbers

    def variant(self, number: int, mention: Mention) -> int:
        """Return the number of the way in which a mention tells of its profile; a new way breaks it."""
        said = plain.person(mention.person), plain.posts(mention.posts)
        found = self.index.one("SELECT id FROM variant WHERE profile = ? AND person = ? AND posts = ?", number, *said)
        if found:
            return int(found[0])
        self.broken.add(number)
        self.profiles.forget(number)
        return self.index.run("INSERT INTO variant (profile, person, posts, told) VALUES (?, ?, ?, 0)", number, *said)

    def who(self, number: int, variant: int) -> int | None:
        """Return the person whom a profile so told is, where no other can be meant; else it must be resolved."""
        loose = self.index.one("SELECT loose FROM profile WHERE id = ?", number)
        found = self.index.rows("SELECT person FROM called WHERE variant = ? AND told > 0", variant)
        if loose == (0,) and len(found) == 1:
            return int(found[0][0])
        self.broken.add(number)
        return None

    def call(self, person: int | None, variant: int, times: int) -> None:
        """Count how often a person is told of so."""
        if person is not None:
            self.people.add(person)
            self.index.run(
                "INSERT INTO called VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET told = told + excluded.told",
                *(person, variant, times),
            )

    def meet(self, article: int) -> None:
        """Break profiles that are near each other and both stand in an article: it tells them apart."""
        found = self.index.rows(
            "SELECT DISTINCT v.profile FROM mention m JOIN variant v ON v.id = m.variant WHERE m.article = ?", article
        )
        for mine, theirs in combinations([number for (number,) in found], 2):
            if near.near(self.profiles.get(mine), self.profiles.get(theirs)):
                self.broken |= {mine, theirs}

    def settle(self) -> tuple[set[int], set[str]]:
        """Resolve again who has changed; return the articles whose people are others now, and the people's IRIs."""
        for number in self.counted:
            self.count(number)
        self.broken |= self.lost
        for number in self.broken:
            self.profiles.expose(number)
        close = self.profiles.grow(self.broken | self.around)
        self.assign(close)
        self.index.run("DELETE FROM called WHERE told <= 0")
        self.index.many(
            "DELETE FROM profile WHERE id = ? AND NOT EXISTS (SELECT 1 FROM variant WHERE profile = profile.id)",
            ((number,) for number in close),
        )
        return self.moved, {iri for person in self.people for iri in self.name(person)}

    def count(self, number: int) -> None:
        """Find the usual spelling of a profile; another than before breaks it."""
        self.index.run("DELETE FROM variant WHERE profile = ? AND told <= 0", number)
        self.profiles.forget(number)
        told = self.index.rows("SELECT person, told FROM variant WHERE profile = ?", number)
        spelling = usual(counts(told)) if told else None
        if self.index.one("SELECT spelling FROM profile WHERE id = ?", number) != (spelling,):
            self.broken.add(number)
            self.index.run("UPDATE profile SET spelling = ? WHERE id = ?", spelling, number)

    def assign(self, close: set[int]) -> None:
        """Resolve profiles with their mentions."""
        resolver, rows = resolving(self.index, close, self.judged)
        iris = resolver.resolve().iris
        for number in close:
            mine = self.profiles.get(number)
            loose = mine.loose or mine.key in resolver.split
            self.index.run("UPDATE profile SET loose = ? WHERE id = ?", loose, number)
        numbers = {iri: self.index.id("person", "iri", iri) for iri in set(iris.values())}
        for mention, row, article, variant, before in rows:
            now = numbers[iris[mention.key()]]
            if now != before:
                self.call(before, variant, -1)
                self.left[before].append((mention.telling.claim, mention.telling.article))
                self.call(now, variant, 1)
                self.index.run("UPDATE mention SET person = ? WHERE id = ?", now, row)
                self.moved.add(article)

    def name(self, person: int) -> Iterator[str]:
        """Write the name, the country and the spellings of a person; yield the IRI where that is new."""
        iri, *before = self.index.one("SELECT iri, name, country, also FROM person WHERE id = ?", person) or ("",)
        told = self.index.rows(
            "SELECT v.person, c.told FROM called c JOIN variant v ON v.id = c.variant WHERE c.person = ?", person
        )
        if not told:
            former.note(self.index, iri, self.left.get(person, ()))
            self.index.run("DELETE FROM person WHERE id = ?", person)
            yield iri
            return
        name = fullest(counts(told))
        those = [plain.read_person(one) for one, _ in told]
        country = common(countries(told))
        also = sorted({spelling for one in those for spelling in (one.name, *one.also)} - {name})
        now = [name, country, plain.written(also)]
        if now != before:
            self.index.run("UPDATE person SET name = ?, country = ?, also = ? WHERE id = ?", *now, person)
            yield iri


def countries(told: Iterable[tuple[str, int]]) -> Counter[str]:
    """Count the countries that somebody is told to be of."""
    found: Counter[str] = Counter()
    for person, number in told:
        if country := plain.read_person(person).country:
            found[country] += number
    return found


def counts(told: Iterable[tuple[str, int]]) -> Counter[str]:
    """Count the spellings of a name."""
    found: Counter[str] = Counter()
    for person, number in told:
        found[plain.read_person(person).name] += number
    return found


Placed = tuple[Mention, int, int, int, int | None]  # a mention, its row, article and variant, and who it is so far


def resolving(index: Index, profiles: Iterable[int], judged: Sequence[Judgement]) -> tuple[Resolver, list[Placed]]:
    """Return a resolver of profiles that no others are near, and their mentions."""
    found: list[Placed] = []
    for row, article, variant, before, name, published, claim, start, said, posts in index.rows(
        "SELECT m.id, m.article, m.variant, m.person, a.name, a.published, m.claim, m.start, v.person, v.posts"
        " FROM variant v JOIN mention m ON m.variant = v.id JOIN article a ON a.id = m.article"
        " WHERE v.profile IN (SELECT value FROM json_each(?))",
        plain.written(sorted(profiles)),
    ):
        person = plain.read_person(said)
        telling = Telling(name, claim, person, (Evidence("", start, start),))
        mention = Mention(telling, person, plain.read_posts(posts), Date(published) if published else None)
        found.append((mention, row, article, variant, before))
    return Resolver((mention for mention, *_ in found), judged), found


def reasons(index: Index, iri: str, judged: Sequence[Judgement]) -> tuple[Reason, ...]:
    """Return why the spellings of a person are together."""
    mine = index.rows(
        "SELECT DISTINCT v.profile FROM person p JOIN called c ON c.person = p.id JOIN variant v ON v.id = c.variant"
        " WHERE p.iri = ?",
        iri,
    )
    close = Profiles(index, judged).grow(number for (number,) in mine)
    resolver, _ = resolving(index, close, judged)
    return resolver.resolve().reasons.get(iri, ())
