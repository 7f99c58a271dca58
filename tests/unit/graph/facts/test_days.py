"""Which starts of visits are one: days that lie close, a day of no year with the only one that it can be."""

import itertools

import pytest
from told_examples import DUNG, HANOI, KHM, reading

from graph.facts.days import groups
from graph.merge import merge
from ontology.dates import Date
from ontology.facts import Visit


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2018-11-10 2018-11-11", "2018-11-10 2018-11-10"),
        ("2018-11-10 2018-11-14", "2018-11-10 2018-11-14"),
        ("2018-12-30 2019-01-01", "2018-12-30 2018-12-30"),
        ("2018-11-10 XXXX-11-12", "2018-11-10 2018-11-10"),
        ("2017-11-10 2018-11-11 XXXX-11-11", "2017-11-10 2018-11-11 XXXX-11-11"),
        ("XXXX-11-10 XXXX-11-11", "XXXX-11-10 XXXX-11-10"),
        ("2017-11 XXXX-11-11", "2017-11-11"),
        ("2017-11 2018-11 XXXX-11-11", "XXXX-11-11"),
        ("2017 XXXX-11 XXXX-02-29 XXXX-03-01", "XXXX-02-29 XXXX-02-29"),
        ("2018-11-XX", ""),
    ],
)
def test_what_days_mean(told, meant):
    days = [Date(one) for one in told.split()]
    for order in itertools.permutations(days):
        found = groups(order)
        assert " ".join(str(found[day]) for day in days if day in found) == meant


def visits(*told):
    """Return how many visits some articles tell of, each by its start and its date of publication."""
    facts = [(Visit(DUNG, KHM, HANOI, Date(start) if start else None), seen) for start, seen in told]
    graph = merge(reading(f"{n}", fact, published=seen) for n, (fact, seen) in enumerate(facts))
    return len([fact for fact in graph.facts if fact.kind == "visit"])


def test_a_visit_told_from_another_day_is_that_visit():
    assert visits(("2022-04-26", None), ("2022-04-27", None)) == 1
    assert visits(("2022-04-26", None), ("2022-04-27", None), (None, None), ("XXXX-04-25", None)) == 1
    assert visits(("2022-04-26", None), ("2022-05-26", None)) == 2
    assert visits(("XXXX-04-26", None), ("2022-04", None)) == 1


def test_an_article_of_another_year_means_another_visit():
    assert visits(("2018-04-26", None), ("XXXX-04-27", "2022-04-28")) == 2
    assert visits(("2018-04-26", None), ("XXXX-04-27", "2018-04-28")) == 1
