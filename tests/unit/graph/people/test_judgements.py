"""What people judge of names: kept, transitive, withdrawn, never destroyed."""

import pytest

from graph.people.judgements import Judgement, Named, Verdicts, check, lines, load, parse, standing, withdrawal
from ontology.errors import DataError, UsageError

A, B, C, D = (Named(name, "KHM") for name in ("Sok Phirun", "Xốc Phi-run", "Sóc Phi-run", "Sok Phiron"))


def judged(first, second, verdict, date="2026-11-24"):
    return Judgement(first, second, verdict, date, "Lan")


def test_a_table_is_read_back_as_it_was_written(tmp_path):
    log = (judged(A, B, "same"), Judgement(B, Named("Sok Phirun", "KHM", "Bộ trưởng", "KHM"), "unsure", "", "", "why"))
    (tmp_path / "judgements.tsv").write_text("".join(lines(log)), encoding="utf-8")
    assert load(tmp_path / "judgements.tsv") == log
    assert load(tmp_path / "none.tsv") == ()


def test_the_newest_of_a_pair_is_in_force_whichever_stands_first():
    log = [judged(A, B, "same"), judged(B, A, "different"), judged(C, A, "unsure")]
    assert {one.verdict for one in standing(log)} == {"different", "unsure"}


def test_what_is_withdrawn_is_not_in_force_and_stays_in_the_table():
    log = [judged(A, B, "same")]
    log.append(withdrawal(log[0], "2026-11-25", "Minh"))
    assert standing(log) == ()
    assert log[1].note == "was same, 2026-11-24 Lan"
    assert len(list(parse("".join(lines(log)), "table"))) == 2


def test_judgements_answer_what_follows_from_them():
    known = Verdicts([judged(A, B, "different"), judged(B, C, "same"), judged(C, D, "unsure")])
    assert [known.answer(*pair) for pair in ((A, C), (C, B), (D, C), (D, A))] == ["different", "same", "unsure", ""]


def test_a_contradiction_is_refused_whatever_the_order():
    log = [judged(A, B, "same"), judged(B, C, "same"), judged(A, C, "different")]
    for told in (log, log[::-1]):
        with pytest.raises(UsageError, match="other judgements make them one"):
            check(told)
    check([*log, withdrawal(log[0], "", "")])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\tother_name\n", "no column verdict"),
        ("name\tother_name\tverdict\nA\tB\tperhaps\n", "line 2: 'perhaps' is no verdict"),
        ("name\tother_name\tverdict\nA\t\tsame\n", "names nobody"),
        ("name\tother_name\tverdict\tdate\nA\tB\tsame\ttoday\n", "is no day"),
    ],
)
def test_a_wrong_table_is_told(text, says):
    with pytest.raises(DataError, match=says):
        list(parse(text, "t.tsv"))


def test_lines_without_a_verdict_wait():
    assert list(parse("name\tother_name\tverdict\nA\tB\t\n", "t.tsv")) == []
