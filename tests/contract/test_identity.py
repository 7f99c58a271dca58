"""The cases of identity that the project was asked for by name, each from articles to the graph."""

import random

import pyoxigraph as ox

from extract.reader import read
from graph.answers import questions
from graph.answers.asked import rows
from graph.store import GraphStore
from ontology.facts import Article

LEADERS = (
    *("Thủ tướng Campuchia Hun Sen", "Thủ tướng Lào Thongloun Sisoulith", "Thủ tướng Thái Lan Prayut Chan-o-cha"),
    *("Thủ tướng Nhật Bản Shinzo Abe", "Thủ tướng Singapore Lý Hiển Long", "Thủ tướng Malaysia Najib Razak"),
    *("Tổng thống Indonesia Joko Widodo", "Tổng thống Philippines Rodrigo Duterte", "Tổng thống Nga Vladimir Putin"),
    *("Tổng thống Mỹ Donald Trump", "Tổng thống Hàn Quốc Moon Jae-in", "Tổng thống Pháp Emmanuel Macron"),
    *("Thủ tướng Đức Angela Merkel", "Thủ tướng Anh Theresa May", "Thủ tướng Canada Justin Trudeau"),
    *("Thủ tướng Australia Malcolm Turnbull", "Thủ tướng New Zealand Jacinda Ardern", "Thủ tướng Ấn Độ Narendra Modi"),
    *("Tổng thống Chile Michelle Bachelet", "Chủ tịch nước Trung Quốc Tập Cận Bình"),
)
MET = "Ngày {day}, Thủ tướng Campuchia Hun Sen đã hội đàm với Thủ tướng Nguyễn Xuân Phúc tại Hà Nội."
VISIT = "Thủ tướng Campuchia Hun Sen bắt đầu thăm chính thức Việt Nam từ ngày {day}."
MINISTER = "Bộ trưởng Tài chính Đinh Tiến Dũng hội đàm với Bộ trưởng Tài chính Lào Somdy Duangdy ngày 12/4/2018."
SECRETARY = "Bí thư Thành ủy Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Phnôm Pênh Khuong Sreng ngày 27/4/2022."
SIGNED = "Việt Nam và Lào đã ký Bản ghi nhớ về hợp tác du lịch và Bản ghi nhớ về hợp tác hải quan."


def graph(*texts: str) -> GraphStore:
    store = GraphStore(ox.Store())
    store.add(read(Article(f"a{number}", text)) for number, text in enumerate(texts))
    return store


def facts(store: GraphStore, kind: str) -> list[str]:
    return [fact.iri for fact in store.merged().facts if fact.kind == kind]


def people(store: GraphStore, word: str) -> set[str]:
    return {node.iri for node in store.merged().nodes if node.kind == "person" and word in node.name}


def test_two_occurrences_of_the_same_fact_stay_apart() -> None:
    store = graph(MET.format(day="27/4/2018"), MET.format(day="7/12/2018"))
    assert len(facts(store, "meeting")) == 2
    assert len(people(store, "Hun Sen")) == 1


def test_two_visits_of_a_leader_in_different_months_are_two() -> None:
    assert len(facts(graph(VISIT.format(day="7/12/2018"), VISIT.format(day="4/10/2019")), "visit")) == 2
    assert len(facts(graph(VISIT.format(day="7/12/2018"), VISIT.format(day="7/12/2018")), "visit")) == 1


def test_a_summit_of_twenty_leaders_is_not_190_meetings() -> None:
    text = f"Hội nghị Cấp cao lần này có sự tham dự của {', '.join(LEADERS)}."
    store = graph(text, text + " " + MET.format(day="11/11/2017"))
    assert len(LEADERS) == 20
    assert len(facts(store, "meeting")) == 1


def test_talks_and_a_reception_on_one_day_are_one_meeting_with_both_forms() -> None:
    day = "27/4/2018"
    store = graph(MET.format(day=day), MET.format(day=day).replace("hội đàm với", "tiếp"))
    (meeting,) = [fact for fact in store.merged().facts if fact.kind == "meeting"]
    assert {telling.fact.form for telling in meeting.tellings} == {"talks", "reception"}
    assert meeting.fact.form == "talks"


def test_chief_and_deputy_father_and_son_are_two_people() -> None:
    store = graph(
        "Bộ trưởng Ngoại giao Lào Saleumxay Kommasith hội đàm với Phó Thủ tướng Phạm Bình Minh ngày 3/7/2018.",
        "Thứ trưởng Ngoại giao Lào Thongphane Savanphet tiếp Thứ trưởng Ngoại giao Nguyễn Quốc Dũng ngày 3/7/2018.",
        MET.format(day="27/4/2018"),
        MET.format(day="11/12/2023").replace("Hun Sen", "Hun Manet").replace("Nguyễn Xuân Phúc", "Phạm Minh Chính"),
    )
    assert not people(store, "Saleumxay") & people(store, "Thongphane")
    assert len(people(store, "Hun Sen")) == len(people(store, "Hun Manet")) == 1
    assert not people(store, "Hun Sen") & people(store, "Hun Manet")


def test_a_minister_who_gets_another_post_stays_one_person() -> None:
    assert len(people(graph(MINISTER, SECRETARY), "Đinh Tiến Dũng")) == 1
    deputy = MET.format(day="3/5/2015").replace("Thủ tướng Nguyễn", "Phó Thủ tướng Nguyễn")
    assert len(people(graph(deputy, MET.format(day="27/4/2018")), "Phúc")) == 1


def test_two_memoranda_of_one_pair_by_one_article_are_two() -> None:
    assert len(facts(graph(SIGNED, SIGNED), "agreement")) == 2


def test_a_day_of_no_year_that_agrees_with_two_years_stays_apart_and_is_listed() -> None:
    both = [MET.format(day=day) for day in ("27/4/2018", "27/4/2019")]
    store = graph(*both, MET.format(day="27/4"))
    assert len(facts(store, "meeting")) == 3
    assert {row["date"] for row in rows(store, questions.questions()["unsettled"].sparql)} == {"XXXX-04-27"}
    assert len(facts(graph(both[0], MET.format(day="27/4")), "meeting")) == 1


def test_order_splits_and_removal_cannot_be_seen() -> None:
    texts = [
        MET.format(day="27/4"),
        MET.format(day="27/4/2018"),
        VISIT.format(day="26/4/2018"),
        MINISTER,
        SECRETARY,
        SIGNED,
    ]
    readings = [read(Article(f"a{number}", text)) for number, text in enumerate(texts)]
    wanted, dice = GraphStore(ox.Store()), random.Random(7)  # noqa: S311
    wanted.add(readings)
    for _ in range(6):
        store, cut = GraphStore(ox.Store()), dice.randrange(1, len(readings))
        dice.shuffle(readings)
        store.add([*readings[:cut], read(Article("gone", MET.format(day="27/4/2019")))])
        store.settle()
        store.add(readings[cut:])
        store.remove(["gone"])
        assert store.turtle() == wanted.turtle()
