"""The ASGI application: routes, who may ask, and headers that keep a browser from doing more than it should."""

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.serving import protocol
from graph.serving.pool import WORKERS, Pool
from graph.serving.worker import Limits

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
NEAR = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
}


@dataclass(frozen=True, slots=True)
class Service:
    """How a store is served: limits of one answer, processes, and from which hosts and origins one may ask."""

    limits: Limits = field(default_factory=Limits)
    workers: int = WORKERS
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


def endpoint() -> list[BaseRoute]:
    """Return the routes for machines."""
    return [
        Route(protocol.ENDPOINT, protocol.sparql, methods=["GET", "POST"]),
        Route(protocol.ABOUT, protocol.about),
    ]


def application(
    path: Path,
    service: Service,
    routes: Sequence[BaseRoute] = (),
    preload: tuple[str, ...] = (),
    begin: Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]] | None = None,
) -> Starlette:
    """Return the application over a snapshot; `routes` are tried first, `begin` runs while it does."""

    @contextlib.asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        app.state.pool, app.state.path = Pool(path, service.limits, service.workers, preload), path
        try:
            async with begin(app) if begin else contextlib.nullcontext():
                yield
        finally:
            app.state.pool.close()

    hosts = ["*"] if "*" in service.hosts else [*LOOPBACK, *service.hosts]
    middleware = [
        Middleware(Guarded),
        Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        Middleware(
            CORSMiddleware,
            allow_origins=service.origins,
            allow_origin_regex=NEAR,
            allow_methods=["GET", "POST"],
            allow_headers=["Accept", "Content-Type"],
        ),
        Middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5),
    ]
    return Starlette(routes=[*routes, *endpoint()], middleware=middleware, lifespan=running)


class Guarded:
    """Sets the headers of every answer that has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                message["headers"] += [one for one in HEADERS.items() if one[0] not in own]
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)
