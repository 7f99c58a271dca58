"""Which names are one person."""

import itertools

import pytest
from told_examples import DUNG, KHM, PHNOM_PENH, SO_RENG, SRENG, governor, met, reading, secretary

from graph.mentions import resolution, tellings_of
from ontology.facts import Office, Person

PUTIN = Person("Vladimir Putin", ("Putin",), "RUS")


def office(person, title="Thủ tướng", of=None, country=None):
    return Office(person, title, of, country or person.country)


def found(*facts):
    """Give each fact an article of its own, and return the sets of names, each with its country."""
    readings = [reading(f"{n}.txt", *(f if isinstance(f, tuple) else (f,))) for n, f in enumerate(facts)]
    results = set()
    for order in (readings, readings[::-1]):
        nodes = resolution(tellings_of(order)).nodes
        results.add(tuple(sorted((node.name, node.also, node.country or "") for node in nodes)))
    assert len(results) == 1
    return [(name, *also) for name, also, _ in results.pop()]


def test_a_name_in_one_country_is_one_person():
    assert found(secretary(), secretary(Person("ĐINH TIẾN DŨNG", (), "VNM")), met("2022")) == [
        ("Khuong Sreng",),
        ("Đinh Tiến Dũng", "ĐINH TIẾN DŨNG"),
    ]


def test_old_and_new_tone_marks_are_one_name():
    hoa = Person("Nguyễn Hoà Bình", (), "VNM"), Person("Nguyễn Hòa Bình", (), "VNM")
    assert len(found(*map(office, hoa))) == 1


def test_two_plain_names_with_other_marks_are_two_people():
    assert len(found(office(Person("Nguyễn Văn Hùng", (), "VNM")), office(Person("Nguyễn Văn Hưng", (), "VNM")))) == 2


def test_names_that_sound_alike_with_one_post_are_one():
    assert found(governor(SRENG), governor(SO_RENG)) == [("Khuong Sreng", "Khuông Sơ-reng")]
    assert found(governor(SRENG), Office(SO_RENG, "Đô trưởng", None, "KHM")) == [("Khuong Sreng", "Khuông Sơ-reng")]


@pytest.mark.parametrize(
    "other",
    [
        Office(SO_RENG, "Bộ trưởng Du lịch", KHM, "KHM"),
        Office(SO_RENG, "Đô trưởng", KHM, "KHM"),
        governor(Person("Khuông Sơ-reng", (), "LAO")),
        governor(Person("Khuông Sơ-reng", (), None)),
        SO_RENG,
    ],
)
def test_sound_alone_joins_nobody(other):
    assert len(found(governor(SRENG), other)) == 2


def test_two_people_of_one_article_are_not_joined_by_their_sound():
    assert len(found((governor(SRENG), governor(SO_RENG)))) == 2


def test_a_gloss_of_an_article_joins():
    gloss = Person("Thongloun Sisoulith", ("Thoong-lun Xỉ-xu-lít", "ông Thongloun"), "LAO")
    assert len(found(gloss, Person("Thoong-lun Xỉ-xu-lít", (), "LAO"))) == 1
    assert len(found(Person("Tập Cận Bình", ("Xi Jinping",), "CHN"), Person("Xi Jinping", (), "CHN"))) == 1


def test_a_short_form_is_no_gloss():
    assert len(found(Person("Hun Sen", ("Thủ tướng Hun",), "KHM"), Person("Thủ tướng Hun", (), "KHM"))) == 2


def test_a_short_name_joins_the_one_who_holds_the_post():
    short = Person("Putin", (), "RUS")
    assert len(found(office(PUTIN), office(short))) == 1
    assert len(found(office(PUTIN), office(short, "Bộ trưởng"))) == 2
    assert len(found(office(Person("Trần Văn Dũng", (), "VNM")), office(DUNG), office(Person("Dũng", (), "VNM")))) == 3


def test_an_initial_joins_the_one_whom_it_can_mean():
    initial, short = Person("V. Putin", (), "RUS"), Person("Putin", (), "RUS")
    assert len(found(office(PUTIN), office(initial), office(short))) == 1
    assert len(found(office(PUTIN), office(Person("D. Putin", (), "RUS")))) == 2
    fathers = Person("George Bush", (), "USA"), Person("George W. Bush", (), "USA"), Person("Bush", (), "USA")
    assert len(found(*map(office, fathers))) == 3


def test_father_and_son_of_one_post_are_two():
    kims = [Person(name, (), "PRK") for name in ("Kim Jong-un", "Kim Jong Il", "Kim Il Sung")]
    assert len(found(*map(office, kims))) == 3


def test_an_unsaid_country_needs_exactly_one_with_the_post():
    nobody = Person("Khuong Sreng", (), None)
    mayor = Office(nobody, "Đô trưởng", PHNOM_PENH, None)
    assert len(found(governor(SRENG), mayor)) == 1
    assert len(found(governor(SRENG), nobody)) == 2
    assert len(found(governor(SRENG), governor(Person("Khuong Sreng", (), "LAO")), mayor)) == 3
    assert len(found(mayor, mayor)) == 1
    assert len(found(nobody, nobody)) == 2


def test_one_name_in_two_countries_is_two_people():
    assert len(found(Person("Lee Hyun", (), "KOR"), Person("Lee Hyun", (), "PRK"))) == 2


def test_the_most_frequent_spelling_is_the_name():
    assert found(governor(SRENG), governor(SO_RENG), governor(SO_RENG)) == [("Khuông Sơ-reng", "Khuong Sreng")]


def test_the_reason_of_a_merge_is_kept():
    people = resolution(tellings_of([reading("a", governor(SRENG)), reading("b", governor(SO_RENG))]))
    ((iri, (reason,)),) = people.reasons.items()
    assert iri == people.nodes[0].iri
    assert (reason.name, reason.other, reason.why) == ("Khuong Sreng", "Khuông Sơ-reng", "sound")


def test_order_does_not_matter():
    told = [governor(SRENG), governor(SO_RENG), office(PUTIN), office(Person("Putin", (), "RUS")), SRENG]
    readings = [reading(f"{n}.txt", fact) for n, fact in enumerate(told)]
    results = {resolution(tellings_of(order)).nodes for order in itertools.permutations(readings)}
    assert len(results) == 1
