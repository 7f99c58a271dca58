"""The site: which path leads to what."""

from importlib import resources
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.serving import app, describing, protocol
from graph.serving.answering import GRAPHS
from graph.serving.negotiation import best
from ontology.errors import BanggiaoError
from ontology.terms import BASE
from viz import files
from viz.site import addresses, asking, drawing, entity
from viz.site.language import language
from viz.site.pages import page

PRELOAD = ("viz.site.entity", "viz.site.asking", "viz.site.drawing")
HTML = "text/html"
KINDS = {".css": "text/css", ".js": "text/javascript"}
OURS = ("site.css", "query.js", "results.js", "picture.js")
VIS = "vis-network.min.js"
LONGEST = 200  # characters of a name to look for


def application(path: Path, service: app.Service) -> Starlette:
    """Return the site over a snapshot, with the endpoint for machines."""
    routes = [
        Route("/", drawing.network),
        Route("/query", asking.show),
        Route("/find", find),
        Route("/named/{name}", asking.fill),
        Route("/assets/{name}", asset),
        Route("/ontology", ontology),
        Route(protocol.ENDPOINT, sparql, methods=["GET", "POST"]),
        Route(protocol.ABOUT, protocol.about),
        Route("/{path:path}", thing),
    ]
    return app.application(path, service, routes, PRELOAD, drawing.drawing)


async def sparql(request: Request) -> Response:
    """Answer a query; show the query page to a browser that asks nothing."""
    wanted = best(request.headers.get("accept", ""), [*GRAPHS, HTML])
    if request.method == "GET" and not request.url.query and wanted == HTML:
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    return await protocol.sparql(request)


async def thing(request: Request) -> Response:
    """Return what there is of the thing with an address, for people or machines."""
    iri = addresses.iri(request.scope.get("raw_path", b""))
    try:
        wanted = best(protocol.accept(request, protocol.pairs(request.scope["query_string"])), [HTML, *GRAPHS])
        if wanted in GRAPHS and iri:
            answer = await request.app.state.pool.run(describing.thing, iri, wanted)
            return protocol.response(answer) if answer else PlainTextResponse("The graph says nothing of it.\n", 404)
        if iri is None:
            return HTMLResponse(page("unknown.html", language(request)), 404)
        number = request.query_params.get("page", "")
        wanted_page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
        made = await request.app.state.pool.run(entity.entity, iri, language(request), wanted_page)
    except BanggiaoError as error:
        return protocol.refusal(error)
    return shown(made, language(request))


async def find(request: Request) -> Response:
    """Go to the page of what a name means, or list what it may mean."""
    text = " ".join(request.query_params.get("q", "").split())[:LONGEST]
    try:
        made = await request.app.state.pool.run(entity.find, text, language(request))
    except BanggiaoError as error:
        return protocol.refusal(error)
    return shown(made, language(request))


def shown(made: entity.Page, asked: str) -> Response:
    """Return a page that a worker has made."""
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}
    if made.path:
        return RedirectResponse(f"{made.path}?lang={asked}", 302, headers)
    links = {"Link": "</.well-known/void>; rel=describedby"} if made.status == entity.FOUND else {}
    return HTMLResponse(made.html, made.status, headers | links)


async def ontology(_: Request) -> Response:
    """Return the ontology, as which its terms are read."""
    data = resources.files("ontology").joinpath("banggiao.ttl").read_bytes()
    return Response(data, media_type="text/turtle", headers={"Link": f"<{BASE}ontology>; rel=canonical"})


async def asset(request: Request) -> Response:
    """Return one of the few files of the site."""
    name = request.path_params["name"]
    if name == VIS:
        return Response(vis(), media_type=KINDS[".js"], headers={"Cache-Control": "max-age=86400"})
    if name not in OURS:
        return PlainTextResponse("There is no such file.\n", 404)
    content = (
        files.text("colours.css") + files.text("site/site.css") if name == "site.css" else files.text(f"site/{name}")
    )
    return Response(content, media_type=KINDS[Path(name).suffix], headers={"Cache-Control": "no-cache"})


def vis() -> str:
    """Return vis-network, which draws graphs, as pyvis carries it."""
    found = resources.files("pyvis").joinpath("templates", "lib", "vis-9.1.2", VIS)
    return found.read_text(encoding="utf-8").replace("//# sourceMappingURL=vis-network.min.js.map", "")
