"""One store of all example articles, for the tests that only read it."""

import pyoxigraph as ox
import pytest
from told_examples import gold

from graph.store import GraphStore

collect_ignore = ["conftest.py"]  # several files have this name, and none has examples


@pytest.fixture(scope="session")
def examples() -> GraphStore:
    store = GraphStore(ox.Store())
    store.add(gold())
    store.settle()
    return store
