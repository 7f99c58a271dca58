"""The named queries of `sparql/`: what each answers, its parameters, and asking it.

A query is a file of plain SPARQL. Its comments say what it answers, in the first line, and its
parameters: `# param person (person): who`, `(person, needed)`, `(text = vi)` with what it is if unsaid.
A line `#? person: PATTERN` counts when `person` is given, a line `#- person other: PATTERN` when
neither is. What the user writes reaches the engine only as a term that the engine's library has written.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import pyoxigraph as ox

from graph.answers import lookup
from graph.answers.asked import Asked, Result
from ontology.errors import UsageError

PARAM = re.compile(r"^# param (\w+) \((\w+)(, needed| = (?P<default>\w+))?\): (.+)$", re.MULTILINE)
GIVEN = re.compile(r"^( *)#\? (\w+):(.*)$", re.MULTILINE)
UNSAID = re.compile(r"^( *)#- ([\w ]+):(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query; `kind` is person, side, thing or text."""

    name: str
    kind: str
    needed: bool
    default: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named query: what it answers, its parameters, and its SPARQL."""

    name: str
    answers: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> dict[str, Question]:
    """Return all named queries by name, sorted."""
    files = [f for f in resources.files("graph.answers").joinpath("sparql").iterdir() if f.name.endswith(".rq")]
    read = [question(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in files]
    return {one.name: one for one in sorted(read, key=lambda one: one.name)}


def named() -> tuple[str, ...]:
    """Return the names of the named queries.

    >>> "met" in named(), "ties" in named()
    (True, True)
    """
    return tuple(questions())


def question(name: str, text: str) -> Question:
    """Read one file."""
    parameters = tuple(Parameter(m[1], m[2], m[3] == ", needed", m["default"], m[5]) for m in PARAM.finditer(text))
    return Question(name, text.splitlines()[0].removeprefix("# "), parameters, text)


def ask(store: Asked, name: str, **params: str) -> Result:
    """Ask a named query; raises UsageError for an unknown name or parameter, a missing one, or an unknown thing."""
    asked = known(name)
    check(asked, params)
    return store.query(filled(store, asked, params))


def known(name: str) -> Question:
    """Return the named query of a name; raises UsageError for an unknown one."""
    asked = questions().get(name)
    if asked is None:
        raise UsageError(f"--name {name}", "there is no such named query", f"use one of {', '.join(named())}")
    return asked


def check(asked: Question, params: dict[str, str]) -> None:
    """Refuse parameters that a query does not have, and the lack of one that it needs."""
    known = [p.name for p in asked.parameters]
    for name in sorted(params):
        if name not in known:
            raise UsageError(f"--param {name}", f"{asked.name} has no such parameter", f"it has {', '.join(known)}")
    for parameter in asked.parameters:
        if parameter.needed and not params.get(parameter.name):
            mend = f"give --param {parameter.name}=… ({parameter.note})"
            raise UsageError(f"--name {asked.name}", f"it needs {parameter.name}", mend)


def filled(store: Asked, asked: Question, params: dict[str, str]) -> str:
    """Return a query with the values of its parameters."""
    terms: dict[str, str] = {}
    sparql = asked.sparql
    for parameter in asked.parameters:
        value = params.get(parameter.name)
        if parameter.default is not None:
            sparql = sparql.replace(f'"{parameter.default}"', str(ox.Literal(value or parameter.default)))
        elif value and parameter.kind == "text":
            terms[parameter.name] = str(ox.Literal(value))
        elif value:
            terms[parameter.name] = lookup.values(lookup.find(store, value, parameter.kind))
    return opened(sparql, terms)


def opened(sparql: str, terms: dict[str, str]) -> str:
    """Open the lines that count.

    >>> opened("  #? who: ?x a ?who .", {"who": "<https://example.org/y>"})
    '  VALUES ?who { <https://example.org/y> } ?x a ?who .'
    """

    def given(match: re.Match[str]) -> str:
        indent, name, pattern = match.groups()
        return f"{indent}VALUES ?{name} {{ {terms[name]} }}{pattern}" if name in terms else ""

    def unsaid(match: re.Match[str]) -> str:
        indent, those, pattern = match.groups()
        return indent + pattern.strip() if not terms.keys() & set(those.split()) else ""

    return UNSAID.sub(unsaid, GIVEN.sub(given, sparql))
