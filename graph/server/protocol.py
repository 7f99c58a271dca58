"""SPARQL 1.1 Protocol and Graph Store Protocol, as a client: requests that are tried again, and errors in our words.

All that is sent may be sent twice: an update names all its terms, so that doing it again changes nothing.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import urllib3
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry, Timeout

from graph.quads import Graph
from graph.server.address import Address, credentials
from ontology.errors import StoreError

# Seconds: to connect, and between two pieces of an answer, which a large update takes long to give.
TIMEOUT = Timeout(connect=10, read=600)
# Waits of 0, 1, 2, 4, 8 and 16 seconds: a server that is started again answers within half a minute.
PATIENT = Retry(total=6, backoff_factor=0.5, status_forcelist=(429, 502, 503, 504), allowed_methods=None, redirect=0)
ONCE = Retry(total=1, backoff_factor=0.5, status_forcelist=PATIENT.status_forcelist, allowed_methods=None, redirect=0)
ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples"
DEFAULT = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a server answers queries, takes updates, and holds graphs: paths below its address."""

    query: str
    update: str
    graphs: str


LAYOUTS = (
    Layout("query", "update", "store"),  # Oxigraph
    Layout("query", "update", "data"),  # Apache Jena Fuseki
    Layout("sparql", "update", "data"),
)


class Server:
    """A SPARQL server."""

    def __init__(self, address: Address) -> None:
        """Find out where it answers what; raises StoreError where it does not answer."""
        self.address = address
        self.who = credentials()
        self.http = urllib3.PoolManager(timeout=TIMEOUT, retries=PATIENT)
        self.layout = self.found()

    def found(self) -> Layout:
        """Return the layout that fits."""
        for layout in LAYOUTS:
            where, fields = f"{self.address}/{layout.query}", {"query": "ASK {}"}
            answer = self.request("GET", where, fields=fields, headers={"Accept": ROWS}, retries=ONCE, well=(404, 405))
            graphs = self.request("HEAD", f"{self.address}/{layout.graphs}?default", retries=ONCE, well=(404, 405))
            if answer.status == 200 and graphs.status == 200:
                return layout
        mend = "name the address below which query, update and store (or data) stand"
        raise StoreError(self.address, "no SPARQL server answers there", mend)

    def ask(self, query: str) -> bool:
        """Answer a query that begins with ASK."""
        return bool(ox.parse_query_results(self.query(query).data, format=ox.QueryResultsFormat.JSON))

    def query(self, query: str, *, stream: bool = False) -> BaseHTTPResponse:
        """Send a query; rows come as JSON, triples as N-Triples."""
        headers = {"Accept": f"{ROWS}, {TRIPLES}", "Content-Type": "application/sparql-query"}
        where, body = f"{self.address}/{self.layout.query}", query.encode()
        return self.request("POST", where, body=body, headers=headers, preload_content=not stream)

    def update(self, update: str) -> None:
        """Send an update."""
        headers = {"Content-Type": "application/sparql-update"}
        self.request("POST", f"{self.address}/{self.layout.update}", body=update.encode(), headers=headers)

    def graph(self, graph: Graph) -> bytes:
        """Return a graph as N-Triples; one that is not there is empty."""
        answer = self.request("GET", self.at(graph), headers={"Accept": TRIPLES}, well=(404,))
        return answer.data if answer.status == 200 else b""

    def put(self, graph: Graph, triples: bytes) -> None:
        """Put triples, written as N-Triples, in place of a graph."""
        self.request("PUT", self.at(graph), body=triples, headers={"Content-Type": TRIPLES})

    def at(self, graph: Graph) -> str:
        """Return the address of a graph."""
        which = "default" if isinstance(graph, ox.DefaultGraph) else f"graph={quote(graph.value, safe='')}"
        return f"{self.address}/{self.layout.graphs}?{which}"

    def request(
        self,
        method: str,
        where: str,
        *,
        headers: dict[str, str] | None = None,
        well: tuple[int, ...] = (),
        **given: Any,  # noqa: ANN401 - urllib3's
    ) -> BaseHTTPResponse:
        """Send a request, again where the connection or the server fails; raises StoreError."""
        said = self.who | (headers or {})
        try:
            answer = self.http.request(method, where, headers=said, redirect=False, **given)
        except HTTPError as error:
            raise StoreError(self.address, *unheard(error)) from error
        if answer.status // 100 != 2 and answer.status not in well:
            raise self.refused(answer)
        return answer

    def refused(self, answer: BaseHTTPResponse) -> StoreError:
        """Tell why a request was refused."""
        if answer.status in (401, 403):
            mend = "set $BANGGIAO_USER and $BANGGIAO_PASSWORD, or $BANGGIAO_TOKEN, to those who may write there"
            return StoreError(self.address, f"the server does not let us in ({answer.status})", mend)
        said = " ".join(answer.data.decode(errors="replace").split())[:200]
        return StoreError(self.address, f"the server answers {answer.status} ({said})", "see what its log says")


def unheard(error: HTTPError) -> tuple[str, str]:
    """Return what is wrong where no answer came, and its mend."""
    reason = getattr(error, "reason", None) or error
    name = type(reason).__name__
    mend = "start it, or mend the address; then run the same command again"
    if "Certificate" in str(reason) or "SSL" in name:
        return "its certificate does not prove who it is", "give it one that this machine trusts"
    return f"the server does not answer ({name})", mend
