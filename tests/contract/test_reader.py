"""What holds for every reading: quotes stand, a text says the same again, cost grows with length, nothing breaks it."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from extract import articles
from extract.reader import read
from ontology.facts import KINDS, Article, Reading

DATA = Path(__file__).parents[2] / "data" / "articles"
EXAMPLES = [item for item in articles.load([DATA]) if isinstance(item, Article)]
HEADLINE = "Hai thủ đô hội đàm tại Phnom Penh\n"
BODY = (
    "Chiều 27/4/2022, tại Phnom Penh, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng đã hội đàm với Đô trưởng Khuong Sreng.\n"
    "Đoàn đại biểu Thủ đô Hà Nội do ông Dũng dẫn đầu đang thăm chính thức Campuchia.\n"
    "Hai bên kỷ niệm tròn 55 năm thiết lập quan hệ ngoại giao Campuchia - Việt Nam (24/6/1967 - 24/6/2022).\n"
)
# The same text in other characters: what a page may hold of it, and what a reader never sees.
DISGUISES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "lines end in CRLF": lambda text: text.replace("\n", "\r\n"),
    "zero-width spaces inside words": lambda text: text.replace("h", "h\u200b"),
    "zero-width joiners around words": lambda text: text.replace(" ", "\u200d \u2060"),
    "soft hyphens": lambda text: text.replace("nh", "n\u00adh"),
    "a stray byte-order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "eth for đ": lambda text: text.replace("Đ", "\u00d0").replace("đ", "\u00f0"),
    "blank lines": lambda text: "\n \n\n" + text.replace("\n", "\n\n \n"),
}
# Texts that want to break something, each repeated up to a length.
HOSTILE = {
    "script": "<script>alert(1)</script> ",
    "SPARQL": '" . } ; DROP GRAPH <x> { ?s ?p ?o ',
    "shape language": "{a+} … @meet ‥ {b} [,] (@and|@with) ",
    "private-use characters": "PO|&,; \ue000\ue001\ue002\uf8ff ",
    "other scripts": "金正恩 Владимир Путин محمد ภูมิพล 🇻🇳 ",
    "marks without letters": "\u0301\u0323\u031b",
    "letters under marks": "a\u0300\u0301\u0302",
    "zero-width": "\u200b",
    "control characters": "\x01\x0b\x0c\x1c\x85\u2028 ",
    "letters that grow in lower case": "İİİ Thủ tướng İ ",
    "one endless word": "A",
    "titles": "Thủ tướng ",
    "honorifics": "ông ",
    "surnames": "Nguyễn ",
    "names tied by dashes": "Moon Jae - in - ",
    "countries tied by dashes": "Việt Nam - Lào - ",
    "people tied by and": "Thủ tướng Lào A Bc và ",
    "open brackets": "(Thủ tướng (",
    "quotes": '"',
    "full stops": ".",
    "ellipses": "… ",
    "abbreviations": "TP. ",
    "digits": "12",
    "dates": "từ ngày 1/1 đến 1/1/2020-",
    "talks between": "hội đàm giữa với và ",
    "agreements": "ký hiệp định về ",
    "anniversaries": "kỷ niệm 55 năm ",
    "bodies": "Bộ Ngoại giao và ",
    "no full stop": "Chiều 27/4, Bí thư Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Phnom Penh Khuong Sreng ",
    "white space": " \t",
    "lines": "\n",
}


def stands(reading: Reading) -> bool:
    text = reading.article.text
    proof = [evidence for claim in reading.claims for evidence in claim.evidence]
    return all(e.quote and text[e.start : e.end] == e.quote for e in proof)


def told(text: str) -> list[object]:
    return [claim.fact for claim in read(Article("a", text)).claims]


def seconds(text: str) -> float:
    """Measure how long a text takes, the best of two."""
    spent = []
    for _ in range(2):
        begin = time.process_time()
        read(Article("a", text))
        spent.append(time.process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("article", EXAMPLES, ids=lambda article: article.id)
def test_quotes_stand(article):
    reading = read(article)
    assert reading.claims
    assert all(claim.evidence for claim in reading.claims)
    assert stands(reading)


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize("article", EXAMPLES[::4], ids=lambda article: article.id)
def test_quotes_stand_in_any_disguise(article, disguise):
    assert stands(read(Article(article.id, disguise(article.text), published=article.published)))


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_text_says_the_same_in_any_disguise(disguise):
    assert told(disguise(HEADLINE + BODY)) == told(HEADLINE + BODY) != []


def test_the_examples_tell_every_kind():
    told_ = {type(claim.fact) for article in EXAMPLES for claim in read(article).claims}
    assert told_ >= set(KINDS.values())


@pytest.mark.parametrize("article", EXAMPLES, ids=lambda article: article.id)
def test_reading_twice_gives_equal_readings(article):
    assert read(article) == read(article)


@pytest.mark.parametrize("article", EXAMPLES, ids=lambda article: article.id)
def test_nothing_is_told_twice_and_each_person_of_a_fact_once(article):
    facts = [claim.fact for claim in read(article).claims]
    people = [fact for fact in facts if type(fact).__name__ == "Person"]
    standing = {
        getattr(fact, slot)
        for fact in facts
        for slot in ("person", "a", "b", "visitor", "leader")
        if hasattr(fact, slot)
    }
    assert len(facts) == len(set(facts))
    assert set(people) == standing - {None}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "…", "\u200b", "\ufeff", "|", "0", "Đ", "Hà Nội", "Thủ tướng", "\u0301"]
)
def test_a_text_that_says_nothing_gives_nothing(text):
    assert read(Article("a", text)).claims == ()
    assert read(Article("a", HEADLINE + text)).claims == ()


def test_what_stands_below_the_foot_is_not_text():
    assert told(f"{HEADLINE}Hai bên trao đổi nhiều nội dung.\nTin liên quan\n{BODY}") == []


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_changes_nothing_around_it(piece):
    mess = piece * (2_000 // len(piece))
    reading = read(Article("a", f"{HEADLINE}{mess}\n{BODY}"))
    assert stands(reading)
    assert {"Đinh Tiến Dũng", "Khuong Sreng"} <= {getattr(claim.fact, "name", "") for claim in reading.claims}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_cost_grows_with_length_whatever_the_text(piece):
    short, long = (seconds(HEADLINE + piece * (size // len(piece))) for size in (2_500, 10_000))
    # Linear is 4, quadratic 16; below 50 ms the clock is too coarse to tell.
    assert long < 9 * max(short, 0.005) or long < 0.05


def test_cost_grows_with_the_length_of_an_article():
    short, long = (seconds(HEADLINE + BODY * times) for times in (20, 160))
    assert long < 16 * short  # linear is 8, quadratic 64


def test_cost_grows_with_the_number_of_people():
    def crowd(size):
        names = [f"{chr(65 + i % 26)}ar{chr(97 + i // 26 % 26)}n Sok{chr(97 + i // 676)}" for i in range(size)]
        return HEADLINE + "".join(f"Bộ trưởng Campuchia {name} phát biểu.\n" for name in names)

    short, long = (seconds(crowd(size)) for size in (200, 1600))
    assert long < 16 * short  # linear is 8, quadratic 64
