"""Articles made for measuring are all different and can be read; what measures them works on a few."""

import json
from pathlib import Path

import pytest

from bench import made
from bench.speed import measure
from extract.reader import read

EXAMPLES = Path(__file__).parents[3] / "data" / "articles"
FEW = 3


@pytest.fixture(scope="module")
def articles():
    return measure.articles([EXAMPLES])[:FEW]


@pytest.fixture(scope="module")
def models(articles):
    return made.made(articles)


def test_made_articles_differ_in_names_and_days(models):
    texts = [article.text for article in models.articles(10 * FEW)]
    assert len(set(texts)) == len(texts)


def test_a_made_article_is_the_same_each_time(models):
    assert models.article(FEW + 1) == next(models.articles(1, FEW + 1))


def test_made_articles_keep_their_sentences(models, articles):
    for one, article in zip(models.articles(FEW), articles, strict=True):
        assert one.text.count("\n") == article.text.count("\n")
        assert len(one.text.split()) == pytest.approx(len(article.text.split()), rel=0.02)


def test_made_articles_tell_facts(models, articles):
    told = sum(len(read(article).claims) for article in articles)
    assert sum(len(read(article).claims) for article in models.articles(FEW)) > told / 2


def test_rates_are_of_what_was_read(articles):
    for rate in (measure.reading(articles), measure.scanning(articles)):
        assert rate.articles == FEW
        assert rate.megabytes == pytest.approx(sum(len(a.text.encode()) for a in articles) / 1e6)
        assert rate.seconds > 0


def test_a_long_text_is_all_of_its_parts(articles):
    assert measure.lengths(articles).megabytes > measure.lengths(articles[:1]).megabytes


def test_a_stream_is_told_of_now_and_then(models):
    told = list(measure.streaming(models.articles(4), every=2))
    assert [count for count, _, _ in told] == [2, 4]
    assert all(rate > 0 and memory > 0 for _, rate, memory in told)


def test_a_build_costs_more_than_its_start(tmp_path, articles, monkeypatch):
    monkeypatch.setattr(measure, "ROUNDS", 1)
    lines = [{"id": article.id, "text": article.text} for article in articles]
    texts = tmp_path / "texts.jsonl"
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert measure.building(texts, FEW).articles == FEW - 1
