"""A real server over the example articles and one that means harm, started once for all tests that ask it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import DOOR, LIMITS, ROOT, harm, serving

from graph.store import GraphStore


@pytest.fixture(scope="session")
def served_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "store"
    subprocess.run([*DOOR, "build", "data/articles", "--store", str(path)], cwd=ROOT, check=True, capture_output=True)
    with GraphStore.open(path, write=True) as store:
        store.add([harm()])
    return path


@pytest.fixture(scope="session")
def server(served_store: Path) -> Iterator[str]:
    with serving(served_store, *LIMITS) as address:
        yield address
