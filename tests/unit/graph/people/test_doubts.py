"""Which pairs of names are put on the list, in which order, and what is said of each."""

import pyoxigraph as ox
from told_examples import DUNG, HANOI, KHM, LAO, VNM, reading

from graph.answers.review import asked, doubtful, lines, why
from graph.people.judgements import Judgement, Named
from graph.store import GraphStore
from ontology.facts import Office, Person

PHIRUN, PHI_RUN = Person("Sok Phirun", (), "KHM"), Person("Xốc Phi-run", (), "KHM")


def holding(*facts):
    store = GraphStore(ox.Store())
    store.add(reading(f"{n}.txt", fact) for n, fact in enumerate(facts))
    return store


def office(person, title, of=None):
    return Office(person, title, of, person.country)


def pairs(store):
    return [(one.first.name, one.second.name) for one in doubtful(store)]


def test_names_that_sound_alike_with_other_posts():
    store = holding(office(PHIRUN, "Bộ trưởng Du lịch", KHM), office(PHI_RUN, "Bộ trưởng Nông nghiệp", KHM))
    (one,) = doubtful(store)
    assert (one.alike, one.countries, one.offices, one.joined) == ("sound", "same", "differ", False)
    assert why(one, "en") == "same sound key 1.00, both of Cambodia, offices differ; now two people"


def test_one_name_with_differing_offices_is_one_and_on_the_list():
    secretary, minister = Office(DUNG, "Bí thư Thành ủy", HANOI, "VNM"), office(DUNG, "Bộ trưởng Tài chính", VNM)
    (one,) = doubtful(holding(secretary, minister))
    assert why(one, "en") == "same name, both of Vietnam, offices differ; now one person"
    assert {one.first.title, one.second.title} == {"Bí thư Thành ủy", "Bộ trưởng Tài chính"}
    assert doubtful(holding(minister, office(DUNG, "Bộ trưởng Bộ Tài chính", VNM))) == []
    assert doubtful(holding(minister, office(DUNG, "nguyên Bộ trưởng Tài chính", VNM))) == []


def test_offices_that_a_source_gives_to_one_are_no_doubt():
    who = Person("Thongloun Sisoulith", (), "LAO")
    posts = [office(who, "Chủ tịch nước", LAO), office(who, "Phó Thủ tướng", LAO)]
    assert doubtful(holding(*posts)) == []


def test_one_name_in_two_countries_and_in_none():
    lee = Person("Lee Hyun", (), "KOR")
    (one,) = doubtful(holding(lee, Person("Lee Hyun", (), "PRK")))
    assert why(one, "en").startswith("same name, one of ")
    (two,) = doubtful(holding(lee, Person("Lee Hyun", (), None)))
    assert "a country is unsaid" in why(two, "en")
    assert two.score > one.score


def test_the_pair_that_puts_most_tellings_wrong_comes_first():
    park, more = Person("Lee Hyun", (), "KOR"), Person("Lee Hyun", (), "PRK")
    store = holding(PHIRUN, PHI_RUN, *[office(park, f"Bộ trưởng {n}") for n in range(4)], more, more, more)
    found = doubtful(store)
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert pairs(store)[0] == ("Lee Hyun", "Lee Hyun")


def test_what_is_judged_is_not_asked_again_nor_what_follows():
    third = Person("Sóc Phi-run", (), "KHM")
    store = holding(PHIRUN, PHI_RUN, third)
    assert len(doubtful(store)) == 3
    store.judge([Judgement(Named("Sok Phirun", "KHM"), Named("Xốc Phi-run", "KHM"), "same", "2026-11-24", "Lan")])
    assert len(doubtful(store)) == 1
    store.judge([Judgement(Named("Sok Phirun", "KHM"), Named("Sóc Phi-run", "KHM"), "different", "2026-11-24", "Lan")])
    assert doubtful(store) == []
    assert len(store.merged().nodes) == 3


def test_two_people_of_the_authority_file_are_no_doubt():
    assert pairs(holding(Person("Hun Sen", (), "KHM"), Person("Hun Manet", (), "KHM"))) == []


def test_answers_on_the_terminal_are_signed_and_spare_questions():
    store = holding(PHIRUN, PHI_RUN, Person("Sóc Phi-run", (), "KHM"))
    shown = []

    def answer(pair):
        shown.append(pair)
        return "s"

    found = list(asked(doubtful(store), store, "en", ("2026-11-24", "Lan"), answer))
    assert [(one.verdict, one.date, one.by) for one in found] == [("same", "2026-11-24", "Lan")] * 2
    assert len(shown) == 2
    assert "“Câu 0.”" in shown[0]


def test_each_pair_is_told_with_both_sentences():
    store = holding(PHIRUN, PHI_RUN)
    text = "\n".join(lines(doubtful(store), store, "vi"))
    assert text.splitlines()[0] == "1. Sok Phirun (Campuchia) ? Xốc Phi-run (Campuchia)"
    assert text.count("“Câu 0.”") == 2
    assert list(lines([], store, "en")) == ["Nothing is in doubt"]
