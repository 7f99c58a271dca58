"""The pages for people, and the same for machines: asked over HTTP."""

import html
import json
import re
import time

import pyoxigraph as ox
import pytest
from asking import JSON, ask, query
from served import HARM

BASE = "https://w3id.org/banggiao/"
CLASSES = (
    "foaf:Person bg:Country bg:City bg:Party bg:Meeting bg:Visit bg:Office bg:Delegation bg:Agreement bg:Anniversary"
)
CLASSES += " bg:Relation bg:Tie schema:NewsArticle bg:Evidence org:Post"


def rows(server, sparql):
    answer = json.loads(query(server, sparql).text)
    return [{name: term["value"] for name, term in row.items()} for row in answer["results"]["bindings"]]


def path(iri):
    return "/" + iri.removeprefix(BASE)


def words(answer):
    return html.unescape(re.sub(r"<[^>]+>", "", answer.text))


@pytest.mark.parametrize("kind", CLASSES.split())
def test_every_kind_of_thing_has_its_address(server, kind):
    found = rows(server, f"SELECT ?it {{ ?it a {kind} }} ORDER BY ?it LIMIT 4")
    assert found
    for row in found:
        page = ask(server, path(row["it"]), Accept="text/html,*/*;q=0.8")
        assert (page.status, page.media) == (200, "text/html"), row
        for media, form in (("text/turtle", ox.RdfFormat.TURTLE), ("application/ld+json", ox.RdfFormat.JSON_LD)):
            data = ask(server, path(row["it"]), Accept=media)
            assert data.media == media
            subjects = {quad.subject.value for quad in ox.parse(data.data, format=form)}
            assert row["it"] in subjects


@pytest.mark.parametrize("kind", ["bg:Meeting", "bg:Visit", "bg:Agreement", "bg:Office"])
def test_every_sentence_behind_a_fact_stands_on_its_page(server, kind):
    found = rows(
        server, f"SELECT ?it ?quote {{ ?it a {kind} ; bg:evidence/oa:hasSelector/oa:exact ?quote }} ORDER BY ?it"
    )
    for iri in sorted({row["it"] for row in found})[:5]:
        told = words(ask(server, path(iri)))
        assert all(" ".join(row["quote"].split()) in told for row in found if row["it"] == iri)


def test_a_person_has_posts_facts_spellings_and_links(server):
    (person,) = {row["p"] for row in rows(server, "SELECT ?p { ?p a foaf:Person ; skos:altLabel 'Khuong Sreng' }")}
    vi, en = (ask(server, f"{path(person)}?lang={language}") for language in ("vi", "en"))
    assert "Campuchia" in words(vi)
    assert "Cambodia" in words(en)
    assert "How the name is written" in words(en)
    met = rows(server, f"SELECT ?m {{ ?m a bg:Meeting ; bg:participant <{person}> }}")
    assert met
    assert all(f'href="{path(row["m"])}?lang=vi"' in vi.text for row in met)
    assert "27 Apr 2022" in words(en)


def test_the_language_is_the_browsers_unless_the_address_says(server):
    assert 'lang="en"' in ask(server, "/query", Accept_Language="en-GB, vi;q=0.5").text
    assert '<html lang="vi"' in ask(server, "/query?lang=vi", Accept_Language="en").text
    assert '<html lang="vi"' in ask(server, "/query?lang=<b>").text


def test_claims_lead_to_their_fact_and_what_is_unknown_is_not_found(server):
    (row,) = rows(server, "SELECT ?fact ?claim { ?fact a bg:Meeting ; bg:claim ?claim } ORDER BY ?claim LIMIT 1")
    moved = ask(server, path(row["claim"]))
    assert (moved.status, moved.headers["location"]) == (302, f"{path(row['fact'])}?lang=vi")
    for unknown in (
        "/person/nobody-1",
        "/nothing",
        "/person/%FF",
        "/article/none",
        "/a/../b",
        "/%2e%2e/%2e%2e/etc/passwd",
    ):
        assert ask(server, unknown, Accept="text/html").status == 404
        assert ask(server, unknown, Accept="text/turtle").status == 404


def test_no_path_reaches_a_file(server):
    for attempt in (
        "/assets/../words.json",
        "/assets/..%2fwords.json",
        "/assets/words.json",
        "/assets//etc/passwd",
        "//etc/passwd",
    ):
        assert ask(server, attempt).status == 404
    assert ask(server, "/assets/site.css").media == "text/css"
    assert b"vis-network" in ask(server, "/assets/vis-network.min.js").data


def test_what_articles_say_is_never_markup(server):
    (person,) = {row["p"] for row in rows(server, f"SELECT ?p {{ ?p foaf:name '{HARM}' }}")}
    (meeting,) = {row["m"] for row in rows(server, f"SELECT ?m {{ ?m bg:participant <{person}> }}")}
    article = "/article/harm%3Cb%3E%2F1%20%25.txt"
    for address in (path(person), path(meeting), article, "/find?q=%3Cscript%3E"):
        page = ask(server, address)
        assert page.status in (200, 404)
        assert not any(bad in page.text for bad in ("<img", "<script>", "<b>/1", 'href="javascript:'))
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"
    assert HARM in words(ask(server, path(person)))
    assert words(ask(server, article)).count(HARM) > 1


def test_names_are_found(server):
    found = ask(server, "/find?q=khuong%20sreng")
    assert found.headers["location"].startswith("/person/khuong-sreng-")
    missed = ask(server, "/find?q=Khuong%20Srung&lang=en")
    assert (missed.status, "did you mean Khuong Sreng" in words(missed)) == (404, True)


def test_named_queries_are_filled_in(server):
    filled = ask(server, "/named/met?person=khuong%20sreng&lang=en")
    assert "PREFIX bg:" in filled.text
    assert '"en"' in filled.text
    assert rows(server, filled.text)
    assert ask(server, "/named/chain").status == 400
    assert ask(server, "/named/met?person=Nobody%20Such").status == 400
    assert ask(server, "/named/nothing").status == 400


def test_every_named_query_has_its_words_and_answers(server):
    page = ask(server, "/query?lang=vi")
    names = re.findall(r'<option value="(\w+)" data-parameters="([^"]*)">([^<]+)</option>', page.text)
    assert len(names) >= 15
    for name, parameters, says in names:
        assert re.search(r"[^\x00-\x7f]", says), f"{name} has no Vietnamese words"
        if not any(one["needed"] for one in json.loads(html.unescape(parameters))):
            assert query(server, ask(server, f"/named/{name}").text).status == 200


def test_a_browser_that_asks_nothing_is_shown_the_query_page(server):
    assert ask(server, "/sparql", Accept="text/html,application/xml;q=0.9,*/*;q=0.8").headers["location"] == "/query"
    assert query(server, "ASK {}", f"text/html, {JSON};q=0.5").media == JSON


def test_the_network_is_drawn_and_leads_to_the_query_page(server):
    for _ in range(100):
        page = ask(server, "/")
        if page.status == 200:
            break
        assert page.status == 503
        time.sleep(0.2)
    assert 'id="ask" href="/query"' in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
