"""The example articles and their gold facts hold what docs/facts.md promises: well-formed, grounded, complete."""

import json
import unicodedata
from collections import Counter
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from extract.articles import load
from ontology.dates import Date
from ontology.facts import KINDS, Article
from ontology.vocabulary import load as vocabulary

DATA = Path(__file__).parents[2] / "data"
GOLD = [json.loads(line) for line in (DATA / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
FACTS = [(doc, fact) for doc in GOLD for fact in doc["facts"]]
PEOPLE = ("person", "a", "b", "visitor", "leader")
DATES = ("date", "start", "end", "since")
# which scheme a slot's value comes from; the kinds' own statuses are listed in STATUSES
SCHEMES = {"form": "forms", "rank": "ranks", "kind": "kinds", "level": "levels", "status": "statuses"}
STATUSES = {
    "meeting": {"planned", "underway", "done", "cancelled"},
    "visit": {"planned", "underway", "done", "cancelled"},
    "agreement": {"signed", "expired", "proposed"},
    "relation": {"established", "proposed"},
}


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    read = list(load([DATA / "articles"]))
    assert [error for error in read if not isinstance(error, Article)] == []
    return {article.id: article for article in read if isinstance(article, Article)}


def notations(scheme: str) -> set[str]:
    return {concept.notation for concept in vocabulary().concepts(scheme)}


def names(doc: dict[str, Any]) -> set[str]:
    return {person["name"] for person in doc["persons"]}


def test_every_article_has_gold_and_every_gold_its_article(articles):
    assert sorted(doc["id"] for doc in GOLD) == sorted(articles)


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_an_article_is_well_formed(doc):
    assert set(doc) == {"id", "published", "persons", "facts"}
    assert doc["published"] is None or Date(doc["published"])
    assert all(set(person) == {"name", "also", "country"} for person in doc["persons"])
    assert len(names(doc)) == len(doc["persons"])


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_publication_dates_are_those_that_the_files_carry(doc, articles):
    published = articles[doc["id"]].published
    assert doc["published"] == (str(published) if published else None)


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_persons_are_those_who_stand_in_a_fact(doc):
    standing = {fact[slot] for fact in doc["facts"] for slot in PEOPLE if fact.get(slot)}
    assert standing == names(doc)


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_names_titles_and_agreements_stand_in_the_text(doc, articles):
    text = folded(articles[doc["id"]].text)
    said = [name for person in doc["persons"] for name in (person["name"], *person["also"])]
    said += [fact["title"] for fact in doc["facts"] if fact["fact"] == "office"]
    said += [fact["name"] for fact in doc["facts"] if fact["fact"] == "agreement" and fact["name"]]
    assert [wording for wording in said if folded(wording) not in text] == []


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["id"])
def test_a_fact_is_told_once(doc):
    told = Counter(json.dumps(fact, sort_keys=True) for fact in doc["facts"])
    assert [fact for fact, times in told.items() if times > 1] == []


def test_facts_have_the_keys_and_slots_of_their_kind():
    for doc, fact in FACTS:
        kind = KINDS[fact["fact"]]
        assert set(fact) == {"fact"} | {field.name for field in fields(kind)}, doc["id"]
        keys = [field.name for field in fields(kind) if field.default is MISSING]
        free = {"visitor", "years"}  # a delegation without a named leader; a friendship year
        assert all(fact[key] is not None for key in keys if key not in free), (doc["id"], fact)


def test_dates_are_edtf():
    for _, fact in FACTS:
        assert all(Date(fact[slot]) for slot in DATES if fact.get(slot) is not None)


def test_values_come_from_the_schemes():
    for doc, fact in FACTS:
        for slot, scheme in SCHEMES.items():
            assert fact.get(slot) is None or fact[slot] in notations(scheme), (doc["id"], fact)
        assert fact.get("status") is None or fact["status"] in STATUSES[fact["fact"]], (doc["id"], fact)
        assert fact["fact"] != "anniversary" or fact["of"] in notations("occasions"), (doc["id"], fact)


def test_meetings_and_visits_have_a_status():
    assert [fact for _, fact in FACTS if fact["fact"] in ("meeting", "visit") and not fact["status"]] == []


def test_country_codes_are_known():
    known = {concept.notation for concept in vocabulary().concepts("polities") if concept.kind == "Country"}
    used = {person["country"] for doc in GOLD for person in doc["persons"]}
    for _, fact in FACTS:
        sides = [fact.get(slot) for slot in ("of", "country", "origin", "destination")] + fact.get("parties", [])
        used |= {side for side in sides if side and len(side) == 3 and side.isupper()}
    assert used - {None} <= known


def test_parties_are_two_or_more():
    assert all(len(set(fact["parties"])) >= 2 for _, fact in FACTS if "parties" in fact)


def test_all_seven_kinds_are_told_more_than_once():
    told = Counter(fact["fact"] for _, fact in FACTS)
    assert set(told) == set(KINDS)
    assert min(told.values()) >= 5


def test_the_articles_cover_what_the_readme_says():
    said = {(fact["fact"], fact.get("status")) for _, fact in FACTS}
    assert said >= {("visit", status) for status in STATUSES["visit"]}
    assert said >= {("agreement", status) for status in STATUSES["agreement"]}
    assert said >= {("meeting", "planned"), ("relation", "proposed")}
    levels = {fact["level"] for _, fact in FACTS if fact["fact"] == "relation"}
    assert levels >= {"special relationship", "sister cities", "comprehensive strategic partnership"}
