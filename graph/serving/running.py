"""Running an application on a port of this machine until it is stopped."""

import signal
import socket
import sys
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from ontology.errors import UsageError


def listening(host: str, port: int) -> socket.socket:
    """Return a socket on a port, 0 for any that is free; raises UsageError where it cannot be had."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
    except OSError as error:
        wrong = f"cannot be listened on ({error.strerror or error})"
        raise UsageError(f"{host}:{port}", wrong, "choose another --port, or 0 for any that is free") from error
    return found


def address(found: socket.socket) -> str:
    """Return the address at which a browser reaches a socket."""
    host, port = found.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(app: ASGIApp, found: socket.socket, ready: Callable[[], None]) -> None:
    """Serve on a socket until SIGINT or SIGTERM, and leave with 0; call `ready` once it answers."""
    for one in (signal.SIGINT, signal.SIGTERM):  # what uvicorn sends once more when it has stopped
        signal.signal(one, lambda *_: sys.exit())
    config = uvicorn.Config(app, log_level="error", server_header=False, access_log=False, lifespan="on")
    server = Announced(config, ready)
    server.run(sockets=[found])


class Announced(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        """Keep what to call."""
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self.ready()
