"""Quotes stand where the graph says."""

from dataclasses import replace

import pyoxigraph as ox
from told_examples import SRENG, governor, met, reading, secretary

from graph.answers.verification import verify
from graph.store import GraphStore
from ontology.facts import Article

TOLD = reading("a.txt", governor(SRENG), secretary(), met("2022-04-27"))


def store():
    made = GraphStore(ox.Store())
    made.add([TOLD])
    return made


def test_the_text_that_was_read_stands():
    assert verify(store(), [TOLD.article]) == []


def test_one_changed_character_fails_what_stands_on_it():
    text = TOLD.article.text
    for claim in TOLD.claims:
        at = claim.evidence[0].start
        changed = replace(TOLD.article, text=text[:at] + "#" + text[at + 1 :])
        (failure,) = verify(store(), [changed])
        kind = type(claim.fact).__name__.lower()
        assert f"/{kind}/" in failure.iri
        assert "a.txt" in str(failure)
        assert "text has changed" in str(failure)


def test_a_change_beside_all_quotes_fails_nothing():
    assert verify(store(), [replace(TOLD.article, text=TOLD.article.text + "Thêm.")]) == []


def test_moved_text_fails_what_comes_after():
    failures = verify(store(), [replace(TOLD.article, text="x" + TOLD.article.text)])
    assert len(failures) == len(TOLD.claims)
    assert any("stands at 1, not at 0" in str(failure) for failure in failures)


def test_an_article_that_was_not_read_fails():
    (failure,) = verify(store(), [Article("b.txt", "Khác.")])
    assert "has not read it" in str(failure)
