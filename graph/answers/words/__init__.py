"""The words of explanations, by language: data in `vi.toml` and `en.toml`, and labels of the vocabulary."""

import tomllib
from dataclasses import fields
from functools import cache
from importlib import resources

from graph import sides
from ontology.errors import UsageError
from ontology.facts import Body, Fact, Person, Place, Polity
from ontology.slots import SLOTS
from ontology.vocabulary import load

Words = dict[str, dict[str, str]]


@cache
def words(language: str) -> Words:
    """Load the words of a language; raises UsageError where there are none.

    >>> words("en")["kinds"]["meeting"]
    'meeting'
    """
    file = resources.files("graph.answers.words").joinpath(f"{language}.toml")
    if not language.isalpha() or not file.is_file():
        raise UsageError(f"language {language!r}", "we have no words in it", "use vi or en")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def told(fact: Fact, language: str) -> dict[str, str]:
    """Return what a fact says: the words of each slot that it tells."""
    return {f.name: value(fact, f.name, language) for f in fields(fact) if getattr(fact, f.name) not in (None, ())}


def listed(said: dict[str, str], language: str) -> str:
    """Write slots and their values on one line."""
    return "; ".join(f"{words(language)['slots'][name]}: {text}" for name, text in said.items())


def value(fact: Fact, slot: str, language: str) -> str:
    """Return the words of one slot."""
    said = getattr(fact, slot)
    scheme = next(s.scheme for s in SLOTS[type(fact)] if s.name == slot)
    if isinstance(said, tuple) and scheme:
        return ", ".join(concept(scheme, notation, language) for notation in said)
    if isinstance(said, tuple):
        return " – ".join(label(side, language) for side in said)
    if isinstance(said, Polity | Body | Place):
        return label(said, language)
    if isinstance(said, Person):
        return said.name
    if slot == "country":
        return label(Polity(said), language)
    return concept(scheme, str(said), language) if scheme else str(said)


def concept(scheme: str, notation: str, language: str) -> str:
    """Return the label of a concept in a language, or the notation where the scheme does not have it."""
    found = load().find(scheme, notation)
    return found.label(language) if found else notation


def label(side: Polity | Body | Place, language: str) -> str:
    """Return the name of a polity, body or place in a language, or as written."""
    concept = sides.concept(side)
    return concept.label(language) if concept else side.name
