"""The query page: an editor, the named queries to begin with, and the prefixes that are known."""

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from graph.answers import questions
from graph.serving import protocol
from ontology.errors import BanggiaoError
from ontology.terms import BASE, PREFIXES
from viz import files
from viz.site.language import LANGUAGES, language
from viz.site.pages import page

if TYPE_CHECKING:
    from graph.serving.pool import Pool
    from graph.store import GraphStore

FIRST = """SELECT ?name (COUNT(?meeting) AS ?meetings) WHERE {
  ?meeting a bg:Meeting ; bg:participant ?person .
  ?person foaf:name ?name .
}
GROUP BY ?name
ORDER BY DESC(?meetings) ?name
LIMIT 20
"""


async def show(request: Request) -> Response:
    """Return the query page."""
    asked = language(request)
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if f"{name}:" in FIRST)
    query = request.query_params.get("query") or prefixes + FIRST
    given = {"questions": named(asked), "query": query, "base": BASE, "prefixes": dict(PREFIXES)}
    return HTMLResponse(page("query.html", asked, **given), headers={"Vary": "Accept-Language"})


def named(asked: str) -> list[dict[str, Any]]:
    """Return each named query with its words and parameters in a language."""
    words, at = files.data("site/words.json"), LANGUAGES.index(asked)
    return [
        {
            "name": one.name,
            "says": words["questions"].get(one.name, [one.answers] * 2)[at],
            "parameters": [
                {"name": p.name, "says": words["parameters"].get(p.name, [p.name] * 2)[at], "needed": p.needed}
                for p in one.parameters
                if p.default is None
            ],
        }
        for one in questions.questions().values()
    ]


async def fill(request: Request) -> Response:
    """Return a named query as SPARQL, filled with what the address gives."""
    given = {name: value for name, value in request.query_params.items() if name != "lang" and value}
    pool: Pool = request.app.state.pool
    try:
        return PlainTextResponse(await pool.run(filled, request.path_params["name"], given, language(request)))
    except BanggiaoError as error:
        return protocol.refusal(error)


def filled(store: "GraphStore", name: str, given: dict[str, str], asked: str) -> str:
    """Fill a named query; its lines that tell of parameters are left out."""
    one = questions.known(name)
    if any(parameter.name == "language" for parameter in one.parameters):
        given = {"language": asked, **given}
    questions.check(one, given)
    lines = questions.filled(store, one, given).splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip() and not line.startswith("# param"))
