"""Facts as PLOVER records: by the codebook, never surer than told."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from told_examples import DUNG, HANOI, KHM, LAO, SRENG, VNM, governor, reading

from graph.merge import merge
from graph.plover.actors import sectors
from graph.plover.codebook import codebook
from graph.plover.events import Events, write
from ontology.dates import Date
from ontology.facts import (
    Agreement,
    Anniversary,
    Body,
    Delegation,
    Meeting,
    Office,
    Person,
    Place,
    Polity,
    Relation,
    Visit,
)
from ontology.vocabulary import load

DOCS = Path(__file__).parents[4] / "docs" / "sharing.md"
# The categories, modes and contexts of the manual that we use; what is not here is not PLOVER's.
EVENTS = {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}
MODES = {"visit", "third-party", "multilateral", "phone"}
CONTEXTS = {
    *(
        "political",
        "military",
        "intelligence",
        "peacekeeping",
        "economic",
        "diplomatic",
        "resource",
        "culture",
        "disease",
    ),
    *("enviro_disaster", "migration", "humanitarian", "legal", "human_rights", "government", "legislative", "cbrn"),
    *("cyber", "crime", "future"),
}
FIELDS = {
    *(
        "id",
        "date",
        "enddate",
        "source",
        "recipient",
        "event",
        "mode",
        "context",
        "event_loc",
        "quad_code",
        "event_scale",
    ),
    *("text", "text_info", "cite_info"),
}
OURS = {"date_told", "articles", "fact", "status", "form", "rank", "kind", "name", "level", "topics"}
DAY = Date("2022-04-27")


def events(*facts, name="a"):
    found = Events(merge([reading(name, *facts)]))
    return list(found.records()), found.left_out


def one(*facts):
    (record,), left_out = events(*facts)
    assert left_out.total() == sum(not isinstance(fact, Meeting | Visit | Agreement | Relation) for fact in facts)
    return record


def codes(actors):
    return [actor.get("code") for actor in actors]


@pytest.fixture(scope="module")
def written(examples, tmp_path_factory):
    path = tmp_path_factory.mktemp("plover") / "e.plover.jsonl"
    return write(examples, path), path, [json.loads(line) for line in path.read_text().splitlines()]


def test_all_that_is_written_is_in_the_codebook(written):
    _, _, records = written
    assert len(records) > 100
    for record in records:
        assert record.keys() <= FIELDS | OURS
        assert {*record["event"]} <= EVENTS
        assert {*record.get("mode", ())} <= MODES
        assert {*record.get("context", ())} <= CONTEXTS
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["date"])
        assert record["date"] < record.get("enddate", "9999")
        assert record["source"]
        for actor in (*record["source"], *record.get("recipient", ())):
            assert re.fullmatch("[A-Z]{3}", actor.get("code", "VNM"))
            assert actor.keys() <= {"code", "sector", "actor_text", "identifier_id", "identifier_text", "office"}
        if record["event"] == ["COOPERATE"]:
            assert record["recipient"]
    assert {record["event"][0] for record in records} == EVENTS
    assert len({record["id"] for record in records}) == len(records)


def test_every_fact_is_an_event_or_counted_as_left_out(written, examples):
    said, _, records = written
    count, left_out = re.fullmatch(r"(\d+) events; left out: (.+)", said).groups()
    assert int(count) == len(records)
    assert len(records) + sum(map(int, re.findall(r"\d+", left_out))) == len(examples.merged().facts)


def test_equal_stores_give_equal_bytes(written, examples, tmp_path):
    write(examples, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == written[1].read_bytes()


def test_who_meets_acts_and_nobody_receives():
    record = one(
        Meeting(DUNG, SRENG, DAY, Place("Phnom Penh"), "talks", "done", ("trade", "security")), governor(SRENG)
    )
    assert (record["event"], record["date"], record["context"]) == (["CONSULT"], "2022-04-27", ["economic"])
    assert sorted(codes(record["source"])) == ["KHM", "VNM"]
    assert "recipient" not in record
    assert "mode" not in record
    assert {a["actor_text"]: a.get("office") for a in record["source"]} == {
        SRENG.name: "Governor of the Capital",
        DUNG.name: None,
    }
    assert record["event_loc"] == {"name": "Phnom Penh", "cc3": "KHM"}
    assert (record["quad_code"], record["event_scale"]) == (1, 2.1)
    text = reading("a", Meeting(DUNG, SRENG, DAY)).article.text
    assert record["cite_info"]["citation"] == "a"
    assert record["text"] in text + "Câu 3.\n"


@pytest.mark.parametrize("kind", ["meeting", "visit"])
@pytest.mark.parametrize(
    ("status", "event"), [(None, "CONSULT"), ("done", "CONSULT"), ("underway", "CONSULT"), ("planned", "AGREE")]
)
def test_what_is_planned_is_no_consultation(kind, status, event):
    fact = Meeting(DUNG, SRENG, DAY, status=status) if kind == "meeting" else Visit(DUNG, KHM, start=DAY, status=status)
    record = one(fact)
    assert record["event"] == [event]
    assert ("future" in record.get("context", ())) is (event == "AGREE")
    assert record.get("mode") == (["visit"] if kind == "visit" and event == "CONSULT" else None)


@pytest.mark.parametrize(
    "fact", [Meeting(DUNG, SRENG, DAY, status="cancelled"), Visit(DUNG, KHM, start=DAY, status="cancelled")]
)
def test_what_was_called_off_is_left_out(fact):
    assert events(fact) == ([], Counter({"called off, or not told to be signed": 1}))


@pytest.mark.parametrize("form", ["call", "online"])
def test_from_afar_is_the_mode_phone(form):
    assert one(Meeting(DUNG, SRENG, DAY, form=form))["mode"] == ["phone"]


def test_a_meeting_in_a_third_land_is_so_only_where_all_lands_are_known():
    assert one(Meeting(DUNG, SRENG, DAY, Place("Vientiane")))["mode"] == ["third-party"]
    assert "mode" not in one(Meeting(DUNG, Person("Ai"), DAY, Place("Vientiane")))
    assert "mode" not in one(Meeting(DUNG, SRENG, DAY, Place("một nơi nào")))


def test_a_visitor_acts_and_the_host_receives():
    record = one(Visit(DUNG, KHM, HANOI, Date("2022-04-26"), Date("2022-04-28"), "official", "done"))
    assert (record["event"], record["mode"]) == (["CONSULT"], ["visit"])
    assert (codes(record["source"]), codes(record["recipient"])) == (["VNM"], ["KHM"])
    assert (record["date"], record["enddate"], record["date_told"]) == (
        "2022-04-26",
        "2022-04-28",
        "2022-04-26/2022-04-28",
    )
    assert record["event_loc"] == {"name": "Cambodia", "cc3": "KHM"}
    nobody = one(Visit(None, KHM, LAO, DAY))
    assert (codes(nobody["source"]), codes(nobody["recipient"])) == (["LAO"], ["KHM"])


def test_a_visitor_of_unknown_country_acts_for_the_origin():
    assert codes(one(Visit(Person("Ai"), KHM, LAO, DAY))["source"]) == ["LAO"]
    assert codes(one(Visit(Person("Ai"), KHM, None, DAY))["source"]) == [None]


@pytest.mark.parametrize(
    ("kind", "topics", "status", "event"),
    [
        ("treaty", (), "signed", "SUPPORT"),
        ("treaty", ("border",), "signed", "SUPPORT"),
        ("agreement", ("trade",), "signed", "COOPERATE"),
        ("memorandum", ("defence",), "expired", "COOPERATE"),
        ("statement", ("trade",), "signed", "SUPPORT"),
        ("agreement", ("trade",), "proposed", "AGREE"),
        ("agreement", ("trade",), None, ""),
    ],
)
def test_what_is_signed_is_support_or_material(kind, topics, status, event):
    fact = Agreement((VNM, KHM), kind, status=status, date=DAY, topics=topics)
    if not event:
        assert events(fact)[0] == []
        return
    record = one(fact)
    assert record["event"] == [event]
    assert ("recipient" in record) is (event == "COOPERATE")
    assert sorted(codes(record["source"])) == ["KHM", "VNM"]


def test_a_bloc_is_an_organisation_of_states_and_a_body_is_of_its_country():
    record = one(Agreement((Polity("ASEAN"), Body("Công ty Ai Đó")), "agreement", status="signed", date=DAY))
    assert sorted(map(str, codes(record["source"]))) == ["IGO", "None"]


def test_a_relation_is_support_where_it_begins():
    record = one(Relation((VNM, KHM), "diplomatic relations", Date("1967-06-24"), "established"))
    assert (record["event"], record["context"], record["date"]) == (["SUPPORT"], ["diplomatic"], "1967-06-24")
    assert one(Relation((VNM, KHM), "partnership", DAY, "proposed"))["event"] == ["AGREE"]
    assert events(Relation((VNM, KHM), "partnership"))[1] == Counter({"without a year": 1})


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [("2022", "2022-01-01", "2022-12-31"), ("2022-02", "2022-02-01", "2022-02-28"), ("2022-04-27", "2022-04-27", None)],
)
def test_a_vague_date_is_all_its_days(edtf, first, last):
    record = one(Meeting(DUNG, SRENG, Date(edtf)))
    assert (record["date"], record.get("enddate"), record["date_told"]) == (first, last, edtf)


def test_no_year_is_made_up():
    assert events(Meeting(DUNG, SRENG, Date("XXXX-04-27")))[1] == Counter({"without a year": 1})
    assert events(Meeting(DUNG, SRENG))[0] == []


@pytest.mark.parametrize(
    ("titles", "of", "sector"),
    [
        (["Thủ tướng"], VNM, "GOV"),
        (["Bộ trưởng Ngoại giao"], VNM, "GOV"),
        (["Đại sứ"], VNM, "GOV"),
        (["Chủ tịch Quốc hội"], VNM, "LEG"),
        (["Chủ tịch"], Body("Quốc hội"), "LEG"),
        (["Chánh án Tòa án Nhân dân Tối cao"], VNM, "JUD"),
        (["Tổng Tham mưu trưởng"], None, "MIL"),
        (["Thủ tướng", "Nghị sĩ"], KHM, "GOVLEG"),
        (["Tổng Bí thư"], Body("Đảng Nhân dân Campuchia"), ""),
        (["Chủ tịch"], Body("Công ty Ai Đó"), ""),
        (["người không rõ"], None, ""),
    ],
)
def test_the_sector_follows_from_the_posts(titles, of, sector):
    assert sectors([Office(SRENG, title, of) for title in titles]) == sector


def test_who_acts_has_the_sector_and_posts_of_the_articles_that_tell_the_event():
    record = one(Meeting(DUNG, SRENG, DAY), governor(SRENG))
    assert {a["actor_text"]: a.get("sector") for a in record["source"]} == {SRENG.name: "GOV", DUNG.name: None}
    found = Events(merge([reading("a", Meeting(DUNG, SRENG, DAY)), reading("b", governor(SRENG))]))
    assert all("office" not in actor for actor in next(found.records())["source"])


def test_every_sector_is_in_the_codebook():
    table = codebook()["sectors"]
    used = {name for name, _ in table["names"]} | {*table["bodies"].values(), *table["of"].values()}
    assert used == {*table["order"]} <= {"GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "SPY", "ELI"}


def test_what_is_no_event_is_left_out():
    facts = (governor(SRENG), Delegation(DUNG, HANOI, KHM), Anniversary((VNM, KHM), 55, since=DAY))
    assert events(*facts) == ([], Counter({"of kinds that are no events": 3}))


def test_every_topic_and_status_has_its_place_in_the_table():
    assert {*codebook()["contexts"]} == {concept.notation for concept in load().concepts("topics")}
    statuses = {status for table in codebook()["facts"].values() for status in table} - {"untold"}
    assert statuses == {concept.notation for concept in load().concepts("statuses")}
    assert {*codebook()["material"]["kinds"]} < {concept.notation for concept in load().concepts("kinds")}
    assert {event for table in codebook()["facts"].values() for event in table.values()} <= {*EVENTS, ""}
    assert {*codebook()["events"]} == EVENTS


def test_the_document_shows_the_table():
    rows = [[cell.strip().strip("`") for cell in line.split("|")[1:-1]] for line in DOCS.read_text().splitlines()]
    told = {row[0]: [one for one in row[1].split(", ") if one] for row in rows if len(row) == 2}
    assert {topic: told.get(topic) for topic in codebook()["contexts"]} == codebook()["contexts"]
    shown = {(row[0], row[1]): row[2].split(" ")[0].strip("`") for row in rows if len(row) == 4}
    for kind, table in codebook()["facts"].items():
        for status, event in table.items():
            assert shown[kind, status] == (event or "left"), (kind, status)
