"""Shapes read from Turtle. What this engine does not check is refused with the mend, never passed over."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, SH
from rdflib.term import BNode, Literal, Node, URIRef

from graph.shapes.constraints import CONSTRAINTS, Check, each
from graph.shapes.data import Data, Path, Term
from ontology.errors import DataError

# A check that waits for the graph.
Made: TypeAlias = Callable[[Data, tuple[str, ...]], Check]


@dataclass(frozen=True, slots=True)
class Shape:
    """What holds for the values at the end of a path, of all instances of some classes.

    `constraints` are checks by the local name of their component in SHACL; `messages` say by language what is
    wrong where one is broken.
    """

    targets: tuple[str, ...]
    path: Path
    constraints: tuple[tuple[str, Made], ...]
    messages: Mapping[str, str]


def read(path: File) -> tuple[Shape, ...]:
    """Return the shapes of a Turtle file; raises DataError where one says what this engine does not check."""
    reader = Reader(rdflib.Graph().parse(path), path)
    nodes = sorted(reader.graph.subjects(RDF.type, SH.NodeShape), key=str)
    return tuple(shape for node in nodes for shape in reader.node(node))


class Reader:
    """One file of shapes."""

    def __init__(self, graph: rdflib.Graph, file: File) -> None:
        """Keep the graph of the shapes, and the name of its file for complaints."""
        self.graph, self.file = graph, file

    def node(self, node: Node) -> Iterator[Shape]:
        """Yield the property shapes of a node shape."""
        self.known(node, {RDF.type, SH.targetClass, SH.property})
        targets = tuple(sorted(str(one) for one in self.graph.objects(node, SH.targetClass)))
        for one in self.graph.objects(node, SH.property):
            yield self.property(one, targets)

    def property(self, node: Node, targets: tuple[str, ...]) -> Shape:
        """Return a property shape."""
        self.known(node, {SH.path, SH.message, SH["in"], SH["or"], *CONSTRAINTS})
        messages = (one for one in self.graph.objects(node, SH.message) if isinstance(one, Literal))
        said = {one.language or "": str(one) for one in messages}
        return Shape(targets, self.path(node), tuple(sorted(self.constraints(node), key=lambda made: made[0])), said)

    def path(self, node: Node) -> Path:
        """Return the path of a property shape: one property, or one after the other."""
        path = self.graph.value(node, SH.path)
        steps = list(RdfList(self.graph, path)) if isinstance(path, BNode) else [path]
        if not steps or not all(isinstance(step, URIRef) for step in steps):
            raise self.refused("a path that is neither a property nor a list of them")
        return tuple(map(str, steps))

    def constraints(self, node: Node) -> Iterator[tuple[str, Made]]:
        """Yield the constraints of a shape."""
        for predicate, value in self.graph.predicate_objects(node):
            if predicate in CONSTRAINTS:
                yield component(predicate), self.constraint(predicate, value)
            elif predicate == SH["in"]:
                yield component(predicate), self.one_of(value)
            elif predicate == SH["or"]:
                yield component(predicate), self.any_of(value)

    @staticmethod
    def constraint(predicate: Node, value: Node) -> Made:
        """Return a constraint with one parameter."""
        kind = CONSTRAINTS[URIRef(str(predicate))]
        return lambda data, targets: kind(str(value), data, targets)

    def one_of(self, value: Node) -> Made:
        """Return `sh:in`: one of a list of IRIs."""
        listed = list(RdfList(self.graph, value))
        if not all(isinstance(one, URIRef) for one in listed):
            raise self.refused("sh:in of what are no IRIs")
        allowed = {str(one) for one in listed}
        return lambda _, __: each(lambda term: isinstance(term, ox.NamedNode) and term.value in allowed)

    def any_of(self, value: Node) -> Made:
        """Return `sh:or`: what holds of each value by itself, in one of several ways."""
        ways = []
        for one in RdfList(self.graph, value):
            self.known(one, {SH["class"], SH.datatype, SH.nodeKind, SH.pattern, SH.minLength, SH.minInclusive})
            ways.append([made for _, made in self.constraints(one)])

        def made(data: Data, targets: tuple[str, ...]) -> Check:
            checks = [[make(data, targets) for make in way] for way in ways]
            return lambda focus, values: [value for value in values if not passes(focus, value, checks)]

        return made

    def known(self, node: Node, allowed: Collection[Node]) -> None:
        """Refuse what is said of a shape and is not checked."""
        for said in sorted(set(self.graph.predicates(node)) - set(allowed), key=str):
            raise self.refused(self.graph.namespace_manager.normalizeUri(str(said)))

    def refused(self, what: str) -> DataError:
        """Return the complaint about what is not checked."""
        mend = "say it with the constraints of graph/shapes/constraints.py, or add it there"
        return DataError(str(self.file), f"{what} is not checked here", mend)


def passes(focus: Term, value: Term, ways: list[list[Check]]) -> bool:
    """Tell whether a value passes all checks of one of several ways."""
    return any(not any(list(check(focus, [value])) for check in checks) for checks in ways)


def component(predicate: Node) -> str:
    """Return the name that SHACL's reports give to a kind of constraint.

    >>> component(SH.minCount)
    'MinCountConstraintComponent'
    """
    name = str(predicate).removeprefix(str(SH))
    return f"{name[0].upper()}{name[1:]}ConstraintComponent"
