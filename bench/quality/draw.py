"""Draw articles for a first look: 15 that the reader's authors have not seen, by a seed that nobody chose.

The seed is the hash of the commit that the drawing starts from. An article that shares more than a fifth of
its eight-word runs with one already seen (gold articles, earlier draws) is drawn again.

    python bench/quality/draw.py CORPUS.jsonl --seen TEXTS.jsonl ... --number 3 -o DIR

writes DIR/draw-3.texts.jsonl (not to be committed: the texts are other people's) and
bench/quality/draws/draw-3.json (ids, seed).
"""

import argparse
import json
import random
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = 15
LONGEST_SHARE = 0.2


def runs(text: str) -> set[str]:
    """Return the eight-word runs of a text."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + 8]) for i in range(len(words) - 7)}


def load(path: Path) -> list[dict[str, str]]:
    """Read a file of articles."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def draw(corpus: list[dict[str, str]], seen: set[str], seed: str) -> list[dict[str, str]]:
    """Draw articles in the order that the seed gives, leaving out those too like what is seen."""
    order = sorted(corpus, key=lambda article: article["id"])
    random.Random(seed).shuffle(order)  # noqa: S311  no secret
    drawn: list[dict[str, str]] = []
    for article in order:
        mine = runs(article["text"])
        if mine and len(mine & seen) <= LONGEST_SHARE * len(mine):
            drawn.append(article)
            seen |= mine
        if len(drawn) == ARTICLES:
            break
    return drawn


def main() -> None:
    """Draw once and write what was drawn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seen", type=Path, nargs="*", default=[])
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    seed = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    corpus = load(given.corpus)
    earlier = {i for path in sorted((HERE / "draws").glob("*.json")) for i in json.loads(path.read_text())["ids"]}
    seen = {run for path in given.seen for article in load(path) for run in runs(article["text"])}
    seen |= {run for article in corpus if article["id"] in earlier for run in runs(article["text"])}
    drawn = draw([a for a in corpus if a["id"] not in earlier], seen, seed)
    given.output.mkdir(parents=True, exist_ok=True)
    texts = given.output / f"draw-{given.number}.texts.jsonl"
    texts.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in drawn), encoding="utf-8")
    (HERE / "draws").mkdir(exist_ok=True)
    record = {"draw": given.number, "seed": seed, "ids": [a["id"] for a in drawn]}
    (HERE / "draws" / f"draw-{given.number}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(f"{len(drawn)} articles, seed {seed}: {texts}")


if __name__ == "__main__":
    main()
