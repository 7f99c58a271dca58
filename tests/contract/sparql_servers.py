"""Real SPARQL servers on loopback, and one that stands in their way, for tests."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import urllib3

from graph.server.address import Address

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def oxigraph(folder=None, port=None, *options):
    """Run a server of Oxigraph, in memory without a folder; yield its address and process."""
    port = port or free_port()
    where = ["-l", str(folder)] if folder else []
    command = [OXIGRAPH, "serve", "-b", f"127.0.0.1:{port}", *where, *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            answering(port)
            yield Address(f"http://127.0.0.1:{port}/"), running
        finally:
            running.kill()


def answering(port, seconds=20):
    """Wait until something listens."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(port)


@contextmanager
def in_the_way(address, judge):
    """Run a server that hands requests on to another: `judge` sees each and may return a status, or "cut", instead.

    Its paths are those of Apache Jena Fuseki.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def hand_on(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            verdict = judge(self)
            if verdict == "cut":
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, headers, data = (verdict, {}, b"no") if verdict else self.asked(body)
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() in ("content-type", "www-authenticate"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else data)

        def asked(self, body):
            path = self.path.removeprefix("/ds").replace("/data?", "/store?")
            if self.path.startswith("/ds/store"):
                return 404, {}, b""
            kept = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
            answer = urllib3.request(self.command, f"{address}{path}", body=body or None, headers=kept, retries=False)
            return answer.status, answer.headers, answer.data

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = hand_on  # noqa: N815 - as they are called

        def log_message(self, *_said):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Address(f"http://127.0.0.1:{server.server_port}/ds")
        server.shutdown()
