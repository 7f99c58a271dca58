"""Which names are one person."""

import itertools

import pytest
from told_examples import DUNG, HANOI, KHM, PHNOM_PENH, SO_RENG, SRENG, VNM, governor, met, reading, secretary

from graph.people.judgements import Judgement, Named
from graph.people.mentions import resolution, tellings_of
from ontology import authority, names
from ontology.facts import Office, Person, Polity

PUTIN = Person("Vladimir Putin", ("Putin",), "RUS")
# Two spellings of somebody whom the authority file does not know.
PHIRUN, PHI_RUN = Person("Sok Phirun", (), "KHM"), Person("Xốc Phi-run", (), "KHM")


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
    assert found(governor(PHIRUN), governor(PHI_RUN)) == [("Sok Phirun", "Xốc Phi-run")]
    assert found(governor(PHIRUN), Office(PHI_RUN, "Đô trưởng", None, "KHM")) == [("Sok Phirun", "Xốc Phi-run")]


@pytest.mark.parametrize(
    "other",
    [
        Office(PHI_RUN, "Bộ trưởng Du lịch", KHM, "KHM"),
        Office(PHI_RUN, "Đô trưởng", KHM, "KHM"),
        governor(Person("Xốc Phi-run", (), "LAO")),
        governor(Person("Xốc Phi-run", (), None)),
        PHI_RUN,
    ],
)
def test_sound_alone_joins_nobody(other):
    assert len(found(governor(PHIRUN), other)) == 2


def test_two_people_of_one_article_are_not_joined_by_their_sound():
    assert len(found((governor(PHIRUN), governor(PHI_RUN)))) == 2


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
    nobody = Person("Sok Phirun", (), None)
    mayor = Office(nobody, "Đô trưởng", PHNOM_PENH, None)
    assert len(found(governor(PHIRUN), mayor)) == 1
    assert len(found(governor(PHIRUN), nobody)) == 2
    assert len(found(governor(PHIRUN), governor(Person("Sok Phirun", (), "LAO")), mayor)) == 3
    assert len(found(mayor, mayor)) == 1
    assert len(found(nobody, nobody)) == 2


def test_one_name_in_two_countries_is_two_people():
    assert len(found(Person("Lee Hyun", (), "KOR"), Person("Lee Hyun", (), "PRK"))) == 2


def test_the_most_frequent_spelling_is_the_name():
    assert found(governor(SRENG), governor(SO_RENG), governor(SO_RENG)) == [("Khuông Sơ-reng", "Khuong Sreng")]


def test_the_reason_of_a_merge_is_kept():
    people = resolution(tellings_of([reading("a", governor(PHIRUN)), reading("b", governor(PHI_RUN))]))
    ((iri, (reason,)),) = people.reasons.items()
    assert iri == people.nodes[0].iri
    assert (reason.name, reason.other, reason.why) == ("Sok Phirun", "Xốc Phi-run", "sound")


def test_order_does_not_matter():
    told = [governor(PHIRUN), governor(PHI_RUN), office(PUTIN), office(Person("Putin", (), "RUS")), SRENG]
    readings = [reading(f"{n}.txt", fact) for n, fact in enumerate(told)]
    results = {resolution(tellings_of(order)).nodes for order in itertools.permutations(readings)}
    assert len(results) == 1


def why(*facts):
    """Return why the people of facts, each of an article of its own, are one."""
    readings = [reading(f"{n}.txt", fact) for n, fact in enumerate(facts)]
    return sorted(reason.why for those in resolution(tellings_of(readings)).reasons.values() for reason in those)


def person(name, country="KHM"):
    return Person(name, (), country)


def test_sino_vietnamese_names_are_one_by_the_authority_file():
    for name, other in [("Tập Cận Bình", "Xi Jinping"), ("Lý Khắc Cường", "Li Keqiang"), ("Vương Nghị", "Wang Yi")]:
        assert len(found(person(name, "CHN"), person(other, "CHN"))) == 1
        assert why(person(name, "CHN"), person(other, "CHN")) == ["known"]
        assert len(found(person(name, "CHN"), person(other, "TWN"))) == 2


def test_general_knowledge_proposes_and_a_post_confirms():
    kim, il_sung = person("Kim Nhật Thành", "PRK"), person("Kim Il-sung", "PRK")
    assert len(found(kim, il_sung)) == 2
    assert len(found(office(kim), office(il_sung))) == 1
    assert why(office(kim), office(il_sung)) == ["proposed"]


def test_a_sound_with_a_post_that_the_authority_file_gives_is_enough():
    told = person("Norodom Sihamoni"), office(person("Nô-rô-đôm Xi-ha-mô-ni"), "Quốc vương", KHM)
    assert len(found(*told)) == 1
    assert why(*told) == ["heard"]


def test_an_unsaid_country_is_that_of_the_one_known_by_a_foreign_name():
    assert len(found(office(PUTIN), person("Vladimir Putin", None))) == 1
    assert len(found(person("Phạm Bình Minh", "VNM"), person("Phạm Bình Minh", None))) == 2


def test_father_and_son_hun_sen_and_hun_manet():
    spellings = ["Hun Sen", "Hun Xen", "Hun Manet", "Hun Ma-nét", "Hun Many"]
    assert found(*(office(person(name), "Thủ tướng", KHM) for name in spellings)) == [
        ("Hun Ma-nét", "Hun Manet"),
        ("Hun Many",),
        ("Hun Sen", "Hun Xen"),
    ]


def test_two_people_of_the_authority_file_are_never_one():
    sen, manet = Person("Hun Sen", ("Hun Manet",), "KHM"), person("Hun Manet")
    assert len(found(office(sen, of=KHM), office(manet, of=KHM))) == 2


def test_dinh_tien_dung_as_minister_and_as_secretary():
    assert len(found(office(DUNG, "Bộ trưởng Tài chính", VNM), secretary(DUNG), met("2022"))) == 2


def test_a_minister_who_becomes_prime_minister():
    chinh = person("Phạm Minh Chính", "VNM")
    assert len(found(office(chinh, "Trưởng Ban Tổ chức Trung ương"), office(chinh, "Thủ tướng", VNM))) == 1


def test_chief_and_deputy_in_one_ministry():
    one = office(person("Nguyễn Văn Thể", "VNM"), "Bộ trưởng Giao thông Vận tải", VNM)
    other = office(person("Nguyễn Văn Thế", "VNM"), "Thứ trưởng Giao thông Vận tải", VNM)
    assert len(found(one, other)) == 2
    chief, deputy = office(PHIRUN, "Bộ trưởng Du lịch", KHM), office(PHI_RUN, "Thứ trưởng Du lịch", KHM)
    assert len(found(chief, deputy)) == 2


def test_a_name_that_holds_another_is_one_with_the_same_post():
    long, short = person("Jose Luis Zapatero Ruiz", "ESP"), person("Jose Zapatero", "ESP")
    assert len(found(office(long), office(short))) == 1
    assert len(found(office(long), short)) == 2
    assert len(found(office(long), office(person("Jose Maria Zapatero", "ESP")), office(short))) == 3


def told_on(*dated):
    """Resolve offices, each told by an article of a day."""
    readings = [reading(f"{n}.txt", fact, published=day) for n, (day, fact) in enumerate(dated)]
    articles = {one.article.id: one.article for one in readings}
    return resolution(tellings_of(readings), articles).nodes


def test_the_order_of_words_and_foreign_marks_make_nobody_another():
    turned = [
        office(person(name, "JPN"), "Bộ trưởng Ngoại giao", Polity("JPN")) for name in ("Suzuki Kenji", "Kenji Suzuki")
    ]
    assert len(found(*turned)) == 1
    assert len(found(person("Suzuki Kenji", "JPN"), person("Kenji Suzuki", "JPN"))) == 2
    assert len(found(person("Ana Díaz-Ruiz", "ESP"), person("Ana Diaz Ruiz", "ESP"))) == 1
    assert len(found(person("Nguyễn Văn Hùng", "VNM"), person("Nguyễn Văn Hưng", "VNM"))) == 2


def test_who_is_known_by_name_and_title_is_one_whatever_country_an_article_puts_them_in():
    macron = [office(person("Emmanuel Macron", land), "Tổng thống", Polity(land)) for land in ("FRA", "USA")]
    assert len(found(*macron)) == 1
    assert len(found(macron[0], office(person("Emmanuel Macron", "USA"), "Nghị sĩ", Polity("USA")))) == 2


def test_one_post_in_two_provinces_at_once_is_two_people():
    hung = person("Nguyễn Văn Hùng", "VNM")
    here, there = (Office(hung, "Bí thư Tỉnh ủy", Polity(name), "VNM") for name in ("Kon Tum", "Hà Giang"))
    assert len(told_on(("2018-01-05", here), ("2018-03-01", there), ("2018-06-01", here))) == 2
    assert len(told_on(("2018-01-05", here), ("2018-03-01", here), ("2019-06-01", there))) == 1
    assert len(told_on(("2018-01-05", here), ("2018-01-05", there), ("2018-01-05", hung))) == 3


def judged(verdict, one, two, date="2026-11-24"):
    return Judgement(Named(*one), Named(*two), verdict, date, "Lan")


def resolved(judgements, *facts):
    readings = [reading(f"{n}.txt", fact) for n, fact in enumerate(facts)]
    results = {resolution(tellings_of(order), {}, judgements).nodes for order in itertools.permutations(readings)}
    assert len(results) == 1
    return sorted((node.name, *node.also) for node in results.pop())


def test_what_is_judged_the_same_is_one_and_says_by_whom():
    same = judged("same", ("Sok Phirun", "KHM"), ("Xốc Phi-run", "KHM"))
    assert resolved([same], PHIRUN, PHI_RUN) == [("Sok Phirun", "Xốc Phi-run")]
    people = resolution(tellings_of([reading("a", PHIRUN), reading("b", PHI_RUN)]), {}, [same])
    assert [(r.why, r.more) for those in people.reasons.values() for r in those] == [("judgement", "Lan 2026-11-24")]


def test_what_is_judged_different_is_two_whatever_else_joins():
    different = judged("different", ("Sok Phirun", "KHM"), ("Xốc Phi-run", "KHM"))
    assert len(resolved([different], governor(PHIRUN), governor(PHI_RUN))) == 2
    withdrawn = judged("withdrawn", ("Xốc Phi-run", "KHM"), ("Sok Phirun", "KHM"))
    assert len(resolved([different, withdrawn], governor(PHIRUN), governor(PHI_RUN))) == 1


def test_judgements_are_transitive():
    three = governor(PHIRUN), governor(PHI_RUN), governor(person("Sóc Phi-run"))
    same = judged("same", ("Sok Phirun", "KHM"), ("Sóc Phi-run", "KHM"))
    different = judged("different", ("Xốc Phi-run", "KHM"), ("Sok Phirun", "KHM"))
    assert resolved([same, different], *three) == [("Sok Phirun", "Sóc Phi-run"), ("Xốc Phi-run",)]


def test_one_name_can_be_judged_two_people_by_their_posts():
    name = ("Đinh Tiến Dũng", "VNM")
    two = (*name, "Bộ trưởng Tài chính", "VNM"), (*name, "Bí thư Thành ủy", "Hà Nội")
    minister, secretary_too = office(DUNG, "Bộ trưởng Tài chính", VNM), Office(DUNG, "Bí thư Thành ủy", HANOI, "VNM")
    assert len(resolved([], minister, secretary_too)) == 1
    assert len(resolved([judged("different", *two)], minister, secretary_too)) == 2


def test_no_two_people_of_the_authority_file_are_one():
    known = [one for one in authority.people().people if one.verified]
    facts = []
    for one in known:
        for name in (*one.names, *one.proposed):
            who = Person(name, (), one.country or None)
            facts.append((who, *(Office(who, h.title, None, one.country or None) for h in one.offices)))
    readings = [reading(f"{n}.txt", *those) for n, those in enumerate(facts)]
    nodes = resolution(tellings_of(readings)).nodes
    owner = {(names.exact(name), one.country): one.iri for one in known for name in one.names}
    for node in nodes:
        told = {(names.exact(t.fact.name), t.fact.country or "") for t in node.tellings}
        assert len({owner[key] for key in told if key in owner}) <= 1, node.name
