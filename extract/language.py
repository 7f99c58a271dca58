"""One language's folder, read: its words, dates, names, sentences and shapes. The only file that opens it."""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.finders.dates import DateFinder
from extract.sources import wording
from extract.tokens.lexicon import Lexicon
from extract.tokens.sentences import SentenceRules
from extract.tokens.text import key
from ontology import vocabulary
from ontology.errors import DataError
from ontology.vocabulary import Concept

FOLDER = Path(__file__).parent / "languages"
# What a concept's kind is to the grammar of names and titles.
KINDS = {
    "Title": "title",
    "TitleModifier": "modifier",
    "MilitaryRank": "honorific",
    "Style": "honorific",
    "Country": "country",
    "FormerCountry": "country",
    "City": "city",
    "Province": "city",
    "Bloc": "bloc",
    "BodyNoun": "bodynoun",
    "Portfolio": "portfolio",
    "Decoy": "decoy",
}
SCHEMES = ("titles", "polities", "organisations", "portfolios")
# "His counterpart": a post that is whatever post the other one holds.
PEER = Concept("", "titles", "", "Peer", (), ())
# A country's full name ("cộng hòa nhân dân Trung Hoa") is longer, in words, and opens small, too.
SHORT = 2
# Names want a capital; words for offices and kinds of body are also written without one.
# A continent is written with a small letter too ("châu Mỹ"), and is no country then either.
SMALL = {"title", "modifier", "honorific", "bodynoun", "portfolio", "decoy"}


@dataclass(frozen=True, slots=True)
class Names:
    """How a language writes names of people; every word by its key.

    `home` is the ISO code of the country that native names without another belong to, `special` those with which
    it has a special relationship; `halves` are the two states of one divided land.
    """

    home: str
    special: frozenset[str]
    halves: tuple[str, ...]
    pronouns: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    womens: frozenset[str]
    plain: frozenset[str]
    voices: frozenset[str]
    placelike: frozenset[str]
    dashed: frozenset[str]
    foreign_surnames: frozenset[str]
    surnames: frozenset[str]
    particles: frozenset[str]
    sons: frozenset[str]
    tails: frozenset[str]
    never: frozenset[str]
    credits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language, ready to read."""

    code: str
    lexicon: Lexicon
    dates: DateFinder
    sentences: SentenceRules
    datelines: re.Pattern[str]
    names: Names
    shapes: tuple[Mapping[str, Any], ...]
    settings: Mapping[str, Any]


@functools.cache
def load(code: str) -> Language:
    """Read and compile a language by its code; raises DataError naming the file that is wrong."""
    folder = FOLDER / code
    if not folder.is_dir():
        known = ", ".join(sorted(p.name for p in FOLDER.iterdir() if p.is_dir()))
        raise DataError(f"language {code!r}", "is not known", f"take one of: {known}")
    names, words, dates, sentences, text = (
        toml(folder / f"{part}.toml") for part in ("names", "words", "dates", "sentences", "text")
    )
    return Language(
        code,
        lexicon(code, words["classes"], names),
        DateFinder(dates["pieces"], dates["date"], dates["relative"]),
        SentenceRules(
            frozenset(key(a) for a in sentences["abbreviations"]),
            tuple(key(t) for t in sentences["teasers"]),
            tuple(key(c) for c in sentences["captions"]),
            tuple(key(c) for c in sentences["credits"]),
            frozenset(key(f) for f in text["footers"]["lines"]),
            frozenset(key(f) for f in text["headers"]["labels"]),
            wording.load(code).dated,
        ),
        re.compile(sentences["datelines"]),
        Names(
            names["home"],
            frozenset(names["special"]),
            tuple(names["halves"]),
            *(
                frozenset(key(n) for n in names[part])
                for part in (
                    "pronouns",
                    "men",
                    "women",
                    "womens",
                    "plain",
                    "voices",
                    "placelike",
                    "dashed",
                    "foreign_surnames",
                    "surnames",
                    "particles",
                    "sons",
                    "tails",
                    "never",
                    "credits",
                )
            ),
        ),
        tuple(shape for path in sorted((folder / "shapes").glob("*.toml")) for shape in shapes(path)),
        words,
    )


def toml(path: Path) -> dict[str, Any]:
    """Read one file of a language; raises DataError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(str(path), f"cannot be read ({error})", "mend the file at that line") from error


def shapes(path: Path) -> list[dict[str, Any]]:
    """Read the shapes of one file: a list of tables a kind of fact, each knowing its file."""
    return [{**table, "fact": kind, "file": path.name} for kind, tables in toml(path).items() for table in tables]


def lexicon(code: str, classes: Mapping[str, list[str]], names: Mapping[str, Any]) -> Lexicon:
    """Compile the vocabulary's labels and the language's words for one scan."""
    result = Lexicon()
    known = vocabulary.load()
    for scheme in SCHEMES:
        for concept in known.concepts(scheme):
            kind = KINDS.get(concept.kind, "body")
            capital = kind not in SMALL or (kind == "bodynoun" and concept.get("ambiguous") is not None)
            for label in spoken(concept, code):
                full = kind == "country" and label[0].isupper() and len(label.split()) > SHORT
                proper = capital and not full
                result.add(label, [kind], concept, capital=proper)
    for surname in names["surnames"]:
        result.add(surname, ["surname"], capital=True)
    for short, notation in names["short"].items():
        polity = known.find("polities", notation)
        if polity is not None:
            result.add(short, ["short"], polity, capital=True)
    for name, members in classes.items():
        for word in members:
            result.add(word, [name], PEER if name == "peer" else None)
    return result.compile()


def spoken(concept: Concept, code: str) -> list[str]:
    """Return the labels that texts of a language can hold: its own, and foreign proper names."""
    named = concept.scheme in ("polities", "organisations") and concept.kind not in ("BodyNoun", "Decoy")
    labels = [label for language, label in concept.labels if language == code or (named and language == "en")]
    if concept.kind == "Bloc":
        labels.append(concept.notation)
    return sorted(set(labels))
