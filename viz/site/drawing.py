"""Drawing the page of the network beside the answering: it reads everything, which may take longer than an answer."""

import contextlib
from collections.abc import AsyncIterator
from multiprocessing import get_context
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from graph.store import GraphStore
from viz import page
from viz.site.language import language
from viz.site.pages import page as rendered

FILE = "network.html"
# The page says itself which of its scripts may run, by their digests.
POLICY = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"


@contextlib.asynccontextmanager
async def drawing(app: Starlette) -> AsyncIterator[None]:
    """Be ready to draw while the application runs; who looks first begins it."""
    process = app.state.drawing = get_context("forkserver").Process(target=draw, args=(app.state.path,), daemon=True)
    try:
        yield
    finally:
        if process.pid:
            process.kill()
            process.join()


def draw(path: Path) -> None:
    """Write the page of a snapshot into its folder, whole or not at all."""
    with GraphStore.open(path) as store:
        part = path / f"{FILE}.part"
        page.draw(store, part, served=True)
        part.replace(path / FILE)


async def network(request: Request) -> Response:
    """Return the page of the network, or that it is on the way."""
    if not request.app.state.drawing.pid:
        request.app.state.drawing.start()
    return await run_in_threadpool(shown, request)


def shown(request: Request) -> Response:
    """Return the page where it is drawn."""
    file: Path = request.app.state.path / FILE
    if file.exists():
        return FileResponse(file, media_type="text/html", headers={"Content-Security-Policy": POLICY})
    failed = request.app.state.drawing.exitcode is not None
    made = rendered("drawing.html", language(request), failed=failed)
    return HTMLResponse(made, 500 if failed else 503, {"Retry-After": "2"})
