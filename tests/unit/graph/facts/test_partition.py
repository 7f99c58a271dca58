"""Which tellings of a block are one fact."""

import itertools

import pytest

from graph.facts.partition import Cluster, Told, partition
from ontology.dates import Date


def told(number, article, date, **more):
    """A meeting told as of a date."""
    when = Date(date) if date else None
    return Told(number, article, (number, number, ""), (when,), when is not None, when is not None, when, **more)


def clusters(*given):
    """Partition meetings told as (article, date) and return the articles of each cluster, by its date."""
    block = [told(number, article, date) for number, (article, date) in enumerate(given)]
    return sorted((str(c.features[0] or ""), sorted(t.article for t in c.tellings)) for c in partition(block))


@pytest.mark.parametrize(
    ("given", "found"),
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
def test_what_says_less_joins_the_one_that_agrees(given, found):
    for order in itertools.permutations(given):
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
    appeared = Date(published) if published else None
    block = [told(1, "a", "2022-04-27"), told(2, "b", None, status=status, published=appeared)]
    assert (len(partition(block)) == 1) is together


def test_what_one_article_tells_is_placed_by_the_features_that_others_founded():
    known = [
        Cluster((Date(date),), anchored=True, dated=True, when=Date(date), iri=date)
        for date in ("2022-04-27", "2023-04-27")
    ]
    found = partition([told(1, "a", "2022-04"), told(2, "b", "XXXX-04-27"), told(3, "c", "2023-04-27")], known)
    assert [(c.iri, [t.article for t in c.tellings], c.founders) for c in found] == [
        ("2022-04-27", ["a"], set()),
        ("2023-04-27", ["c"], {3}),
        ("", ["b"], {2}),
    ]
