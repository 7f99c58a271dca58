"""The scorer counts as docs/facts.md means it."""

import json

import pytest

from bench.quality import alike, counting, score

PEOPLE = [{"name": "Đinh Tiến Dũng", "also": ["Dũng"]}, {"name": "Khuông Sơ-reng", "also": ["Khuong Sreng"]}]
MEETING = {"fact": "meeting", "a": "Đinh Tiến Dũng", "b": "Khuông Sơ-reng", "date": "XXXX-04-27", "form": "talks"}
GOLD = {"id": "a", "persons": PEOPLE, "facts": [MEETING]}


def counted(*records, kind="meeting"):
    return counting.score([GOLD], [{"article": "a", **record} for record in records])[kind]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([MEETING], (1, 1, 2, 2, 0)),
        ([MEETING | {"a": "Khuong Sreng", "b": "Dinh Tien Dung"}], (1, 1, 2, 2, 0)),
        ([MEETING | {"form": "call"}], (1, 1, 2, 1, 0)),
        ([MEETING | {"date": "2022-04-27"}], (1, 1, 2, 2, 1)),
        ([MEETING | {"date": None}], (1, 1, 2, 1, 0)),
        ([MEETING | {"form": "call"}, MEETING], (2, 1, 2, 2, 0)),
        ([MEETING | {"b": "Hun Sen"}], (1, 0, 0, 0, 0)),
        ([], (0, 0, 0, 0, 0)),
    ],
)
def test_a_meeting_is_counted(found, expected):
    row = counted(*found)
    assert (row.found, row.hits, row.slots, row.slots_right, row.invented) == expected


def test_people_are_counted_by_any_of_their_names():
    row = counted({"fact": "person", "name": "Khuong Sreng", "also": []}, kind="person")
    assert (row.gold, row.found, row.hits, row.precision, row.recall) == (2, 1, 1, 1.0, 0.5)


@pytest.mark.parametrize(
    ("found", "expected"),
    [(("education", "trade"), (2, 2, 1)), ((), (2, 0, 0)), (None, (0, 0, 0))],
    ids=["one right, one wrong", "none told", "the meeting is not found"],
)
def test_topics_are_counted_in_meetings_that_are_found(found, expected):
    gold = GOLD | {"facts": [MEETING | {"topics": ["border", "trade"]}]}
    records = [] if found is None else [{"article": "a", **MEETING, "topics": list(found)}]
    row = counting.topics([gold], records)
    assert (row.gold, row.found, row.hits) == expected


def test_facts_of_another_article_do_not_count():
    counts = counting.score([GOLD], [{"article": "b", **MEETING}])
    assert (counts["meeting"].found, counting.macro(counts)) == (0, 0.0)


@pytest.mark.parametrize(
    ("edges", "pairs"),
    [
        ([], []),
        ([(0, 0, 0), (1, 0, 1), (0, 1, 0)], [(0, 1), (1, 0)]),
        ([(1, 0, 0), (0, 0, 1)], [(0, 1)]),
        ([(0, 0, 0), (0, 1, 0), (0, 2, 0)], [(0, 0)]),
    ],
)
def test_each_is_paired_once_and_as_many_as_can_be(edges, pairs):
    assert counting.pairs(edges) == pairs


@pytest.mark.parametrize(
    ("same", "gold", "found", "is_same"),
    [
        (alike.title, "Bí thư Thành ủy", "Bí thư Thành ủy Hà Nội", True),
        (alike.title, "Chủ tịch UBND thành phố", "Chủ tịch Ủy ban nhân dân thành phố", True),
        (alike.title, "Chủ tịch nước", "nguyên Chủ tịch nước", False),
        (alike.text, "Viêng Chăn", "Vientiane", True),
        (alike.text, "LAO", "VNM", False),
        (alike.date, "2022-04-27/2022-04-28", "2022-04-27", False),
        (alike.date, "2022", "2022-04-27", True),
        (alike.parties, ["VNM", "KHM"], ["KHM", "VNM", "LAO"], True),
        (alike.parties, ["VNM", "KHM"], ["VNM", "LAO"], False),
        (alike.people, ["Donald Trump"], ["Trump"], True),
        (alike.people, ["Kim Jong Un"], ["Un"], False),
        (alike.people, None, None, True),
        (alike.people, None, ["Hun Sen"], False),
        (alike.agreement_name, "Hiệp ước bổ sung biên giới", "Hiệp ước biên giới", True),
    ],
)
def test_two_values_are_one_or_not(same, gold, found, is_same):
    assert same(gold, found) is is_same


def test_the_command_prints_a_table(tmp_path, monkeypatch, capsys):
    files = {
        "gold": [GOLD],
        "facts": [{"article": "a", "quote": "Họ  gặp.", **MEETING}],
        "texts": [{"id": "a", "text": "Họ\ngặp. Rồi về."}],
    }
    for name, records in files.items():
        (tmp_path / name).write_text("".join(json.dumps(record) + "\n" for record in records))
    monkeypatch.setattr(
        "sys.argv", ["score.py", *(str(tmp_path / n) for n in ("gold", "facts")), "--texts", str(tmp_path / "texts")]
    )
    score.main()
    lines = capsys.readouterr().out.splitlines()
    assert "meeting          1     1     1  1.000 1.000 1.000 1.000" in lines
    assert lines[-1] == "quotes that stand in their article: 1 of 1"
