"""The store on disk: whole, repeatable, refusing what it cannot be."""

import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pyoxigraph as ox
import pytest
from told_examples import SRENG, gold, governor, met, reading, secretary

from graph.store import GraphStore
from ontology.errors import StoreError, UsageError
from ontology.facts import Article, Reading

FIRST = reading("a.txt", governor(SRENG), secretary(), met("2022-04-27"))
SECOND = reading("b.txt", met("2022-09-05"))


@pytest.fixture
def path(tmp_path):
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.add([FIRST, SECOND])
    return tmp_path / "store"


def test_what_was_added_is_read_back(path):
    with GraphStore.open(path) as store:
        assert [r.claims for r in store.readings()] == [FIRST.claims, SECOND.claims]
        assert [a.id for a in store.articles()] == ["a.txt", "b.txt"]
        assert len(store.merged().facts) == 4
        assert bool(store.query("ASK { ?fact a bg:Meeting ; bg:evidence ?sentence }"))


def test_the_text_stays_only_where_it_is_kept(path):
    kept = Reading(Article("c.html", "Một trang.", digest="d", keep=True), ())
    with GraphStore.open(path, write=True) as store:
        store.add([kept])
    with GraphStore.open(path) as store:
        assert [a.text for a in store.articles()] == ["", "", "Một trang."]


def test_the_same_id_replaces(path):
    with GraphStore.open(path, write=True) as store:
        store.add([reading("a.txt", governor(SRENG))])
        assert sorted(fact.kind for fact in store.merged().facts) == ["meeting", "office"]
        store.add([FIRST])
        again = store.turtle()
    other = GraphStore(ox.Store())
    other.add([SECOND, FIRST])
    assert again == other.turtle()


def test_an_unknown_id_removes_nothing(path):
    with GraphStore.open(path, write=True) as store:
        with pytest.raises(UsageError, match="nope"):
            store.remove(["a.txt", "nope"])
        assert len(store.articles()) == 2
        store.remove([])
        store.remove(["a.txt", "b.txt"])
        assert store.turtle().count(b"\n") < 20
        assert store.articles() == ()


def test_claims_stand_in_the_graph_of_their_article(path):
    with GraphStore.open(path) as store:
        assert bool(
            store.query("ASK { GRAPH ?article { ?article schema:identifier 'a.txt' . ?claim bg:tells ?told } }")
        )
        assert not bool(store.query("ASK { ?claim bg:tells ?told }"))


@pytest.mark.parametrize("suffix", [".nq", ".trig"])
def test_a_whole_export_loads_back(path, tmp_path, suffix):
    with GraphStore.open(path) as store:
        store.export(tmp_path / f"all{suffix}")
        turtle = store.turtle()
    with GraphStore.open(tmp_path / "other", write=True) as store:
        assert store.load(tmp_path / f"all{suffix}") == 2
        assert store.turtle() == turtle
        store.add([reading("c.txt", met("2022-09-05"))])
        assert len([fact for fact in store.merged().facts if fact.kind == "meeting"]) == 2


def test_exports_are_sorted_and_repeat(path, tmp_path):
    with GraphStore.open(path) as store:
        for suffix in (".ttl", ".trig", ".nq", ".jsonld"):
            store.export(tmp_path / f"one{suffix}")
            store.export(tmp_path / f"two{suffix}")
            assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    lines = (tmp_path / "one.ttl").read_text(encoding="utf-8").splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) == lines[: len(prefixes)]
    assert len(list(ox.parse(path=str(tmp_path / "one.ttl"), format=ox.RdfFormat.TURTLE))) == len(
        list(ox.parse(path=str(tmp_path / "one.jsonld"), format=ox.RdfFormat.JSON_LD))
    )


def test_no_blank_nodes(examples):
    assert not bool(examples.query("ASK { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) }"))
    assert not bool(examples.query("ASK { GRAPH ?g { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) } }"))


@pytest.mark.parametrize(("name", "says"), [("out.xls", "no format"), ("no/such/out.ttl", "cannot be written")])
def test_an_export_that_cannot_be_is_refused(path, tmp_path, name, says):
    with GraphStore.open(path) as store, pytest.raises(UsageError, match=says):
        store.export(tmp_path / name)


@pytest.mark.parametrize(("name", "data"), [("x.ttl", b""), ("x.nq", b"no quads"), ("gone.nq", None)])
def test_what_is_no_export_does_not_load(path, tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with GraphStore.open(path, write=True) as store, pytest.raises(UsageError, match=name):
        store.load(tmp_path / name)


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # rdflib warns of itself
def test_rdflib_sees_the_same_storage(path):
    with GraphStore.open(path) as store:
        rows = store.dataset().query("SELECT ?m { ?m a <https://w3id.org/banggiao/ontology#Meeting> }")
        assert len(list(rows)) == 2


def test_a_missing_store_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        GraphStore.open(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match="there is no store"):
        GraphStore.open(tmp_path / "empty")


def test_a_store_of_another_version_is_refused(path):
    (path / "version").write_text("banggiao store 0\n")
    for write in (True, False):
        with pytest.raises(StoreError, match="banggiao store 0"):
            GraphStore.open(path, write=write)


def test_other_folders_and_files_are_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="other files"):
        GraphStore.open(tmp_path, write=True)
    with pytest.raises(StoreError, match="is a file"):
        GraphStore.open(tmp_path / "letter.txt", write=True)


def test_a_damaged_store_is_told(path):
    (path / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError):
        GraphStore.open(path)


def test_a_second_writer_is_told_to_wait(path):
    with GraphStore.open(path, write=True), pytest.raises(StoreError, match="another banggiao is using it"):
        GraphStore.open(path, write=True)


def test_a_build_that_was_killed_is_continued(path):
    script = f"""
    import os, sys
    sys.path[:0] = [{str(Path.cwd())!r}, {str(Path(__file__).parent)!r}]
    from pathlib import Path
    from graph.store import GraphStore
    from told_examples import *
    store = GraphStore.open(Path({str(path)!r}), write=True)
    store.add([reading("c.txt", met("2022-10-10"))])
    os._exit(9)
    """
    assert subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False).returncode == 9
    with pytest.raises(StoreError, match="cut off"):
        GraphStore.open(path)
    with GraphStore.open(path, write=True):
        pass
    with GraphStore.open(path) as store:
        assert len(store.articles()) in (2, 3)
        assert len([f for f in store.merged().facts if f.kind == "meeting"]) == len(store.articles())


def test_what_is_cut_off_while_it_is_merged_is_done_again(path, monkeypatch):
    third = reading("c.txt", governor(SRENG), met("2022-10-10"), met("2022"))
    monkeypatch.setattr("graph.index.index.Index.keep", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError), GraphStore.open(path, write=True) as store:
        store.add([third])
    monkeypatch.undo()
    with GraphStore.open(path, write=True) as store:
        again = store.turtle()
    other = GraphStore(ox.Store())
    other.add([FIRST, SECOND, third])
    assert again == other.turtle()


@pytest.mark.parametrize(
    "spoil", ["DROP TABLE made", "UPDATE made SET stamp = ''", "DELETE FROM telling; DELETE FROM made"]
)
def test_tables_that_are_not_whole_or_of_another_vocabulary_are_made_anew(path, spoil):
    with GraphStore.open(path) as store:
        turtle = store.turtle()
    with sqlite3.connect(path / "index.sqlite") as index:
        index.executescript(spoil)
    index.close()
    with pytest.raises(StoreError, match="another version" if "made SET" in spoil else "cut off"):
        GraphStore.open(path).merged()
    with GraphStore.open(path, write=True) as store:
        assert store.turtle() == turtle
    with GraphStore.open(path) as store:
        assert store.turtle() == turtle


def test_tables_that_are_damaged_are_told(path):
    (path / "index.sqlite").write_bytes(b"nonsense" * 1000)
    with pytest.raises(StoreError, match="damaged"):
        GraphStore.open(path, write=True)


def test_a_folder_that_may_not_be_written_is_told(tmp_path, request):
    tmp_path.chmod(0o500)
    request.getfixturevalue("nobody")
    with pytest.raises(StoreError, match="may not be"):
        GraphStore.open(tmp_path / "store", write=True)


def test_an_error_inside_leaves_the_store_usable(path):
    def fails():
        with GraphStore.open(path, write=True) as store:
            store.add([reading("c.txt", met("2022-10-10"))])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    with GraphStore.open(path, write=True) as store:
        assert len(store.articles()) == 3
        assert len([f for f in store.merged().facts if f.kind == "meeting"]) == 3


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * WHERE { ?s ?p }", "line 1, column 25"),
        ("SELECT *\nWHERE { ?s nope:x ?o }", "line 2.*prefix"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "update"),
        ("PREFIX a: <http://insert.example/> # SELECT\nDELETE WHERE { ?s ?p ?o }", "update"),
        ("LOAD <file:///etc/passwd>", "update"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { s\\u0065rvice silent <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { #\r SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { BIND(bg:o\\' AS ?x) SERVICE <http://example.org/> { ?s ?p ?o } #'\n }", "SERVICE"),
        ("", "line 1"),
    ],
)
def test_a_query_that_does_not_read_is_refused_in_a_sentence(examples, query, says):
    with pytest.raises(UsageError, match=f"(?s){says}") as caught:
        examples.query(query)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?service ?p ?o FILTER(?service != <urn:SERVICE>) } # SERVICE DELETE",
        'ASK { ?s skos:prefLabel \'INSERT \\\'x\\\' SERVICE\', """SER\nVICE""" } ',
        "PREFIX service: <urn:s> SELECT (1 AS ?insert) { OPTIONAL { ?s service:delete ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(1<2 && 3>2) } LIMIT 1",
    ],
)
def test_words_in_strings_names_and_comments_do_not_count(examples, query):
    examples.query(query)


def test_the_examples_are_whole(examples):
    assert len(examples.articles()) == len(gold())
