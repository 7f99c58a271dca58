"""A build on a server that is cut off, here or there, is gone on with, and gives the same bytes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from sparql_servers import oxigraph

from extract.articles import load
from extract.reader import read
from graph.server import notes, protocol, quads
from graph.server.protocol import Server
from graph.store import GraphStore
from graph.writing import export
from ontology.errors import StoreError
from ontology.facts import Article

ROOT = Path(__file__).parents[2]
TEXT = "Ngày 5/9/2022, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng.\n"


class Cut(BaseException):
    """What ends a build in the middle, as a kill would: nothing of ours catches it."""


@pytest.fixture(scope="module")
def readings():
    return [read(one) for one in load([ROOT / "data" / "articles"]) if isinstance(one, Article)][:8]


@pytest.fixture(scope="module")
def expected(readings):
    store = GraphStore(ox.Store())
    store.add(readings)
    store.settle()
    return whole(store)


def whole(store):
    store.settle()
    return export.serialize(store.core, ox.RdfFormat.N_QUADS)


@pytest.fixture(autouse=True)
def _cache(tmp_path, monkeypatch):
    monkeypatch.setenv("BANGGIAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(quads, "QUADS", 100)
    monkeypatch.setattr(quads, "SIGNS", 20_000)


@pytest.fixture(scope="module")
def server():
    with oxigraph() as (address, _):
        yield address


@pytest.fixture
def empty(server):
    Server(server).update("DROP ALL")
    return server


def build(address, readings):
    with GraphStore.open(address, write=True) as store:
        store.add(readings)


def cut_build(address, readings, after):
    """End a build after so many updates, the last of them not sent."""
    with pytest.MonkeyPatch.context() as patch:
        cut_off(patch, after)
        with pytest.raises(Cut):
            build(address, readings)


def cut_off(monkeypatch, after):
    """Count updates, and end all at one of them."""
    update, number = Server.update, 0

    def counted(self, text):
        nonlocal number
        number += 1
        if number == after:
            raise Cut
        update(self, text)

    monkeypatch.setattr(Server, "update", counted)
    return lambda: number


def updates(monkeypatch, address, readings):
    """Count the updates of a build."""
    with monkeypatch.context() as patch:
        number = cut_off(patch, -1)
        build(address, readings)
        return number()


def test_a_build_that_is_cut_off_anywhere_is_gone_on_with(empty, readings, expected, monkeypatch):
    count = updates(monkeypatch, empty, readings)
    assert count > 10
    for after in range(2, count + 1, 4):
        Server(empty).update("DROP ALL")
        cut_build(empty, readings, after)
        build(empty, readings)
        with GraphStore.open(empty) as store:
            assert whole(store) == expected, after


def test_a_replacement_that_is_cut_off_is_gone_on_with(empty, readings, expected):
    fewer = [type(one)(one.article, one.claims[::2], one.silences) for one in readings]
    build(empty, fewer)
    cut_build(empty, readings, 8)
    with pytest.raises(StoreError, match="a build is writing to it, or was cut off"):
        GraphStore.open(empty)
    build(empty, readings)
    with GraphStore.open(empty) as store:
        assert whole(store) == expected


def test_another_machine_takes_over_what_was_cut_off(empty, readings, expected, monkeypatch, tmp_path):
    cut_build(empty, readings, 9)
    monkeypatch.setenv("BANGGIAO_CACHE", str(tmp_path / "other"))
    with pytest.raises(StoreError, match="another banggiao is writing to it, or was cut off"):
        build(empty, readings)
    monkeypatch.setenv(notes.TAKE_OVER, "yes")
    build(empty, readings)
    with GraphStore.open(empty) as store:
        assert whole(store) == expected
    monkeypatch.setenv("BANGGIAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv(notes.TAKE_OVER)
    build(empty, readings)
    with GraphStore.open(empty) as store:
        assert whole(store) == expected


def test_of_two_builds_at_once_the_second_says_so(empty, readings, monkeypatch, tmp_path):
    with GraphStore.open(empty, write=True) as store:
        store.add(readings[:1])
        with pytest.raises(StoreError, match="another banggiao is using it"):
            build(empty, readings)
        monkeypatch.setenv("BANGGIAO_CACHE", str(tmp_path / "other"))
        with pytest.raises(StoreError, match="another banggiao is writing to it"):
            build(empty, readings)


def test_a_build_goes_on_when_the_server_is_killed_and_started_again(readings, expected, tmp_path, monkeypatch):
    update, killed = Server.update, []

    with oxigraph(tmp_path / "data") as (address, first):

        def killing(self, text):
            if len(killed) == 12:
                first.kill()
                first.wait()
                again = oxigraph(tmp_path / "data", int(address.rpartition(":")[2]))
                again.__enter__()
                killed.append(again)
            elif len(killed) < 12:
                killed.append(None)
            update(self, text)

        monkeypatch.setattr(Server, "update", killing)
        build(address, readings)
        with GraphStore.open(address) as store:
            assert whole(store) == expected
        killed[-1].__exit__(None, None, None)


def test_a_build_that_is_killed_is_gone_on_with(empty, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    script = f"""
import os, signal
from banggiao import main
from graph.server.protocol import Server
update, number = Server.update, iter(range(99))
def killing(self, text):
    update(self, text)
    if next(number) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
Server.update = killing
main(["build", {str(tmp_path / "one.txt")!r}, "--store", {str(empty)!r}])
"""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    with GraphStore.open(empty, write=True) as store, GraphStore.open(tmp_path / "store", write=True) as folder:
        folder.add(map(read, load([tmp_path / "one.txt"])))
        assert whole(store) == whole(folder)


def test_a_server_that_stays_away_is_told(readings, monkeypatch):
    monkeypatch.setattr(protocol, "PATIENT", protocol.PATIENT.new(total=2, backoff_factor=0.01))
    with oxigraph() as (address, running):
        store = GraphStore.open(address, write=True)
        running.kill()
        running.wait()
        with pytest.raises(StoreError, match="does not answer"):
            store.add(readings)
        store.place.close()
