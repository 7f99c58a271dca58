"""A writer that is killed at any moment: the store opens, keeps all that was acknowledged, and ends the same."""

import os
import random
import signal
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from killer import readings

from graph.store import GraphStore
from ontology.errors import StoreError

HERE = Path(__file__).parent
KILLS, STORES = 12, 2
LONG = 600.0  # seconds that no build takes


@pytest.fixture(scope="module")
def run():
    """Give what builds a store at a path, for some seconds; it tells the exit status and the seconds."""
    paths = os.pathsep.join([str(HERE.parents[2]), str(HERE)])
    with subprocess.Popen(
        [sys.executable, HERE / "killer.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as killer:
        assert killer.stdin
        assert killer.stdout

        def build(path, seconds=LONG):
            print(path, f"{path}.noted", seconds, sep="\t", file=killer.stdin, flush=True)
            status, lived = killer.stdout.readline().split("\t")
            return int(status), float(lived)

        yield build
        killer.stdin.close()


def exported(path: Path) -> bytes:
    """Return the whole store as N-Quads."""
    with GraphStore.open(path) as store:
        store.export(path / "all.nq")
    return (path / "all.nq").read_bytes()


@pytest.fixture(scope="module")
def uninterrupted(run, tmp_path_factory):
    """Return the bytes of a build that nobody killed, and how long it took."""
    path = tmp_path_factory.mktemp("whole") / "store"
    status, seconds = run(path)
    assert status == 0
    return exported(path), seconds


@pytest.mark.parametrize("seed", range(STORES))
def test_a_build_that_is_killed_again_and_again_ends_the_same(tmp_path, run, uninterrupted, seed):
    wanted, seconds = uninterrupted
    path, dice = tmp_path / "store", random.Random(seed)  # noqa: S311 - moments, no secret
    statuses = []
    for _ in range(KILLS):
        Path(f"{path}.noted").write_text("")
        statuses.append(run(path, dice.uniform(0, seconds))[0])
        check(path, int([*Path(f"{path}.noted").read_text().split("\n"), "0"][-2] or 0))
    assert set(statuses) <= {0, -signal.SIGKILL}
    assert statuses.count(-signal.SIGKILL) > KILLS // 2
    assert run(path)[0] == 0
    assert exported(path) == wanted


def refusal(path: Path) -> str:
    """Return what a reader is told, "" where it can read."""
    try:
        GraphStore.open(path).close()
    except StoreError as error:
        return str(error)
    return ""


def check(path: Path, acknowledged: int) -> None:
    """See that a reader reads or is told, and that a writer finds whole articles, those acknowledged among them."""
    assert not (told := refusal(path)) or "cut off" in told or "there is no store" in told
    known = defaultdict(set)
    for one in readings():
        known[one.article.id].add(one.claims)
    with GraphStore.open(path, write=True) as store:
        found = {one.article.id: one.claims for one in store.readings()}
    assert {one.article.id for one in readings()[:acknowledged]} <= found.keys()
    assert all(claims in known[name] for name, claims in found.items())
