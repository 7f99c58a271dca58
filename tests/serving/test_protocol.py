"""The SPARQL endpoint, asked over HTTP: what it answers, and what it refuses."""

import json
import socket
import threading
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from asking import FORM, JSON, ask, query

NAMES = "SELECT ?p ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?p"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
TRIPLES = "CONSTRUCT { ?p foaf:name ?name } WHERE { ?p a foaf:Person ; foaf:name ?name }"
RESULTS = {
    JSON: ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def bindings(answer):
    assert answer.status == 200, answer.text
    return json.loads(answer.text)["results"]["bindings"]


@pytest.fixture(scope="module")
def elsewhere():
    """An address that must never be asked, and who has asked it."""
    hits = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                hits.append(connection.recv(100))
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/", hits
        listening.shutdown(socket.SHUT_RDWR)


def test_a_query_is_asked_in_three_ways(server):
    got = query(server, NAMES)
    form = ask(server, "/sparql", "POST", urlencode({"query": NAMES}), Content_Type=FORM, Accept=JSON)
    plain = ask(
        server, "/sparql", "POST", NAMES.encode(), Content_Type="application/sparql-query; charset=utf-8", Accept=JSON
    )
    assert len(bindings(got)) > 40
    assert got.data == form.data == plain.data
    assert ask(server, "/sparql?" + urlencode({"query": NAMES}), "HEAD").status == 200


@pytest.mark.parametrize("media", RESULTS)
def test_rows_come_in_the_form_that_is_accepted(server, media):
    answer = query(server, NAMES, media)
    rows = [[row["p"], row["name"]] for row in ox.parse_query_results(answer.data, format=RESULTS[media])]
    assert answer.media == media
    assert [[p.value, name.value] for p, name in rows] == [
        [row["p"]["value"], row["name"]["value"]] for row in bindings(query(server, NAMES))
    ]


def test_rows_as_csv(server):
    answer = query(server, "SELECT ?a ?b { VALUES (?a ?b) { (1 'x,\"y') (<urn:z> UNDEF) } }", "text/csv")
    assert (answer.media, answer.text) == ("text/csv", 'a,b\r\n1,"x,""y"\r\nurn:z,\r\n')


@pytest.mark.parametrize("media", GRAPHS)
def test_triples_come_in_the_form_that_is_accepted(server, media):
    answer = query(server, TRIPLES, media)
    assert answer.media == media
    assert len(set(ox.parse(answer.data, format=GRAPHS[media]))) == len(bindings(query(server, NAMES)))


def test_yes_and_no(server):
    assert json.loads(query(server, "ASK { ?p a foaf:Person }").text)["boolean"] is True
    assert "<boolean>false</boolean>" in query(server, "ASK { ?p a bg:Unicorn }", "application/sparql-results+xml").text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.5", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("image/png, application/json", "application/json"),
    ],
)
def test_what_is_accepted_best_is_sent(server, accept, media):
    answer = query(server, "SELECT * {}", accept)
    assert (answer.status, answer.media) == (200, media)
    assert "Accept" in answer.headers["vary"]


def test_a_format_stands_in_the_address_for_who_cannot_send_headers(server):
    assert query(server, NAMES, "text/html", format="csv").media == "text/csv"


def test_nothing_that_is_accepted_is_told(server):
    answer = query(server, "SELECT * {}", "image/png")
    assert answer.status == 406
    assert "text/csv" in answer.text


def test_graphs_named_beside_the_query_are_the_data(server):
    article = "https://w3id.org/banggiao/article/harm%3Cb%3E%2F1%20%25.txt"
    all_ = int(bindings(query(server, COUNT))[0]["n"]["value"])
    one = int(bindings(query(server, COUNT, **{"default-graph-uri": article}))[0]["n"]["value"])
    named = bindings(query(server, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": article}))
    assert 0 < one < all_ / 10
    assert [row["g"]["value"] for row in named] == [article]
    assert query(server, COUNT, **{"default-graph-uri": "no iri"}).status == 400


@pytest.mark.parametrize(
    "given",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{elsewhere}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    ],
)
def test_from_fetches_nothing(server, elsewhere, given):
    address, hits = elsewhere
    sparql = given.format(elsewhere=address) if "{elsewhere}" in given else given
    assert bindings(query(server, sparql)) == []
    assert hits == []


@pytest.mark.parametrize(
    "given",
    [
        "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ #\r SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ BIND(bg:o\\' AS ?x) SERVICE <{0}> {{ ?s ?p ?o }} #'\n }}",
        "SELECT * {{ FILTER EXISTS {{ s\\u0065rvice <{0}> {{ ?s ?p ?o }} }} }}",
    ],
)
def test_service_is_refused_and_asks_nobody(server, elsewhere, given):
    address, hits = elsewhere
    answer = query(server, given.format(address))
    assert (answer.status, hits) == (400, [])
    assert "SERVICE" in answer.text


@pytest.mark.parametrize("update", ["DROP ALL", "LOAD <file:///etc/passwd>", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_updates_are_refused_in_every_way(server, update):
    before = query(server, COUNT).data
    assert query(server, update).status == 400
    assert ask(server, "/sparql?" + urlencode({"update": update})).status == 403
    assert ask(server, "/sparql", "POST", urlencode({"update": update}), Content_Type=FORM).status == 403
    assert ask(server, "/sparql", "POST", update, Content_Type="application/sparql-update").status == 403
    assert ask(server, "/sparql", "PUT", update).status == 405
    assert query(server, COUNT).data == before


@pytest.mark.parametrize(
    ("path", "method", "body", "kind", "expected"),
    [
        ("/sparql?query=SELECT", "GET", None, "", (400, "line 1")),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "GET", None, "", (400, "more than once")),
        ("/sparql?other=1", "GET", None, "", (400, "missing")),
        ("/sparql?query=%FF", "GET", None, "", (400, "UTF-8")),
        ("/sparql", "POST", "", FORM, (400, "missing")),
        ("/sparql", "POST", "ASK {}", "text/plain", (415, "Content-Type")),
        ("/sparql", "POST", b"\xff", "application/sparql-query", (400, "UTF-8")),
        ("/sparql", "POST", b"#" * 300_000, "application/sparql-query", (413, "bytes")),
        ("/sparql", "DELETE", None, "", (405, "")),
    ],
)
def test_wrong_use_is_told_in_one_line(server, path, method, body, kind, expected):
    status, told = expected
    answer = ask(server, path, method, body, Content_Type=kind)
    assert answer.status == status
    assert told in answer.text
    assert answer.text.count("\n") <= 1


def test_a_page_of_this_machine_may_ask_and_others_may_not(server):
    near = ask(server, "/sparql?query=ASK%7B%7D", Origin="http://localhost:3000")
    far = ask(server, "/sparql?query=ASK%7B%7D", Origin="https://example.org")
    before = ask(
        server,
        "/sparql",
        "OPTIONS",
        Origin="http://127.0.0.1:1",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert near.headers["access-control-allow-origin"] == "http://localhost:3000"
    assert "access-control-allow-origin" not in far.headers
    assert (before.status, before.headers["access-control-allow-origin"]) == (200, "http://127.0.0.1:1")
    assert ask(server, "/sparql?query=ASK%7B%7D", Host="rebound.example.org").status == 400


def test_the_service_describes_itself(server):
    answer = ask(server, "/.well-known/void", Accept="text/turtle")
    triples = {
        (q.predicate.value.rsplit("#", 1)[-1], q.object.value)
        for q in ox.parse(answer.data, format=ox.RdfFormat.TURTLE)
    }
    assert ("triples", bindings(query(server, COUNT))[0]["n"]["value"]) in triples
    assert {("sparqlEndpoint", f"{server}/sparql"), ("endpointURL", f"{server}/sparql")} <= triples
    assert ask(server, "/sparql", Accept="text/turtle").media == "text/turtle"
    assert ask(server, "/.well-known/void", Accept="application/ld+json").media == "application/ld+json"
