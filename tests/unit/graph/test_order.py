"""Order, batches, replacement and removal cannot be seen: the graph is a function of the set of claims."""

import random
from dataclasses import replace

import pyoxigraph as ox
import pytest
from made_world import World
from told_examples import DUNG, VNM, reading

from graph.people.judgements import Judgement, Named
from graph.store import GraphStore
from graph.writing.derivation import describe_derived
from graph.writing.description import describe_merged
from ontology.facts import Office, Person
from ontology.terms import DERIVED

HUNS = Judgement(Named("Hun Sen", "KHM"), Named("Hun Manet", "KHM"), "same", "2026-01-01", "a")
NOT_SRENG = Judgement(Named("Khuong Sreng", "KHM"), Named("Khuông Sơ-reng", "KHM"), "different", "2026-01-01", "a")


def default_graph(store):
    return set(store.core.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def derived_graph(store):
    return set(store.core.quads_for_pattern(None, None, None, DERIVED))


def whole(readings, *judged):
    store = GraphStore(ox.Store())
    store.judge(judged)
    store.add(readings)
    store.settle()
    return store


@pytest.mark.parametrize("seed", range(12))
def test_what_came_and_went_cannot_be_seen(seed):
    world, dice = World(seed), random.Random(seed)  # noqa: S311
    held = {one.article.id: one for one in world.readings(dice.randint(3, 14))}
    wanted = whole(held.values(), HUNS, NOT_SRENG)
    assert default_graph(wanted) == set(describe_merged(wanted.merged()))
    store, judged = GraphStore(ox.Store()), [HUNS, NOT_SRENG]
    for _ in range(5):
        some = dice.sample([*held], dice.randint(1, len(held)))
        store.add([held[name] if dice.random() < 0.6 else world.reading(name) for name in some])
        if judged and dice.random() < 0.4:
            store.judge([judged.pop(dice.randrange(len(judged)))])
        if dice.random() < 0.6:
            store.settle()
        store.remove([article.id for article in store.articles() if dice.random() < 0.3])
        store.settle()
        assert default_graph(store) == set(describe_merged(store.merged()))
        assert derived_graph(store) == set(describe_derived(store.merged()))
    store.judge(judged)
    store.add([one for one in held.values() if store.reading(one.article.id) != one])
    assert store.turtle() == wanted.turtle()
    store.remove([*held])
    assert default_graph(whole([])) == set()
    store.settle()
    assert default_graph(store) == set() == derived_graph(store)


def test_a_judgement_that_is_withdrawn_leaves_no_trace():
    readings = [reading(one.name, Office(one, "Thủ tướng", VNM, "VNM")) for one in (Person("A B", (), "VNM"), DUNG)]
    same = Judgement(Named("A B", "VNM"), Named(DUNG.name, "VNM"), "same", "2026-01-01", "a")
    before, store = whole(readings).turtle(), whole(readings, same)
    assert len([node for node in store.merged().nodes if node.kind == "person"]) == 1
    store.judge([replace(same, verdict="withdrawn")])
    assert store.turtle() == before
