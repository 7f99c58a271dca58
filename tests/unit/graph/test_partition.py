"""Which tellings of a block are one fact."""

import itertools

import pytest
from told_examples import met, reading

from graph.mentions import tellings_of
from graph.partition import Told, partition
from ontology.dates import Date
from ontology.facts import Meeting


def clusters(*told):
    """Partition meetings told as (article, date) and return the articles of each cluster, by its date."""
    readings = [
        reading(article, *(met(d, place=f"Nhà {n}") for n, (_, d) in enumerate(group)))
        for article, group in itertools.groupby(sorted(told, key=lambda t: t[0]), key=lambda t: t[0])
    ]
    block = [
        Told(t, (t.fact.date,), t.fact.date is not None, t.fact.date is not None, t.fact.date)
        for t in tellings_of(readings)
        if isinstance(t.fact, Meeting)
    ]
    return sorted((str(c.features[0] or ""), sorted(t.telling.article for t in c.tellings)) for c in partition(block))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([("a", "2022-04-27"), ("b", "2022-04-27")], [("2022-04-27", ["a", "b"])]),
        ([("a", "2022-04-27"), ("b", "2022-04-28")], [("2022-04-27", ["a"]), ("2022-04-28", ["b"])]),
        ([("a", "2022-04-27"), ("b", "XXXX-04-27")], [("2022-04-27", ["a", "b"])]),
        ([("a", "2022-04-27"), ("b", "2022"), ("c", "2022-04")], [("2022-04-27", ["a", "b", "c"])]),
        (
            [("a", "2022-04-27"), ("b", "2023-04-27"), ("c", "XXXX-04-27")],
            [("2022-04-27", ["a"]), ("2023-04-27", ["b"]), ("XXXX-04-27", ["c"])],
        ),
        ([("a", "2022-04"), ("b", "XXXX-04-27")], [("2022-04", ["a"]), ("XXXX-04-27", ["b"])]),
        ([("a", "XXXX-04-27"), ("b", "XXXX-04-27")], [("XXXX-04-27", ["a", "b"])]),
        ([("a", "2022-04-27"), ("b", None)], [("2022-04-27", ["a", "b"])]),
        ([("a", "2022-04-27"), ("a", None)], [("", ["a"]), ("2022-04-27", ["a"])]),
        ([("a", None), ("b", None)], [("", ["a"]), ("", ["b"])]),
        ([("a", "2022-04-27"), ("b", None), ("b", None)], [("", ["b"]), ("", ["b"]), ("2022-04-27", ["a"])]),
        ([("a", "2022-04-27/2022-04-28"), ("b", "2022-04")], [("2022-04-27/2022-04-28", ["a", "b"])]),
    ],
)
def test_what_says_less_joins_the_one_that_agrees(told, found):
    for order in itertools.permutations(told):
        assert clusters(*order) == found


@pytest.mark.parametrize(
    ("status", "published", "together"),
    [
        ("planned", "2022-05-01", False),
        ("planned", "2022-04-01", True),
        ("done", "2022-04-01", False),
        ("done", "2022-05-01", True),
        ("done", None, True),
        ("underway", "2022-05-01", True),
        ("underway", "2022-09-01", False),
        (None, "2022-04-01", True),
    ],
)
def test_an_undated_telling_joins_only_what_its_article_can_know(status, published, together):
    dated, undated = (
        next(t for t in tellings_of([told]) if isinstance(t.fact, Meeting))
        for told in (reading("a", met("2022-04-27")), reading("b", met(None, status=status)))
    )
    block = [
        Told(dated, (dated.fact.date,), anchored=True, dated=True, when=dated.fact.date),
        Told(undated, (None,), anchored=False, published=Date(published) if published else None),
    ]
    assert (len(partition(block)) == 1) is together
