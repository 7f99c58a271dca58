"""The page as a file: whole in itself, the same bytes every time, nothing of the articles outside the packed data."""

import base64
import json
import re
import zlib
from dataclasses import replace
from pathlib import Path

from graph.model import MergedFact, MergedGraph, Node, Telling
from ontology.dates import Date
from ontology.facts import Article, Evidence, Meeting, Person, Place
from ontology.vocabulary import load
from viz import files, page

BASE = "https://w3id.org/banggiao/"
HARM = "</script><script>alert(1)</script>"
PEOPLE = (
    Node(f"{BASE}person/a", "person", HARM, ("Ong A",), "VNM"),
    Node(f"{BASE}person/b", "person", "B", (), "KHM"),
)


def telling(article: str, fact: Meeting, quote: str) -> Telling:
    """Return how an article tells a meeting."""
    return Telling(article, f"{BASE}claim/{article}", fact, (Evidence(quote, 0, len(quote)),))


def graph() -> MergedGraph:
    """Return two people who met, told by two articles that differ in place and form."""
    first = Meeting(Person(HARM), Person("B"), Date("2022-04-27"), Place("Phnom Penh"), "talks", "done")
    second = replace(first, place=Place("Siem Reap"), date=Date("2022-04"), form=None)
    nodes = (("a", PEOPLE[0].iri), ("b", PEOPLE[1].iri))
    tellings = (telling("1.txt", first, HARM), telling("2.txt", second, "Another."))
    articles = (Article("1.txt", "", title=HARM), Article("2.txt", ""))
    return MergedGraph(articles, PEOPLE, (MergedFact(f"{BASE}meeting/m", "meeting", first, nodes, tellings),), ())


def unpacked(text: str, name: str) -> object:
    """Return what an element of packed data holds."""
    (packed,) = re.findall(rf'id="{name}">([^<]*)<', text)
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def test_same_graph_gives_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        page.write(graph(), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_nothing_of_the_articles_is_markup() -> None:
    text = page.html(graph(), load())
    assert "alert(1)" not in text
    assert len(re.findall("^<script>", text, re.MULTILINE)) == 2  # vis-network and ours


def test_page_names_no_address_that_is_fetched() -> None:
    text = page.html(graph(), load())
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?!data:)", text)


def test_licence_of_vis_network_stays() -> None:
    text = page.html(graph(), load())
    assert "The Apache 2.0 License" in text
    assert "The MIT License" in text


def test_disagreement_is_told_but_not_agreement() -> None:
    index, _, _ = page.contents(graph(), load())
    ((telling_number, apart),) = index["tellings"]["differs"]
    assert telling_number == 1
    assert [(slot, index["words"][number][0]) for slot, number in apart] == [("place", "Siem Reap")]


def test_sentences_come_back() -> None:
    text = page.html(graph(), load())
    assert unpacked(text, "block-0") == [
        ["1.txt", HARM, None, None, None, [HARM]],
        ["2.txt", None, None, None, None, ["Another."]],
    ]


def test_both_languages_say_the_same_things() -> None:
    messages = files.data("messages.json")
    assert messages["vi"].keys() == messages["en"].keys()
    for key, text in messages["vi"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", messages["en"][key])), key


def test_every_message_is_used() -> None:
    ours = "".join(
        path.read_text(encoding="utf-8") for path in files.FOLDER.iterdir() if path.suffix in (".js", ".html", ".json")
    )
    script = ours.replace(files.text("messages.json"), "")
    unused = [
        key for key in files.data("messages.json")["vi"] if not re.search(rf"""["'`]{re.escape(key)}["'`]""", script)
    ]
    built = {key for key in files.data("messages.json")["vi"] if key.startswith(("by.", "one."))}
    slots = {"rank", "level", "name", "since", "start", "end", "of", "origin", "destination", "form"}
    assert set(unused) <= built | slots | {"what", "with", "who"}


def test_every_asset_is_in_the_page() -> None:
    listed = {name for names in files.data("order.json").values() for name in names}
    assert listed == {path.name for path in files.FOLDER.iterdir() if path.suffix in (".js", ".css")}
