"""What a store on a server notes of itself there, in a graph of its own: version, revision, writer, judgements."""

import os
import socket
import uuid
from typing import TypeAlias

import pyoxigraph as ox

from graph.index.index import stamp
from graph.server.protocol import Server
from ontology.errors import StoreError
from ontology.terms import BASE, SCHEMA

NODE = ox.NamedNode(BASE + "store")
MADE_WITH, REVISION, WRITER, JUDGED = SCHEMA.version, SCHEMA.identifier, SCHEMA.creator, SCHEMA.text
TAKE_OVER = "BANGGIAO_TAKE_OVER"
Said: TypeAlias = dict[ox.NamedNode, str]


class Notes:
    """The notes of a store on a server, as they were when they were last read."""

    def __init__(self, server: Server) -> None:
        """Read them."""
        self.server = server
        self.said: Said = {}
        self.read()

    def read(self) -> None:
        """Read what is noted now."""
        quads = ox.parse(self.server.graph(NODE), format=ox.RdfFormat.N_TRIPLES)
        self.said = {quad.predicate: quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}

    def get(self, name: ox.NamedNode) -> str:
        """Return what is noted, or ""."""
        return self.said.get(name, "")

    def note(self, said: Said) -> None:
        """Note some things in place of what was noted of them; "" is nothing. Whoever reads sees all or none."""
        old = " ; ".join(f"DELETE WHERE {{ GRAPH {NODE} {{ {NODE} {name} ?said }} }}" for name in said)
        new = " ".join(f"{NODE} {name} {ox.Literal(value)} ." for name, value in said.items() if value)
        self.server.update(f"{old} ;\nINSERT DATA {{ GRAPH {NODE} {{ {new} }} }}")
        self.said |= said

    def make(self) -> None:
        """Begin a store on an empty server; raises StoreError on one that holds something else."""
        if self.server.ask("ASK { ?s ?p ?o }"):
            mend = "name an empty data set with --store"
            raise StoreError(self.server.address, "its default graph holds other data and no store", mend)
        self.note({MADE_WITH: stamp(), REVISION: uuid.uuid4().hex})
        if self.server.ask(f"ASK {{ {NODE} {MADE_WITH} ?version }}"):
            self.server.update(f"DROP SILENT GRAPH {NODE}")
            wrong = "its default graph is all its graphs together"
            raise StoreError(self.server.address, wrong, "set it to keep the default graph by itself")

    def take(self, writer: str) -> None:
        """Note who writes, if nobody does; raises StoreError where another does."""
        free = f"FILTER NOT EXISTS {{ GRAPH {NODE} {{ {NODE} {WRITER} ?other }} }}"
        self.server.update(f"INSERT {{ GRAPH {NODE} {{ {NODE} {WRITER} {ox.Literal(writer)} }} }} WHERE {{ {free} }}")
        self.read()
        other = self.get(WRITER)
        if other != writer:
            wrong = f"another banggiao is writing to it, or was cut off ({other.partition(' ')[0]})"
            mend = f"wait, or run that command again there; where that is lost for good, set ${TAKE_OVER}=yes"
            raise StoreError(self.server.address, wrong, mend)


def name() -> str:
    """Return a new name for a writer: this machine, and what is unlike any other."""
    return f"{socket.gethostname()} {os.getpid()} {uuid.uuid4().hex}"
