"""How often the reader is right on any subject: found facts that are not offices, drawn to be judged by eye.

The seed is the hash of the commit that the drawing starts from; ids carry its start. Someone who has the guidelines
then writes `right` (yes or no: do the fact's keys stand?) and `why` into the list; a `why` that begins with "slot:"
says what is wrong about a fact that stands. What was judged before is carried over where the same is drawn again.

    python bench/quality/precision.py CORPUS.jsonl                  draw 60 and write bench/quality/precision.tsv
    python bench/quality/precision.py CORPUS.jsonl --show           print what the list holds, with quote and context
    python bench/quality/precision.py CORPUS.jsonl --show --skip 60 print the next 60 of the same order
    python bench/quality/precision.py CORPUS.jsonl --seed HASH      draw by another seed, to draw an old list again
    python bench/quality/precision.py --count                       count what was judged

The list holds no quotes: the texts are other people's.
"""

import argparse
import csv
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from extract import articles
from extract.tally import Tally
from ontology.facts import Article, Claim, Fact, Office, Person, Reading

FILE = Path(__file__).parent / "precision.tsv"
COLUMNS = ("id", "article", "kind", "says", "start", "end", "right", "why")
DRAWN = 60
AROUND = 400
# No more of a name than this, in words: some run on into the sentence.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A fact that the reader found in an article."""

    article: Article
    claim: Claim

    def row(self, number: str, judged: dict[tuple[str, ...], tuple[str, str]]) -> tuple[str, ...]:
        """Write it as a line of the list, with what was judged of it before."""
        evidence = self.claim.evidence[0]
        kind = type(self.claim.fact).__name__.lower()
        same = (self.article.id, kind, says(self.claim.fact))
        return (number, *same, str(evidence.start), str(evidence.end), *judged.get(same, ("", "")))

    def show(self, number: int) -> str:
        """Write it with its quote, marked, among what stands around it."""
        evidence, text = self.claim.evidence[0], self.article.text
        before = text[max(0, evidence.start - AROUND) : evidence.start]
        after = text[evidence.end : evidence.end + AROUND]
        head = f"#{number} {self.article.id} {type(self.claim.fact).__name__.lower()}: {says(self.claim.fact)}"
        return f"{head}\n  ... {before}\n>>> {text[evidence.start : evidence.end]} <<<\n  {after} ...\n"


def says(fact: Fact | Person) -> str:
    """Write a fact's keys and slots, those that are not empty.

    >>> from ontology.facts import Polity, Relation
    >>> says(Relation((Polity("VNM"), Polity("LAO")), "special relationship"))
    'parties=VNM + LAO; level=special relationship'
    """
    told = ((field.name, getattr(fact, field.name)) for field in fields(fact))
    return "; ".join(f"{name}={plain(value)}" for name, value in told if value is not None)


def plain(value: object) -> str:
    """Write a value: a name, a date, a number, or several.

    >>> plain("one two three four five six seven eight nine")
    'one two three four five six seven eight …'
    """
    if isinstance(value, tuple):
        return " + ".join(plain(one) for one in value)
    words = str(getattr(value, "name", value)).split()
    return " ".join(words[:LONGEST] + ["…"] * (len(words) > LONGEST))


def find(readings: Iterable[Reading]) -> Iterator[Found]:
    """Walk the facts found that are not offices."""
    for reading in readings:
        for claim in reading.claims:
            if not isinstance(claim.fact, Office | Person):
                yield Found(reading.article, claim)


def draw(corpus: Path, seed: str) -> list[Found]:
    """Read a corpus and put what is found in the order that the seed gives."""
    tally = Tally()
    found = list(find(tally.read(articles.load([corpus]))))
    kinds = Counter(type(one.claim.fact).__name__.lower() for one in found)
    print(f"{tally.articles} articles, {len(tally.failed)} not read; {len(found)} facts: {dict(sorted(kinds.items()))}")
    found.sort(key=lambda one: (one.article.id, one.claim.evidence[0].start, says(one.claim.fact)))
    random.Random(seed).shuffle(found)  # noqa: S311  no secret
    return found


def lines() -> list[dict[str, str]]:
    """Read the list as it stands."""
    if not FILE.is_file():
        return []
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(found: list[Found], seed: str) -> None:
    """Write the list, with what was judged before."""
    judged: dict[tuple[str, ...], tuple[str, str]] = {
        (old["article"], old["kind"], old["says"]): (old["right"], old["why"]) for old in lines()
    }
    rows = (COLUMNS, *(one.row(f"{seed[:7]}-{number}", judged) for number, one in enumerate(found, 1)))
    FILE.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def count() -> None:
    """Print how many are right, by kind and over all, and how many of these have a slot wrong."""
    listed = lines()
    for kind in (*sorted({row["kind"] for row in listed}), ""):
        mine = [row for row in listed if kind in ("", row["kind"])]
        right = [row for row in mine if row["right"] == "yes"]
        slots = sum(row["why"].startswith("slot:") for row in right)
        print(f"{kind or 'all':12} {len(right)} of {len(mine)} right, {slots} of these with a wrong slot")


def main() -> None:
    """Draw, show or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--seed", help="default: the hash of the commit that stands")
    parser.add_argument("--facts", type=int, default=DRAWN)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="print with quotes; write nothing")
    parser.add_argument("--count", action="store_true", help="count what was judged")
    given = parser.parse_args()
    if given.count:
        count()
        return
    if given.corpus is None:
        parser.error("give a corpus")
    head = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    seed = given.seed or head
    drawn = draw(given.corpus, seed)[given.skip : given.skip + given.facts]
    if given.show:
        print(*(one.show(number) for number, one in enumerate(drawn, given.skip + 1)), sep="\n")
    else:
        write(drawn, seed)
        print(f"{len(drawn)} drawn, seed {seed}: {FILE}")


if __name__ == "__main__":
    main()
