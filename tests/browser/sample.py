"""A small graph for the browser tests: true facts in sentences of our own, and one article that means harm."""

from graph.merge import merge
from graph.model import MergedGraph
from ontology.dates import Date
from ontology.facts import (
    Agreement,
    Anniversary,
    Article,
    Body,
    Claim,
    Delegation,
    Evidence,
    Fact,
    Meeting,
    Office,
    Person,
    Place,
    Polity,
    Reading,
    Relation,
    Visit,
)

DUNG = Person("Đinh Tiến Dũng", country="VNM")
SRENG = Person("Khuong Sreng", country="KHM")
SRENG_2 = Person("Khuông Sơ-reng", country="KHM")
THANH = Person("Trần Sỹ Thanh", country="VNM")
LAM = Person("Tô Lâm", country="VNM")
SEN = Person("Hun Sen", country="KHM")
ANOUPHAP = Person("Anouphap Tounalom", country="LAO")
HANOI, PHNOM_PENH, VIENTIANE = Polity("Hà Nội"), Polity("Phnom Penh"), Polity("Viêng Chăn")
VNM, KHM, LAO = Polity("VNM"), Polity("KHM"), Polity("LAO")
CPV, CPP = Body("Đảng Cộng sản Việt Nam"), Body("Đảng Nhân dân Campuchia")
MARKUP = "<img src=x onerror=alert(1)>"
HARM = Person(f"{MARKUP} Nam", country="VNM")
CLOSING = '</script><script>alert(2)</script> "Ông Nam" gặp Hun Sen & nói <b>đậm</b>.'


def reading(name: str, said: dict[str, list[Fact]], **about: str) -> Reading:
    """Return a reading of an article that is made of these sentences."""
    text = "\n".join(said)
    claims = []
    for sentence, facts in said.items():
        start = text.index(sentence)
        evidence = (Evidence(sentence, start, start + len(sentence)),)
        claims += [Claim(fact, evidence) for fact in facts]
    published = Date(about.pop("published")) if "published" in about else None
    return Reading(Article(name, text, published=published, **about), tuple(claims))


def april() -> Reading:
    """Return an article about talks in Phnom Penh."""
    offices: list[Fact] = [Office(DUNG, "Bí thư Thành ủy", HANOI, "VNM"), Office(SRENG, "Đô trưởng", PHNOM_PENH, "KHM")]
    talks = Meeting(DUNG, SRENG, Date("2022-04-27"), Place("Phnom Penh"), "talks", "done", ("education", "trade"))
    return reading(
        "april.txt",
        {
            "Hôm 27/4/2022, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng bàn việc với Đô trưởng Khuong Sreng.": [
                *offices,
                talks,
            ],
            "Ông Dũng đưa đoàn Hà Nội sang Campuchia.": [
                Visit(DUNG, KHM, HANOI, Date("2022-04"), None, "working", "done"),
                Delegation(DUNG, HANOI, KHM),
            ],
            "Hai nước kỷ niệm 55 năm đặt quan hệ (24/6/1967).": [
                Anniversary((VNM, KHM), 55, "diplomatic relations", Date("1967-06-24"))
            ],
        },
        title="Hà Nội bàn việc với Phnom Penh",
        published="2022-04-28",
        url="https://example.org/april",
        source="Báo Ví Dụ",
    )


def september() -> Reading:
    """Return an article that spells a guest differently."""
    welcome = Meeting(DUNG, SRENG_2, Date("2022-09-05"), Place("Hà Nội"), "reception", "done")
    return reading(
        "september.txt",
        {
            "Ngày 5/9/2022, Bí thư Thành ủy Đinh Tiến Dũng tiếp Đô trưởng Khuông Sơ-reng tại Hà Nội.": [
                Office(DUNG, "Bí thư Thành ủy", HANOI, "VNM"),
                Office(SRENG_2, "Đô trưởng", PHNOM_PENH, "KHM"),
                welcome,
            ],
            "Chủ tịch UBND Trần Sỹ Thanh cũng nói chuyện với khách.": [
                Office(THANH, "Chủ tịch UBND", HANOI, "VNM"),
                Meeting(SRENG_2, THANH, None, None, "talks", "done"),
            ],
        },
        title="Hà Nội đón khách Phnom Penh",
        published="2022-09-05",
    )


def parties() -> Reading:
    """Return an article about two parties, Laos, and a plan."""
    return reading(
        "parties.txt",
        {
            "Tổng Bí thư Tô Lâm gặp Chủ tịch Hun Sen hôm 21/2.": [
                Office(LAM, "Tổng Bí thư", CPV, "VNM"),
                Office(SEN, "Chủ tịch", CPP, "KHM"),
                Meeting(LAM, SEN, Date("XXXX-02-21"), None, "encounter", "done"),
            ],
            "Hà Nội và Viêng Chăn đã ký bản ghi nhớ; ông Dũng họp trực tuyến với ông Anouphap Tounalom.": [
                Agreement((HANOI, VIENTIANE), "memorandum", "Bản ghi nhớ hợp tác", "signed"),
                Office(ANOUPHAP, "Bí thư Thành ủy", VIENTIANE, "LAO"),
                Meeting(DUNG, ANOUPHAP, Date("2021-11-17"), None, "online", "done"),
            ],
            "Ông Anouphap Tounalom dự kiến thăm Hà Nội năm 2023.": [
                Visit(ANOUPHAP, HANOI, VIENTIANE, Date("2023"), None, "official", "planned")
            ],
            "Việt Nam và Lào có quan hệ đặc biệt.": [Relation((VNM, LAO), "special relationship", None, "established")],
        },
        title="Ba nước láng giềng",
        url="javascript:alert(3)",
    )


def harm() -> Reading:
    """Return an article whose names, sentences and address are markup and scripts."""
    met = Meeting(HARM, SEN, Date("2022-07-01"), None, "talks", "done")
    return reading("harm<b>.txt", {CLOSING: [met]}, title=f"{MARKUP}</title>", url="javascript:alert(4)")


def doubt() -> Reading:
    """Return an article that tells a meeting of another article in another form."""
    called = Meeting(DUNG, ANOUPHAP, Date("2021-11-17"), None, "call", "done")
    return reading(
        "doubt.txt", {"Ông Dũng gọi điện cho ông Anouphap Tounalom ngày 17/11/2021.": [called]}, title="Tin ngắn"
    )


def graph() -> MergedGraph:
    """Return the merged graph of all."""
    return merge([april(), september(), parties(), harm(), doubt()])
