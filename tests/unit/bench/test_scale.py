"""What measures stores of some size works on a few made articles."""

from pathlib import Path

import pytest

from bench import made
from bench.scale import measure, run
from extract.articles import load
from graph.store import GraphStore
from ontology.facts import Article

EXAMPLES = Path(__file__).parents[3] / "data" / "articles"
FEW = 4


@pytest.fixture(scope="module")
def models():
    return made.made([one for one in load([EXAMPLES]) if isinstance(one, Article)][:FEW])


@pytest.fixture(scope="module")
def folder(models, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scale")
    measure.written(models.articles(FEW), folder / "texts.jsonl")
    spent = measure.building(folder / "texts.jsonl", folder / "store")
    assert spent.seconds > 0
    assert spent.memory > 1
    return folder


def test_one_more_article_stays(models, folder):
    assert measure.adding(folder / "store", models.articles(1, FEW)) > 0
    with GraphStore.open(folder / "store") as store:
        assert store.names() == [f"made-{number:07}" for number in range(FEW + 1)]


def test_every_question_is_asked_and_rdflib_answers_it_too(folder):
    with GraphStore.open(folder / "store") as store:
        assert run.lines(store.core, folder / "merged.nt") > 0
        asked = {title: sparql for title, sparql, *_ in measure.asking(store, store.core)}
    assert {"met", "met person", "chain", "evidence", "timeline"} <= asked.keys()
    told = measure.rdflib(folder / "merged.nt", {"levels": asked["levels"]})
    assert told.keys() == {"load", "memory", "levels"}
    assert told["memory"] > 1
