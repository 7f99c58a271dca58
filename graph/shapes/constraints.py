"""The kinds of constraint that our shapes use, as SHACL lays them down: what of the values at hand breaks each.

A kind that is not here is refused by `graph/shapes/reading.py`: a shape is never left unchecked in silence.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH, XSD

from graph.shapes.data import NOTHING, Data, Path, Term

# What a check is given: the instance that is looked at, and its values. It yields each value that breaks it,
# or None where they do so together.
Check: TypeAlias = Callable[[Term, Collection[Term]], Iterable[Term | None]]
# A kind of constraint makes its check out of its parameter, the graph, and the classes that its shape targets.
Kind: TypeAlias = Callable[[str, Data, tuple[str, ...]], Check]

KINDS_OF_NODE = {
    str(SH.IRI): (ox.NamedNode,),
    str(SH.BlankNode): (ox.BlankNode,),
    str(SH.Literal): (ox.Literal,),
    str(SH.BlankNodeOrIRI): (ox.BlankNode, ox.NamedNode),
    str(SH.BlankNodeOrLiteral): (ox.BlankNode, ox.Literal),
    str(SH.IRIOrLiteral): (ox.NamedNode, ox.Literal),
}


def each(holds: Callable[[Term], bool]) -> Check:
    """Return a check of each value on its own."""
    return lambda _, values: [value for value in values if not holds(value)]


def least(parameter: str, *_: object) -> Check:
    """Make `sh:minCount`."""
    number = int(parameter)
    return lambda _, values: [None] if len(values) < number else []


def most(parameter: str, *_: object) -> Check:
    """Make `sh:maxCount`."""
    number = int(parameter)
    return lambda _, values: [None] if len(values) > number else []


def of_class(parameter: str, data: Data, _: object) -> Check:
    """Make `sh:class`."""
    instances = data.instances(parameter)
    return each(lambda value: value in instances)


def datatype(parameter: str, *_: object) -> Check:
    """Make `sh:datatype`: a literal of that type, written as the type allows."""

    def holds(value: Term) -> bool:
        return isinstance(value, ox.Literal) and value.datatype.value == parameter and well_typed(value)

    return each(holds)


def node_kind(parameter: str, *_: object) -> Check:
    """Make `sh:nodeKind`."""
    kinds = KINDS_OF_NODE[parameter]
    return each(lambda value: isinstance(value, kinds))


def pattern(parameter: str, *_: object) -> Check:
    """Make `sh:pattern`."""
    found = re.compile(parameter)
    return each(lambda value: (said := text(value)) is not None and found.search(said) is not None)


def shortest(parameter: str, *_: object) -> Check:
    """Make `sh:minLength`."""
    number = int(parameter)
    return each(lambda value: (said := text(value)) is not None and len(said) >= number)


def at_least(parameter: str, *_: object) -> Check:
    """Make `sh:minInclusive`; our shapes bound whole numbers only."""
    lowest = ox.Literal(int(parameter))
    return each(lambda value: before(lowest, value, equal=True))


def less(*, equal: bool) -> Kind:
    """Return what makes `sh:lessThan`, or `sh:lessThanOrEquals`."""

    def kind(parameter: str, data: Data, targets: tuple[str, ...]) -> Check:
        path: Path = (parameter,)
        others = data.values(targets, path)

        def check(focus: Term, values: Collection[Term]) -> Iterator[Term]:
            for other in others.get(focus, NOTHING):
                yield from (value for value in values if not before(value, other, equal=equal))

        return check

    return kind


def unique_languages(parameter: str, *_: object) -> Check:
    """Make `sh:uniqueLang`."""

    def check(_: Term, values: Collection[Term]) -> Iterator[None]:
        tags = (value.language.lower() for value in values if isinstance(value, ox.Literal) and value.language)
        yield from (None for count in Counter(tags).values() if count > 1)

    return check if parameter == "true" else lambda _, __: []


def well_typed(literal: ox.Literal) -> bool:
    """Tell whether a literal is written as its type allows.

    >>> well_typed(ox.Literal("x", datatype=ox.NamedNode(str(XSD.date)))), well_typed(ox.Literal(5))
    (False, True)
    """
    if literal.datatype.value in (str(XSD.string), str(RDF.langString)):
        return True
    return not rdflib.Literal(literal.value, datatype=rdflib.URIRef(literal.datatype.value)).ill_typed


def before(first: Term, second: Term, *, equal: bool) -> bool:
    """Tell whether one value stands before another; False where the two do not compare.

    >>> before(ox.Literal(3), ox.Literal(20), equal=False), before(ox.Literal(3), ox.Literal("20"), equal=False)
    (True, False)
    """
    if not isinstance(first, ox.Literal) or not isinstance(second, ox.Literal):
        return False
    a, b = meant(first), meant(second)
    try:
        return bool(a < b or (equal and a == b))
    except TypeError:
        return False


def meant(literal: ox.Literal) -> Any:  # noqa: ANN401 - a number, date, text …: what its type says
    """Return the value of a literal as Python has it; None where it is not written as its type allows."""
    return rdflib.Literal(literal.value, datatype=rdflib.URIRef(literal.datatype.value)).value


def text(value: Term) -> str | None:
    """Return what an IRI or literal says; None for a blank node."""
    return value.value if isinstance(value, ox.NamedNode | ox.Literal) else None


CONSTRAINTS: dict[rdflib.URIRef, Kind] = {
    SH.minCount: least,
    SH.maxCount: most,
    SH["class"]: of_class,
    SH.datatype: datatype,
    SH.nodeKind: node_kind,
    SH.pattern: pattern,
    SH.minLength: shortest,
    SH.minInclusive: at_least,
    SH.lessThan: less(equal=False),
    SH.lessThanOrEquals: less(equal=True),
    SH.uniqueLang: unique_languages,
}
