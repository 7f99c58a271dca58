"""The lexicon by which a reader recognises polities, bodies and titles is whole, and made from its tables."""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from ontology.schemes import generate
from ontology.vocabulary import Concept, load

SCHEMES = sorted(generate.TABLES)
LABELS = [(s, concept, label) for s in SCHEMES for concept in load().concepts(s) for label in concept.labels]
POLITIES = load().concepts("polities")
COUNTRIES = [concept for concept in POLITIES if concept.kind == "Country"]
# The accents of oa, oe and uy stand on the first vowel: the reader adds the other habit.
OTHER_HABIT = re.compile(r"o[àáảãạèéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$", re.IGNORECASE)
PROVINCES_SINCE_2025 = """
An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai
Hà Nội|Hà Tĩnh|Hải Phòng|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai
Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang
Vĩnh Long
"""


def called(scheme: str, label: str) -> str | None:
    concept = load().named(scheme, label, "vi")
    return concept.notation if concept else None


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_turtle_is_what_the_tables_make(scheme: str) -> None:
    written = (generate.HERE / f"{scheme}.ttl").read_text(encoding="utf-8")
    assert generate.turtle(scheme) == written


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_label_means_two_things(scheme: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for concept in load().concepts(scheme):
        for language, label in concept.labels:
            if language == "vi":
                meant[label.casefold()].add(concept.notation)
    assert {label: sorted(those) for label, those in meant.items() if len(those) > 1} == {}


def test_labels_are_composed_trimmed_and_written_in_one_habit() -> None:
    for scheme, concept, (_, label) in LABELS:
        where = f"{scheme}: {concept.notation}: {label!r}"
        assert label == unicodedata.normalize("NFC", label).strip(), where
        assert "  " not in label, where
        assert not any(OTHER_HABIT.search(word) for word in re.split(r"\W+", label)), where


def test_slugs_are_plain() -> None:
    for _, concept, _ in LABELS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept.iri.rsplit("/", 1)[1])


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.notation)
def test_a_country_has_its_codes_and_a_capital_of_its_own(country: Concept) -> None:
    assert re.fullmatch("[A-Z]{3}", country.notation)
    assert re.fullmatch("[A-Z]{2}", country.get("iso2") or "")
    assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+", country.get("sameAs") or "")
    capital = load().find("polities", country.get("capital") or "")
    assert capital is not None
    assert (capital.kind, capital.get("country"), capital.get("isCapital")) == ("City", country.notation, "true")


def test_codes_are_told_once() -> None:
    for name in ("iso2", "sameAs", "capital"):
        values = [country.get(name) for country in COUNTRIES]
        assert len(values) == len(set(values)), name


def test_each_city_and_province_lies_in_a_country() -> None:
    codes = {concept.notation for concept in POLITIES if concept.kind in ("Country", "FormerCountry")}
    for place in POLITIES:
        if place.kind in ("City", "Province"):
            assert place.get("country") in codes, place.notation


def test_viet_nam_has_the_provinces_of_both_eras() -> None:
    here = {place.notation for place in POLITIES if place.get("country") == "VNM"}
    assert len({*re.split(r"[|\n]+", PROVINCES_SINCE_2025.strip())} - here) == 0
    own = [e.get("notation") for e in generate.entries(generate.SOURCES / "provinces.tsv")]
    assert len(own) == 58 + 4  # before July 2025, beside five cities; and four that were before that


@pytest.mark.parametrize(
    ("label", "notation"),
    [
        ("Mỹ", "USA"), ("Hoa Kỳ", "USA"), ("Anh", "GBR"), ("Úc", "AUS"), ("Australia", "AUS"), ("Triều Tiên", "PRK"),
        ("CHDCND Triều Tiên", "PRK"), ("Hàn Quốc", "KOR"), ("Cam-pu-chia", "KHM"), ("Vương quốc Campuchia", "KHM"),
        ("CHDCND Lào", "LAO"), ("nước Cộng hòa Dân chủ Nhân dân Lào", "LAO"), ("Mi-an-ma", "MMR"), ("Nhật", "JPN"),
        ("CH Séc", "CZE"), ("Ukraina", "UKR"), ("Tòa thánh Vatican", "VAT"), ("Thụy Sỹ", "CHE"), ("Liên Xô", "SUN"),
        ("Phnôm Pênh", "Phnom Penh"), ("Phnôm-pênh", "Phnom Penh"), ("Vientiane", "Viêng Chăn"), ("Xơ-un", "Seoul"),
        ("Mát-xcơ-va", "Moskva"), ("Mát - xcơ - va", "Moskva"), ("Moscow", "Moskva"), ("Bắc Kinh", "Bắc Kinh"),
        ("TP.HCM", "Hồ Chí Minh"), ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"), ("Sài Gòn", "Hồ Chí Minh"),
        ("Singapore", "SGP"), ("Thành phố Singapore", "Thành phố Singapore"), ("Xiêm Riệp", "Siem Reap"),
        ("Xa-vẳn-na-khệt", "Savannakhet"), ("Luông Pha-băng", "Luang Prabang"), ("Liên hiệp quốc", "UN"), ("LHQ", "UN"),
        ("EU", "EU"), ("Liên minh châu Âu", "EU"), ("Thái Bình", "Thái Bình"), ("Thái Bình Dương", "Thái Bình Dương"),
    ],
)  # fmt: skip
def test_the_press_names_of_polities_are_known(label: str, notation: str) -> None:
    assert called("polities", label) == notation


@pytest.mark.parametrize(
    ("label", "notation", "country"),
    [
        ("CPP", "Đảng Nhân dân Campuchia", "KHM"),
        ("Đảng NDCM Lào", "Đảng Nhân dân Cách mạng Lào", "LAO"),
        ("Đảng Cộng sản Việt Nam", "Đảng Cộng sản Việt Nam", "VNM"),
        ("Nhân đại", "Đại hội Đại biểu Nhân dân toàn quốc", "CHN"),
        ("Đuma Quốc gia", "Duma Quốc gia", "RUS"),
        ("UBND", "Ủy ban nhân dân", None),
        ("Ban Bí thư", "Ban Bí thư", None),
    ],
)
def test_parties_and_bodies_are_known(label: str, notation: str, country: str | None) -> None:
    concept = load().named("organisations", label, "vi")
    assert concept is not None
    assert (concept.notation, concept.get("country")) == (notation, country)


def test_every_party_has_a_country() -> None:
    assert [c.notation for c in load().concepts("organisations") if c.kind == "Party" and not c.get("country")] == []


@pytest.mark.parametrize(
    ("label", "of"),
    [
        ("Thủ tướng", "state"), ("Thủ tướng Chính phủ", "state"), ("Chủ tịch nước", "state"), ("Đại sứ", "state"),
        ("Tổng Bí thư", "party"), ("Ủy viên Bộ Chính trị", "party"), ("Bí thư Thành ủy", "city"), ("Đô trưởng", "city"),
        ("Chủ tịch UBND", "city"), ("Chủ tịch", "body"), ("Vụ trưởng", "body"),
    ],
)  # fmt: skip
def test_a_title_says_what_it_is_of(label: str, of: str) -> None:
    concept = load().named("titles", label, "vi")
    assert concept is not None
    assert concept.all("of") == (of,)


def test_titles_keep_to_the_closed_lists() -> None:
    for title in load().concepts("titles"):
        assert title.kind in {"Title", "TitleModifier", "MilitaryRank", "Style"}
        if title.kind == "Title":
            assert set(title.all("of")) <= {"state", "city", "party", "body", "none"}, title.notation
            assert set(title.all("takes")) <= {"portfolio", "body", "polity", "post", "none"}, title.notation


def test_no_title_eats_the_head_of_another_after_a_modifier() -> None:
    labels = [label.casefold() for c in load().concepts("titles") for language, label in c.labels if language == "vi"]
    heads = [
        label.casefold()
        for c in load().concepts("titles")
        if c.get("of") in ("state", "party")
        for _, label in c.labels
    ]
    for modifier in ("nguyên", "cố", "tân", "đương kim"):
        eaters = [label for label in labels if label.startswith(f"{modifier} ")]
        assert [
            (e, h) for e in eaters for h in heads if f"{modifier} {h} ".startswith(f"{e} ") and e != f"{modifier} {h}"
        ] == []


@pytest.mark.parametrize(
    ("label", "notation"),
    [
        ("GTVT", "Giao thông vận tải"),
        ("GD - ĐT", "Giáo dục và Đào tạo"),
        ("VHTT&DL", "Văn hóa, Thể thao và Du lịch"),
        ("Ngoại giao và Hợp tác quốc tế", "Ngoại giao và Hợp tác quốc tế"),
    ],
)
def test_portfolios_are_known_by_their_abbreviations(label: str, notation: str) -> None:
    assert called("portfolios", label) == notation


def test_a_table_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("kind\tnotation\nCity\tHuế\tVNM\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"table\.tsv:2: 3 cells for 2 columns"):
        list(generate.entries(table))


def test_comments_go_with_the_entry_below_them(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("kind\tnotation\n# Why.\nCity\tHuế\nCity\tVinh\n", encoding="utf-8")
    assert [entry.comments for entry in generate.entries(table)] == [("# Why.",), ()]
