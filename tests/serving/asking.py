"""Asking a server over HTTP, as it stands: no client library between."""

import http.client
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

JSON = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def text(self):
        return self.data.decode()

    @property
    def media(self):
        return self.headers.get("content-type", "").split(";")[0]


def ask(server, path, method="GET", body=None, **headers):
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def query(server, sparql, accept=JSON, **more):
    return ask(server, "/sparql?" + urlencode({"query": sparql, **more}, quote_via=quote), Accept=accept)
