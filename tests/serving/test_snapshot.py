"""Serving beside building: the server answers from the store as it was when it started."""

import os
import re
import signal
import socket
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import query
from served import DOOR, ROOT, serving

from graph.serving.snapshot import snapshot
from graph.store import GraphStore
from ontology.facts import Article, Reading

TEXT = "Ngày 5/9/2022, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng."
ARTICLES = "SELECT ?id { ?it a schema:NewsArticle ; schema:identifier ?id } ORDER BY ?id"


def banggiao(*arguments, stdin=None):
    return subprocess.run(
        [*DOOR, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, input=stdin, check=False
    )


@pytest.fixture
def store(tmp_path):
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.add([Reading(Article("one.txt", TEXT), ())])
    return tmp_path / "store"


def ids(server):
    return re.findall(r'"value":"(\w+\.txt)"', query(server, ARTICLES).text)


def test_a_build_does_not_break_a_server_that_runs(store, tmp_path):
    left = store / "serving-999999999-left"
    left.mkdir()
    with serving(store) as server:
        assert ids(server) == ["one.txt"]
        (tmp_path / "two.txt").write_text(TEXT.replace("5/9", "6/9"))
        built = banggiao("build", tmp_path / "two.txt", "--store", store)
        assert built.returncode == 0, built.stderr
        with GraphStore.open(store, write=True) as writing:
            writing.core.optimize()  # what was written before is written anew, and the old files go
        assert ids(server) == ["one.txt"]
    with serving(store) as server:
        assert ids(server) == ["one.txt", "two.txt"]
    assert not list(store.glob("serving-*"))


def test_a_server_that_is_killed_leaves_no_process(store):
    command = [*DOOR, "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as server:
        assert server.stdout.readline()
        server.send_signal(signal.SIGKILL)
        server.wait()
        # What it has started holds its output open: the end of it is the end of them all.
        assert server.stdout.read() == ""
    (left,) = store.glob("serving-*")
    with snapshot(store):
        assert not left.exists()


def test_a_snapshot_holds_what_a_killed_writer_has_left_in_the_log(tmp_path):
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.add([Reading(Article("a.txt", "Hun Sen"), ())])
    child = os.fork()
    if child == 0:
        core = ox.Store(str(tmp_path / "store" / "oxigraph"))
        core.add(ox.Quad(ox.NamedNode("x:x"), ox.NamedNode("x:x"), ox.NamedNode("x:x")))
        os._exit(0)
    os.waitpid(child, 0)
    with snapshot(tmp_path / "store") as copied, GraphStore.open(copied) as store:
        assert store.query("ASK { <x:x> ?p ?o }")
        assert store.holds("a.txt")


def test_no_snapshot_is_taken_of_a_store_that_is_being_written(store):
    with GraphStore.open(store, write=True):
        done = banggiao("serve", "--port", "0", "--store", store)
    assert done.returncode == 3
    assert "another banggiao is writing it" in done.stderr


@pytest.mark.parametrize("given", ["no store", "port in use"])
def test_what_cannot_be_served_is_told(store, tmp_path, given):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1]) if given == "port in use" else "0"
        done = banggiao("serve", "--port", port, "--store", store if given == "port in use" else tmp_path / "none")
    assert done.returncode == (2 if given == "port in use" else 3)
    assert "choose another --port" in done.stderr or "there is no store" in done.stderr
    assert not list(Path(store).glob("serving-*"))
