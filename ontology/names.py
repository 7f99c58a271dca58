"""How two spellings of one name compare: folding, exact keys, and a Vietnamese sound key.

Folding and the sound key propose that two names are one; they never decide it. The sound classes
and what it costs to hear one as another are data: `schemes/sounds-vi.toml`.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any

ALIKE = 0.68  # bench/names.py: of names.tsv the least pair has 0.70, the most alike non-pair 0.66
LETTERS = 0.75  # so alike are the words of two names without marks: Tea is Tia, Il is not Un
FLOOR = 0.5  # below it the words of two names are not aligned further (ten times faster)
TONES = frozenset(
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}\N{COMBINING HOOK ABOVE}"
    "\N{COMBINING DOT BELOW}"
)
STROKE = chr(0x111)  # d with stroke; eth stands for it in real pages
STROKES = {0xF0: STROKE}
HYPHENS = re.compile(r"\s*[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]\s*")
SPREAD = 2  # one word may stand for so many of the other name ("Ki-moon": "Ki Mun")


def words(name: str) -> list[str]:
    """Lower-case a name and split it at spaces, with one plain hyphen between syllables.

    >>> words("Moon Jae - in")
    ['moon', 'jae-in']
    """
    lower = unicodedata.normalize("NFC", name.replace("\N{ZERO WIDTH SPACE}", "")).lower().translate(STROKES)
    return HYPHENS.sub("-", lower).split()


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Take case, marks, hyphens and punctuation off, and leave single spaces.

    >>> fold("Khuông  Sơ-reng"), fold("Ðinh Tiến Dũng")
    ('khuong soreng', 'dinh tien dung')
    """
    joined = unicodedata.normalize("NFD", " ".join(words(name)).replace("-", "")).replace(STROKE, "d")
    kept = (c for c in joined if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept if c not in "'’.").split())


@lru_cache(maxsize=1 << 16)
def exact(name: str) -> str:
    """Key a name by its letters and marks; case, hyphens, spaces and the place of the tone mark do not count.

    >>> exact("Hoà Bình") == exact("HÒA BÌNH"), exact("Hùng") == exact("Hưng")
    (True, False)
    """
    return "".join(syllable(s) for word in words(name) for s in word.split("-"))


@lru_cache(maxsize=1 << 16)
def phrase(text: str) -> str:
    """Key a title or a body's name likewise, but keep its words apart.

    >>> phrase("Uỷ viên Trung ương") == phrase("Ủy viên  trung ương")
    True
    """
    return " ".join("".join(syllable(s) for s in word.split("-")) for word in words(text))


def syllable(text: str) -> str:
    """Move the tone mark of one syllable to its end, where its place cannot differ."""
    letters = unicodedata.normalize("NFD", text)
    tones = "".join(c for c in letters if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES)) + tones


def marked(name: str) -> bool:
    """Tell whether a name carries a mark or a barred d."""
    lower = unicodedata.normalize("NFD", name).lower().translate(STROKES)
    return STROKE in lower or any(unicodedata.combining(c) for c in lower)


def plain(name: str) -> bool:
    """Tell whether a name is written as Vietnamese names are: with marks, without hyphens.

    >>> plain("Đinh Tiến Dũng"), plain("Khuông Sơ-reng"), plain("Hun Sen")
    (True, False, False)
    """
    return marked(name) and not HYPHENS.search(name)


def similarity(name: str, other: str) -> float:
    """Tell from 0 to 1 how alike two names sound; the weakest aligned word decides.

    >>> similarity("Khuong Sreng", "Khuông Sơ-reng") > ALIKE, similarity("Hun Sen", "Hun Ma-nét") > ALIKE
    (True, False)
    >>> similarity("Nguyễn Văn Hùng", "Nguyễn Văn Hưng")
    0.0
    """
    if exact(name) == exact(other):
        return 1.0
    if plain(name) and plain(other):
        return 0.0
    mine, theirs = words(name), words(other)
    if not transcribed(name) and not transcribed(other):
        return max(letter_by_letter(mine, theirs), letter_by_letter(mine, theirs[::-1]) if len(theirs) == 2 else 0.0)
    return max(aligned(mine, theirs), aligned(mine, theirs[::-1]) if len(theirs) == 2 else 0.0)


def transcribed(name: str) -> bool:
    """Tell whether a name shows how Vietnamese says it: by marks, or by a hyphen after each syllable."""
    return marked(name) or any(word.count("-") > 1 for word in words(name))


def letter_by_letter(mine: list[str], theirs: list[str]) -> float:
    """Compare two names that both stand without marks: as many words, each with the same first letter.

    >>> letter_by_letter(["kim", "jong-un"], ["kim", "jong", "il"])
    0.0
    """
    a, b = "-".join(mine).split("-"), "-".join(theirs).split("-")
    if len(a) != len(b) or not all(same_initial(x, y) for x, y in zip(a, b, strict=True)):
        return 0.0
    least = min((likeness(x, y) for x, y in zip(a, b, strict=True)), default=0.0)
    return least if least >= LETTERS else 0.0


def same_initial(word: str, other: str) -> bool:
    """Tell whether two words begin with one letter, or with two that are written for each other."""
    first, second = word[:1], other[:1]
    return first == second or any(first in pair and second in pair for pair in data()["initials"]["together"])


def blocks(name: str) -> tuple[str, ...]:
    """Return the classes of the first sound; of two words both count, for they may change places.

    >>> set(blocks("Khuong Sreng")) == set(blocks("Khuông Sơ-reng"))
    True
    """
    found = words(name)
    firsts = [sounds(word)[0][:1] for word in (found if len(found) == 2 else found[:1])]
    classes = sorted(data()["blocks"].items())
    return tuple(sorted({next((name for name, sound in classes if first and first in sound), "") for first in firsts}))


def aligned(mine: list[str], theirs: list[str]) -> float:
    """Align two lists of words in order, each word used, and return the best weakest likeness."""
    best = {(0, 0): 1.0}
    for i in range(len(mine) + 1):
        for j in range(len(theirs) + 1):
            for m, n in ((1, 1), *((1, s) for s in range(2, SPREAD + 1)), *((s, 1) for s in range(2, SPREAD + 1))):
                before = best.get((i - m, j - n), 0.0)
                if before > max(FLOOR, best.get((i, j), 0.0)):
                    here = likeness("-".join(mine[i - m : i]), "-".join(theirs[j - n : j]))
                    best[i, j] = max(best.get((i, j), 0.0), min(before, here))
    return best.get((len(mine), len(theirs)), 0.0)


@lru_cache(maxsize=1 << 16)
def likeness(word: str, other: str) -> float:
    """Tell how alike two words sound, over the ways in which each can be read."""
    return max(compare(a, b) for a in sounds(word) for b in sounds(other))


def compare(mine: str, theirs: str) -> float:
    """Return one less the weighted edit distance of two strings of sound classes, by their length."""
    costs = data()["costs"]
    row = [0.0]
    for b in theirs:
        row.append(row[-1] + costs.get(b + "-", 1.0))
    for a in mine:
        above, gone = row, costs.get(a + "-", 1.0)
        row = [above[0] + gone]
        for j, b in enumerate(theirs):
            swap = 0.0 if a == b else costs.get(a + b, costs.get(b + a, 1.0))
            row.append(min(above[j] + swap, above[j + 1] + gone, row[j] + costs.get(b + "-", 1.0)))
    size = max(weight(mine), weight(theirs))
    return max(0.0, 1.0 - float(row[-1]) / size) if size else 0.0


def weight(classes: str) -> float:
    """Sum what it costs not to hear each sound at all."""
    return float(sum(data()["costs"].get(c + "-", 1.0) for c in classes))


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> tuple[str, ...]:
    """Return the sound classes of a word: one string a way of reading it.

    >>> sounds("sơ-reng")
    ('SoReG',)
    """
    scripts = ("vietnamese",) if marked(word) and "-" in word else ("vietnamese", "latin")
    parts = word.split("-")
    heard = ["".join(read(part, script) for part in parts) for script in scripts]
    return tuple(dict.fromkeys(single(h) for h in heard))


def single(classes: str) -> str:
    """Hear a doubled sound once."""
    return classes[:1] + "".join(b for a, b in pairwise(classes) if a != b)


def read(part: str, script: str) -> str:
    """Read the letters of one syllable or word, the longest piece of spelling first."""
    letters = unicodedata.normalize("NFD", part)
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    table, longest = spelling(script)
    heard, at = [], 0
    while at < len(bare):
        size = next((n for n in range(longest, 0, -1) if bare[at : at + n] in table and at + n <= len(bare)), 0)
        heard.append(table[bare[at : at + size]] if size else "")
        at += size or 1
    return "".join(heard)


@cache
def spelling(script: str) -> tuple[dict[str, str], int]:
    """Return a script's pieces of spelling with their sounds, and the length of the longest."""
    table = {**data()["common"], **data()[script]}
    return table, max(map(len, table))


@cache
def data() -> dict[str, dict[str, Any]]:
    """Load the sound classes."""
    text = resources.files("ontology").joinpath("schemes", "sounds-vi.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
