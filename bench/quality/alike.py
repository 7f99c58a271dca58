"""Whether what was found is what the gold says: names, titles, places, dates and parties compared as readers would.

Marks, case, hyphens and spaces do not count. A date is right where it holds every digit that the gold states.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

Value = Any
CODE = re.compile(r"[A-Z]{3}")
# Words for the kind of a place, which are no part of its name.
KIND_OF_PLACE = re.compile(r"^(thu do|thanh pho|tp|tinh|do thanh|nuoc|cong hoa)\s+")
# Spellings of one place that folding alone does not bring together.
ONE_PLACE = {
    **dict.fromkeys(("vientiane", "viangchan"), "viengchan"),
    **dict.fromkeys(("matxcova", "moscow"), "moskva"),
    **dict.fromkeys(("tphcm", "hcm", "saigon"), "hochiminh"),
    **dict.fromkeys(("lienminhchauau", "lienminhchauaueu"), "eu"),
    **dict.fromkeys(("lienhopquoc", "lienhiepquoc", "lhq"), "un"),
    "beijing": "backinh",
    "seoul": "xoun",
    "tokio": "tokyo",
}
# What makes a title another title: a deputy is not the chief, a former holder no holder.
MODIFIERS = ("phó", "thứ", "nguyên", "cựu", "quyền", "trợ lý", "phu nhân")
# Short and long form of one title, folded; a long form that is there already stays.
LONG_FORMS = {"ubnd": "uybannhandan", "hdnd": "hoidongnhandan", "bch": "banchaphanh", "tbt": "tongbithu"}
SAME_FORMS = {"ngoaitruong": "botruongngoaigiao", "botruongbo": "botruong"}


def words(text: Value) -> list[str]:
    """Fold to bare words: lower case, no marks, nothing between the syllables of a name.

    >>> words("Khuông Sơ-reng")
    ['khuong', 'soreng']
    """
    low = unicodedata.normalize("NFD", str(text).lower().replace("đ", "d"))
    bare = "".join(c for c in low if not unicodedata.combining(c) and c not in "-'")
    return re.sub(r"[^a-z0-9 ]+", " ", bare).split()


def place(text: Value) -> str:
    """Fold the name of a place or body, without the word for its kind.

    >>> place("Thủ đô Viêng Chăn") == place("Vientiane")
    True
    """
    flat = KIND_OF_PLACE.sub("", " ".join(words(text))).replace(" ", "")
    return ONE_PLACE.get(flat, flat)


def text(gold: Value, found: Value) -> bool:
    """Tell whether two names of places or bodies are one: one holds the other; codes of states are equal."""
    if gold is None or found is None:
        return gold is found
    if CODE.fullmatch(str(gold)) and CODE.fullmatch(str(found)):
        return bool(gold == found)
    a, b = sorted((place(gold), place(found)), key=len)
    return bool(a) and (a == b or (len(a) > 3 and a in b))


def title(gold: Value, found: Value) -> bool:
    """Tell whether two titles are one: one holds the other, and both are modified alike.

    >>> title("Bộ trưởng Ngoại giao", "Ngoại trưởng"), title("Thủ tướng", "Phó Thủ tướng")
    (True, False)
    """
    if gold is None or found is None or modifiers(gold) != modifiers(found):
        return False
    a, b = sorted((whole_title(gold), whole_title(found)), key=len)
    return bool(a) and a in b


def modifiers(said: str) -> set[str]:
    """Return what modifies a title."""
    padded = f" {unicodedata.normalize('NFC', str(said)).lower()} "
    return {modifier for modifier in MODIFIERS if f" {modifier} " in padded}


def whole_title(said: str) -> str:
    """Fold a title and write its short forms out."""
    flat = "".join(words(said))
    for short, long in {**LONG_FORMS, **SAME_FORMS}.items():
        if len(long) < len(short) or long not in flat:
            flat = flat.replace(short, long)
    return flat


def date(gold: Value, found: Value) -> bool:
    """Tell whether a date holds every digit that the gold states, each end for itself.

    >>> date("XXXX-04-27", "2022-04-27"), date("2022-04-27", "2022-04")
    (True, False)
    """
    if gold is None or found is None:
        return gold is found
    told, read = str(gold).split("/"), str(found).split("/")
    if len(read) != len(told):
        read = read[:1] * len(told)
    return all(
        len(g) <= len(f) and all(x in ("X", y) for x, y in zip(g, f, strict=False))
        for g, f in zip(told, read, strict=True)
    )


def invented(gold: Value, found: Value) -> bool:
    """Tell whether a date says more than the gold: a day, month or year that the text does not give.

    >>> invented("2022-04", "2022-04-27"), invented("2022-04-27", "2022")
    (True, False)
    """
    if found is None or gold is None:
        return found is not None
    ends = zip(str(gold).split("/"), str(found).split("/"), strict=False)
    return any(len(f) > len(g) or any(x == "X" != y for x, y in zip(g, f, strict=False)) for g, f in ends)


def agreement_name(gold: Value, found: Value) -> bool:
    """Tell whether a found name of an agreement has half of the gold's words."""
    wanted = set(words(gold))
    return 2 * len(wanted & set(words(found or ""))) >= len(wanted)


def people(gold: Sequence[str] | None, found: Sequence[str] | None) -> bool:
    """Tell whether two people, each given by all names, are one: a name equals, or its words are among, the other's.

    >>> people(["Khuông Sơ-reng"], ["Khuong Sreng", "Khuong So Reng"]), people(["Hun Sen"], ["Hun Manet"])
    (True, False)
    """
    if gold is None or found is None:
        return gold is found
    return any(one_name(words(g), words(f)) for g in gold for f in found)


def one_name(gold: list[str], found: list[str]) -> bool:
    """Tell whether two folded names can be one person's; one short word alone is too little."""
    if not gold or not found:
        return False
    if "".join(gold) == "".join(found):
        return True
    short, long = sorted((set(gold), set(found)), key=len)
    return short <= long and (len(short) > 1 or len(min(short)) > 2)


def parties(gold: Value, found: Value) -> bool:
    """Tell whether two of the gold's parties are among the found ones, and no more than one is added."""
    told, read = (value if isinstance(value, list) else [value] for value in (gold, found))
    hits = sum(any(text(g, f) for f in read) for g in told)
    return hits >= min(2, len(told)) and len(read) <= len(told) + 1
