"""A build on a Dask cluster, real and on loopback, gives the bytes of a build in one process."""

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from extract import cluster
from extract.articles import load
from ontology.errors import UsageError
from ontology.facts import Article

ROOT = Path(__file__).parents[2]
QUICK = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}  # one lost worker is enough
# A text that ends its worker: Python runs this when a worker starts.
POISON = """
import os, extract.reader
read = extract.reader.read
extract.reader.read = lambda article: os._exit(9) if article.id == "poison" else read(article)
"""


@contextmanager
def program(*command, env=QUICK):
    """Run a program until the end of the block."""
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            yield running
        finally:
            running.kill()


@contextmanager
def scheduler(folder):
    """Start a scheduler on loopback; yield its address."""
    told = folder / "scheduler.json"
    command = (sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    with program(*command, "--no-dashboard", "--scheduler-file", str(told)):
        until(told.exists)
        yield json.loads(told.read_text())["address"]


def worker(address, folder, *options, env=QUICK):
    """Return a worker of a scheduler, to be started."""
    command = (sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard")
    return program(*command, "--local-directory", str(folder), "--host", "127.0.0.1", *options, env=env)


def until(true, seconds=30):
    """Wait for something."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def build(*options, store):
    """Build through the front door, in a process of its own."""
    door = (
        sys.executable,
        "-c",
        "from banggiao import main; main()",
        "build",
        *map(str, options),
        "--store",
        str(store),
    )
    return subprocess.Popen(door, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def bytes_of(store):
    """Return the whole graph of a store."""
    door = (
        sys.executable,
        "-c",
        "from banggiao import main; main()",
        "export",
        "-o",
        f"{store}.nq",
        "--store",
        str(store),
    )
    subprocess.run(door, cwd=ROOT, check=True, capture_output=True)
    return Path(f"{store}.nq").read_bytes()


@pytest.fixture
def corpus(tmp_path):
    """Write the example articles twice under other ids, so that their reading takes a while."""
    told = [one for one in load([ROOT / "data" / "articles"]) if isinstance(one, Article)]
    lines = [json.dumps({"id": f"{n}-{one.id}", "text": one.text}) for n in range(4) for one in told]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines))
    return tmp_path / "corpus.jsonl"


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(corpus, tmp_path):
    one = build(corpus, store=tmp_path / "one")
    with ExitStack() as stack:
        address = stack.enter_context(scheduler(tmp_path))
        first, _ = (stack.enter_context(worker(address, tmp_path, "--no-nanny")) for _ in range(2))
        with cluster.reach(address, 30) as watching:
            watching.wait_for_workers(2)
            many = build(corpus, "--cluster", address, store=tmp_path / "many")
            until(lambda: any(watching.processing().values()))
            first.kill()
        said = many.communicate(timeout=60)
    assert many.returncode == 0, said
    assert said[0].splitlines()[1:] == one.communicate()[0].splitlines()[1:]
    assert bytes_of(tmp_path / "many") == bytes_of(tmp_path / "one")


def test_an_article_that_ends_every_worker_is_told_by_name(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(POISON)
    env = QUICK | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    lines = [json.dumps({"id": name, "text": "Hun Sen"}) for name in ("a", "poison", "b")]
    (tmp_path / "three.jsonl").write_text("\n".join(lines))
    with scheduler(tmp_path) as address, worker(address, tmp_path, env=env):
        many = build(tmp_path / "three.jsonl", "--cluster", address, store=tmp_path / "many")
        said = many.communicate(timeout=60)
    assert many.returncode == 1, said
    assert "poison: could not be read (the workers that read it ended" in said[1]
    assert "Read 2 articles" in said[0]


def test_a_worker_with_another_banggiao_is_told():
    assert cluster.read_alike(cluster.stamp(), []) == []
    with pytest.raises(UsageError, match="another banggiao"):
        cluster.read_alike("another", [])


def test_no_scheduler_and_no_worker_are_told(tmp_path):
    with pytest.raises(UsageError, match="no scheduler answers there"):
        cluster.reach("tcp://127.0.0.1:9", 0.5)
    with scheduler(tmp_path) as address, pytest.raises(UsageError, match="has no worker"):
        cluster.reach(address, 1)
