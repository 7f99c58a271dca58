"""The SPARQL 1.1 Protocol, as far as it reads: queries by GET, by a form, or as they are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graph.serving import answering, describing
from graph.serving.answering import Answer, Query
from graph.serving.negotiation import NAMES
from graph.serving.worker import LimitError
from ontology.errors import BanggiaoError, UsageError

if TYPE_CHECKING:
    from graph.serving.pool import Pool

LARGEST = 1 << 18  # bytes of a query: the engine reads a query of this length in a second
FIELDS = 100
ENDPOINT, ABOUT = "/sparql", "/.well-known/void"
FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
REFUSED = LimitError("the update", "is refused: nothing can be changed here", "ask with SELECT, ASK, CONSTRUCT", 403)
Fields = Sequence[tuple[str, str]]


async def sparql(request: Request) -> Response:
    """Answer a query; a GET without one tells what the service is."""
    try:
        fields = await given(request)
        if not fields and request.method in ("GET", "HEAD"):
            return await about(request)
        return response(await ask(request, fields))
    except BanggiaoError as error:
        return refusal(error)


async def ask(request: Request, fields: Fields) -> Answer:
    """Hand a query to a worker; raises UsageError where there is not one."""
    if any(name == "update" for name, _ in fields):
        raise REFUSED
    queries = every(fields, "query")
    if len(queries) != 1:
        wrong = "is missing" if not queries else "is given more than once"
        raise UsageError("the parameter query", wrong, "give one, as in ?query=ASK%20%7B%7D")
    default, named = every(fields, "default-graph-uri"), every(fields, "named-graph-uri")
    pool: Pool = request.app.state.pool
    query = Query(queries[0], accept(request, fields), default, named)
    answer: Answer = await pool.run(answering.answer, query, pool.limits.rows)
    return answer


async def about(request: Request) -> Response:
    """Describe the data and the service, in VoID, DCAT and the SPARQL Service Description."""
    try:
        base = str(request.base_url).rstrip("/")
        fields = pairs(request.scope["query_string"])
        return response(await request.app.state.pool.run(describing.about, base, accept(request, fields)))
    except BanggiaoError as error:
        return refusal(error)


async def given(request: Request) -> Fields:
    """Return the parameters of a request; raises UsageError and LimitError for what is none."""
    fields = pairs(request.scope["query_string"])
    if request.method != "POST":
        return fields
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == UPDATE:
        raise REFUSED
    if kind == QUERY:
        return (*fields, ("query", text(await body(request))))
    if kind == FORM:
        return (*fields, *pairs(await body(request)))
    raise LimitError("Content-Type", "is none that we read", f"send {FORM} or {QUERY}", 415)


def pairs(data: bytes) -> Fields:
    """Read a form; raises UsageError for bytes that are not UTF-8, or too many fields."""
    try:
        return parse_qsl(text(data), keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except ValueError as error:
        raise UsageError("the request", "is no form in UTF-8 with few fields", "write each sign as %XX") from error


def text(data: bytes) -> str:
    """Decode; raises UsageError."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise UsageError("the request", "is not in UTF-8", "send it in UTF-8") from error


async def body(request: Request) -> bytes:
    """Read what was sent; raises LimitError where it is too long."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST:
            raise LimitError("the query", f"has more than {LARGEST:,} bytes", "ask in parts", 413)
    return bytes(data)


def every(fields: Fields, name: str) -> tuple[str, ...]:
    """Return all values of a parameter."""
    return tuple(value for one, value in fields if one == name)


def accept(request: Request, fields: Fields) -> str:
    """Return what is accepted: the format named in the address, else the header."""
    wanted = [NAMES[name] for name in every(fields, "format") if name in NAMES]
    return wanted[0] if wanted else ",".join(request.headers.getlist("accept"))


def response(answer: Answer) -> Response:
    """Return an answer as a response; a browser asks again before it shows it another time."""
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(answer.content, media_type=answer.media, headers=headers)


def refusal(error: BanggiaoError) -> Response:
    """Return an error of ours as one line."""
    status = error.status if isinstance(error, LimitError) else 400
    headers = {"Retry-After": "5"} if status == 503 else {}
    return PlainTextResponse(f"{error}\n", status, headers)
