"""Score found facts against gold facts, by the rules of docs/facts.md. Needs Python alone.

GOLD has one article a line, {"id", "persons": [{"name", "also", "country"}], "facts": [...]}. FACTS has one
record a line, as `banggiao facts` writes them. TEXTS, {"id", "text"} a line, proves that each quote stands
in its article.

    python bench/quality/score.py GOLD.jsonl FACTS.jsonl [--texts TEXTS.jsonl]
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from bench.quality.counting import Counts, Record, macro, score, total


def standing(records: Sequence[Record], texts: Iterable[Record]) -> tuple[int, int]:
    """Count the quotes that stand in their article, and those that do not; white space does not count."""
    flat = {text["id"]: single(text["text"]) for text in texts}
    asked = [r for r in records if r["article"] in flat]
    good = sum(bool(r.get("quote")) and single(r["quote"]) in flat[r["article"]] for r in asked)
    return good, len(asked) - good


def single(text: str) -> str:
    """Compose a text and make its white space single."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def table(counts: dict[str, Counts]) -> str:
    """Write the figures as a table."""
    rows = {**counts, "all facts": total(counts)}
    lines = [f"{'':12} {'gold':>5} {'found':>5} {'right':>5}  {'P':>5} {'R':>5} {'F1':>5} slots"]
    for kind, row in rows.items():
        slots_ = "  -" if row.accuracy is None else f"{row.accuracy:.3f}"
        numbers = f"{row.gold:5} {row.found:5} {row.hits:5}  {row.precision:.3f} {row.recall:.3f} {row.f1:.3f} {slots_}"
        lines.append(f"{kind:12} {numbers}")
    every = total(counts)
    made_up = every.invented / max(every.dates, 1)
    return "\n".join([*lines, f"macro F1 {macro(counts):.3f}; invented date slots {made_up:.3f}"])


def load(path: Path) -> list[Record]:
    """Read a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Score one file against another and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    records = load(given.facts)
    print(table(score(load(given.gold), records)))
    if given.texts:
        good, bad = standing(records, load(given.texts))
        print(f"quotes that stand in their article: {good} of {good + bad}")


if __name__ == "__main__":
    main()
