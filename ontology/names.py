"""How two spellings of one name compare: folding, exact keys, and a Vietnamese sound key.

Folding and the sound key propose that two names are one; they never decide it. The sound classes
and what it costs to hear one as another are data: `schemes/sounds-vi.toml`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ontology import hearing

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
STEPS = ((1, 1), (1, 2), (2, 1))  # one word may stand for two of the other name ("Ki-moon": "Ki Mun")


def words(name: str) -> list[str]:
    """Lower-case a name and split it at spaces, with one plain hyphen between syllables.

    >>> words("Moon Jae - in")
    ['moon', 'jae-in']
    """
    lower = unicodedata.normalize("NFC", name.replace("\N{ZERO WIDTH SPACE}", "")).lower().translate(STROKES)
    return HYPHENS.sub("-", lower).split()


@lru_cache(maxsize=1 << 13)
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


def similarity(name: str, other: str, least: float = FLOOR) -> float:
    """Tell from 0 to 1 how alike two names sound; the weakest aligned word decides. Below `least` it may say 0.

    >>> similarity("Khuong Sreng", "Khuông Sơ-reng") > ALIKE, similarity("Hun Sen", "Hun Ma-nét") > ALIKE
    (True, False)
    >>> similarity("Nguyễn Văn Hùng", "Nguyễn Văn Hưng")
    0.0
    """
    if exact(name) == exact(other):
        return 1.0
    mine, theirs = written(name), written(other)
    if mine.plain and theirs.plain:
        return 0.0
    if not mine.transcribed and not theirs.transcribed:
        found = letter_by_letter(mine.words, theirs.words)
        return max(found, letter_by_letter(mine.words, theirs.words[::-1]) if len(theirs.words) == 2 else 0.0)
    found = aligned(mine.words, theirs.words, least)
    return max(found, aligned(mine.words, theirs.words[::-1], least) if len(theirs.words) == 2 else 0.0)


def alike(name: str, other: str) -> bool:
    """Tell whether two names sound alike enough to be proposed as one.

    >>> alike("Hun Sen", "Hun Xen"), alike("Hun Sen", "Hun Manet")
    (True, False)
    """
    return similarity(name, other, ALIKE) >= ALIKE


class Written(NamedTuple):
    """How a name is written: its words, whether it is plain, and whether it shows how Vietnamese says it."""

    words: tuple[str, ...]
    plain: bool
    transcribed: bool


@lru_cache(maxsize=1 << 17)
def written(name: str) -> Written:
    """Look at a name once, for it is compared with many."""
    return Written(tuple(words(name)), plain(name), transcribed(name))


def transcribed(name: str) -> bool:
    """Tell whether a name shows how Vietnamese says it: by marks, or by a hyphen after each syllable."""
    return marked(name) or any(word.count("-") > 1 for word in words(name))


def letter_by_letter(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Compare two names that both stand without marks: as many words, each with the same first letter.

    >>> letter_by_letter(("kim", "jong-un"), ("kim", "jong", "il"))
    0.0
    """
    a, b = "-".join(mine).split("-"), "-".join(theirs).split("-")
    if len(a) != len(b) or not all(same_initial(x, y) for x, y in zip(a, b, strict=True)):
        return 0.0
    least = min((likeness(x, y, LETTERS) for x, y in zip(a, b, strict=True)), default=0.0)
    return least if least >= LETTERS else 0.0


def same_initial(word: str, other: str) -> bool:
    """Tell whether two words begin with one letter, or with two that are written for each other."""
    first, second = word[:1], other[:1]
    return first == second or any(first in pair and second in pair for pair in hearing.data()["initials"]["together"])


def blocks(name: str) -> tuple[str, ...]:
    """Return the classes of the first sound; of two words both count, for they may change places.

    >>> set(blocks("Khuong Sreng")) == set(blocks("Khuông Sơ-reng"))
    True
    """
    found = words(name)
    firsts = [sounds(word)[0][:1] for word in (found if len(found) == 2 else found[:1])]
    classes = sorted(hearing.data()["blocks"].items())
    return tuple(sorted({next((name for name, sound in classes if first and first in sound), "") for first in firsts}))


def aligned(mine: tuple[str, ...], theirs: tuple[str, ...], least: float) -> float:
    """Align two lists of words in order, each word used, and return the best weakest likeness."""
    reached: list[dict[int, float]] = [{} for _ in range(len(mine) + 2)]
    reached[0][0] = 1.0
    for i in range(len(mine)):
        for j, before in reached[i].items():
            for m, n in STEPS if j < len(theirs) else ():
                if i + m <= len(mine) and j + n <= len(theirs):
                    word = mine[i] if m == 1 else f"{mine[i]}-{mine[i + 1]}"
                    other = theirs[j] if n == 1 else f"{theirs[j]}-{theirs[j + 1]}"
                    here = likeness(word, other, least)
                    if here > 0.0 and here >= least:
                        reached[i + m][j + n] = max(reached[i + m].get(j + n, 0.0), min(before, here))
    return reached[len(mine)].get(len(theirs), 0.0)


@lru_cache(maxsize=1 << 18)
def likeness(word: str, other: str, least: float = FLOOR) -> float:
    """Tell how alike two words sound, over the ways in which each can be read; below `least` it may say 0."""
    best = 0.0
    for a in coded(word):
        for b in coded(other):
            best = max(best, hearing.compare(a, b, max(least, best)))
    return best


@lru_cache(maxsize=1 << 17)
def coded(word: str) -> tuple[hearing.Coded, ...]:
    """Return each way to read a word, made ready to be compared."""
    _, silent = hearing.costs()
    return tuple(
        hearing.Coded(
            classes := tuple(hearing.CLASSES.index(c) for c in heard),
            sum(silent[c] for c in classes),
            sum(hearing.bounds()[c] for c in classes),
        )
        for heard in sounds(word)
    )


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> tuple[str, ...]:
    """Return the sound classes of a word: one string a way of reading it.

    >>> sounds("sơ-reng")
    ('SoReG',)
    """
    scripts = ("vietnamese",) if marked(word) and "-" in word else ("vietnamese", "latin")
    parts = word.split("-")
    heard = ["".join(hearing.read(part, script) for part in parts) for script in scripts]
    return tuple(dict.fromkeys(hearing.single(h) for h in heard))
