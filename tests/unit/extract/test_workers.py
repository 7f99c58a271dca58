"""Several processes read what one reads, in the same order, whatever happens to them."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest
import reading_alike

from extract import processes
from extract.articles import load
from extract.batches import ARTICLES, SIGNS, WINDOW, in_order, one_by_one
from extract.processes import Processes
from extract.workers import reading
from ontology.errors import ArticleError, UsageError
from ontology.facts import Article

ROOT = Path(__file__).parents[3]


def items():
    found = list(load([ROOT / "data" / "articles"]))
    broken = ArticleError("b.txt", "is empty", "give it text")
    return [*found[:30], broken, *found[30:]]


@pytest.fixture(scope="module")
def expected():
    return list(map(plain, one_by_one(items())))


def plain(outcome):
    return str(outcome) if isinstance(outcome, ArticleError) else outcome


def test_processes_read_what_one_reads_in_the_same_order(expected):
    with reading(items(), 2) as outcomes:
        assert list(map(plain, outcomes)) == expected


def test_a_process_that_is_killed_is_replaced(expected):
    def killing():
        for number, item in enumerate(items()):
            if number == ARTICLES + 1:
                multiprocessing.active_children()[0].kill()
            yield item

    with Processes(2) as workers:
        first = workers.pool
        assert list(map(plain, in_order(killing(), workers))) == expected
        assert workers.pool is not first


def test_an_article_that_ends_every_process_is_told_by_name_and_the_others_are_read(expected):
    poisoned = items()
    poisoned[3] = Article("poison", "Hun Sen")
    with Processes(2, reading_alike.ending) as workers:
        found = list(map(plain, in_order(poisoned, workers)))
    assert found[3].startswith("poison: could not be read (the process that read it ended, 2 times)")
    assert [*found[:3], *found[4:]] == [*expected[:3], *expected[4:]]


def test_processes_that_end_before_they_read_are_told(monkeypatch):
    monkeypatch.setattr(processes, "ready", reading_alike.never)
    with Processes(1) as workers, pytest.raises(UsageError, match="--workers 1: the processes end before"):
        list(in_order([Article("a", "")], workers))


def test_no_more_than_a_window_is_out():
    taken = 0

    def counted():
        nonlocal taken
        for taken in range(1, 3 * WINDOW * ARTICLES):
            yield Article(str(taken), "")

    with Processes(1, reading_alike.light) as workers:
        for given, _ in enumerate(in_order(counted(), workers), 1):
            assert taken - given <= WINDOW * ARTICLES
    assert given == taken


def test_long_articles_go_out_in_smaller_batches():
    class Counting:
        sizes = ()

        def begin(self, batch):
            self.sizes = (*self.sizes, len(batch.articles))
            batch.future.set_result([ArticleError(one.id, "", "") for one in batch.articles])

        def finish(self, batch):
            return batch.future.result()

    workers = Counting()
    list(in_order([Article(str(n), "a" * (SIGNS // 2)) for n in range(5)], workers))
    assert workers.sizes == (2, 2, 1)


def test_this_machine_or_a_cluster():
    with pytest.raises(UsageError, match="give one of them"), reading([], 2, "tcp://127.0.0.1:8786"):
        pass


@pytest.fixture
def corpus(tmp_path):
    """Write so many articles that their reading can be broken off."""
    told = [one for one in load([ROOT / "data" / "articles"]) if isinstance(one, Article)]
    lines = [json.dumps({"id": f"{n}-{one.id}", "text": one.text}) for n in range(12) for one in told]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines))
    return tmp_path / "corpus.jsonl"


@contextmanager
def building(corpus, *options):
    """Start a build in a group of its own and wait until its processes read."""
    heard = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a job in the background hears none
    )
    door = [sys.executable, "-c", f"{heard}; from banggiao import main; main()", "build", str(corpus), *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    given = {"cwd": ROOT, "start_new_session": True, "env": {**os.environ, "BANGGIAO_STORE": f"{corpus.parent}/store"}}
    with subprocess.Popen(door, **pipes, **given) as build:
        try:
            until(lambda: len(workers_of(build.pid)) == 2)
            yield build
        finally:
            with suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)


def workers_of(pid):
    """Return the processes that a process has started to read."""
    return [one for one in psutil.Process(pid).children() if "spawn_main" in " ".join(one.cmdline())]


def until(true, seconds=20):
    """Wait for something."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("early", [True, False])
def test_an_interrupt_ends_all_in_one_word(corpus, early):
    with building(corpus, "--workers", "2") as build:
        those = workers_of(build.pid)
        time.sleep(0.1 if early else 2)
        os.killpg(build.pid, signal.SIGINT)
        said = build.communicate(timeout=20)
    assert build.returncode == 1
    assert said[1].strip() == "Aborted!"
    assert not any(one.is_running() for one in those)


def test_processes_end_with_who_asks_them(corpus):
    with building(corpus, "--workers", "2") as build:
        those = workers_of(build.pid)
        build.kill()
        until(lambda: not any(one.is_running() for one in those))
