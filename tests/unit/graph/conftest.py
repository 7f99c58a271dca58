"""What several tests of the graph need: one store of all example articles, only read; being another user."""

import os

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


@pytest.fixture
def nobody():
    """Be another user where the tests are run by root, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)
