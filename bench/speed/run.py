"""How fast articles are read, beside others on the same text: python bench/speed/run.py CORPUS.jsonl [MORE.jsonl …].

The first file is read and built; all of them are the models of the articles that are streamed. underthesea is compared
with where --underthesea names the Python of an environment that has it: it is no dependency of ours.
"""

# ruff: noqa: E402 - the project is imported from the folder above, installed or not
import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

from bench import made
from bench.speed import measure

LONG = (1, 4, 16)
SAMPLE = 20  # articles for underthesea, which reads four a second
STREAMED, EVERY = 20_000, 2_000
NOT_INSTALLED = (
    "not measured: install it into an environment of its own (python -m venv ner; ner/bin/pip install underthesea)"
    " and name its Python: --underthesea ner/bin/python"
)


def main() -> None:
    """Measure and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--underthesea", type=Path, metavar="PYTHON", help="the Python of an environment that has it")
    parser.add_argument("--streamed", type=int, default=STREAMED, help="how many made articles are read in a row")
    given = parser.parse_args()
    articles = measure.articles(given.corpora[:1])
    print(f"{len(articles)} articles, CPU time of one process, the fastest of {measure.ROUNDS} rounds")
    print("reading           ", measure.reading(articles))
    print("bare scan         ", measure.scanning(articles))
    sample = articles[:SAMPLE]
    print("underthesea ner   ", measure.recognising(sample, given.underthesea) if given.underthesea else NOT_INSTALLED)
    print("build             ", measure.building(given.corpora[0], len(articles)), "beyond start-up", flush=True)
    models = made.made(measure.articles(given.corpora))
    middle = sorted(range(len(articles)), key=lambda n: len(articles[n].text))[len(articles) // 2]
    for times in LONG:
        parts = [models.article(middle + n * len(models.models)) for n in range(times)]
        print(f"an article x {times:<5}", measure.lengths(parts), flush=True)
    for count, rate, memory in measure.streaming(models.articles(given.streamed), min(EVERY, given.streamed)):
        print(f"streamed {count:>9} {rate:8.1f} articles/s, {memory:.0f} MB in memory", flush=True)


if __name__ == "__main__":
    main()
