"""What reading and building cost: every figure in CPU seconds of one process."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import ahocorasick_rs

from extract import language
from extract.articles import load
from extract.reader import annotate, read
from extract.tokens.text import key, reading_text
from ontology.facts import Article

HERE = Path(__file__).parent
COMMAND = ("-c", "from banggiao import main; main()", "build")
PAGE = 4_096  # bytes of memory, as /proc counts them
ROUNDS = 3  # of several rounds the fastest counts: what else a machine does only adds


@dataclass(frozen=True, slots=True)
class Rate:
    """How much was done in how many CPU seconds."""

    articles: int
    megabytes: float
    seconds: float

    def __str__(self) -> str:
        """Tell articles and megabytes a second."""
        return f"{self.articles / self.seconds:8.1f} articles/s {self.megabytes / self.seconds:8.3f} MB/s"


def articles(paths: Iterable[Path]) -> list[Article]:
    """Load the articles of some files that can be read."""
    return [article for article in load(paths) if isinstance(article, Article)]


def megabytes(texts: Iterable[str]) -> float:
    """Return the size of texts in UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of some rounds."""
    rounds: list[float] = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        rounds.append(time.process_time() - before)
    return min(rounds)


def reading(given: Sequence[Article]) -> Rate:
    """Read articles, once all is loaded that reading needs."""
    read(given[0])
    return Rate(len(given), megabytes(a.text for a in given), spent(lambda: [read(article) for article in given]))


def scanning(given: Sequence[Article]) -> Rate:
    """Find all labels that the reader knows in the same texts, with the multi-pattern scanner alone."""
    labels = sorted(language.load("vi").lexicon.words)
    scanner = ahocorasick_rs.AhoCorasick(labels, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    low = [key(reading_text(article.text).plain) for article in given]
    seconds = spent(lambda: [scanner.find_matches_as_indexes(text) for text in low])
    return Rate(len(given), megabytes(a.text for a in given), seconds)


def sentences(article: Article) -> list[str]:
    """Return the sentences of an article."""
    document, _, _ = annotate(article, language.load(article.language))
    return [document.text.plain[one.start : one.end] for one in document.sentences]


def recognising(given: Sequence[Article], python: Path) -> Rate:
    """Find names in a sample with underthesea, by the Python of an environment that has it."""
    lines = "".join(json.dumps(sentence) + "\n" for article in given for sentence in sentences(article))
    told = subprocess.run([python, HERE / "ner.py"], input=lines, capture_output=True, text=True, check=True)
    return Rate(len(given), megabytes(a.text for a in given), float(told.stdout.split()[-1]))


def lengths(parts: Sequence[Article]) -> Rate:
    """Read several articles as one long text."""
    whole = replace(parts[0], text="\n".join(part.text for part in parts))
    read(parts[0])
    return Rate(1, megabytes([whole.text]), spent(lambda: read(whole)))


def streaming(given: Iterable[Article], every: int) -> Iterator[tuple[int, float, float]]:
    """Read articles one by one and keep nothing; yield how many, articles a CPU second, and megabytes of memory."""
    taken = 0.0
    for count, article in enumerate(given, 1):
        taken -= time.process_time()
        read(article)
        taken += time.process_time()
        if count % every == 0:
            yield count, every / taken, memory()
            taken = 0.0


def memory() -> float:
    """Return the megabytes that this process has in memory now; where no system tells, the most it ever had."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * PAGE / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def building(path: Path, count: int) -> Rate:
    """Build a graph of the articles of a file, beyond what a build of the first of them costs."""
    lines = [line + "\n" for line in path.read_text(encoding="utf-8").split("\n") if line]
    whole = min(built(lines[:count]) for _ in range(ROUNDS))
    one = min(built(lines[:1]) for _ in range(ROUNDS))
    return Rate(count - 1, megabytes(json.loads(line)["text"] for line in lines[1:count]), whole - one)


def built(lines: Sequence[str]) -> float:
    """Build a graph with the command and return the CPU seconds of its process."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts.jsonl")
        texts.write_text("".join(lines), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, *COMMAND, texts, "--store", Path(folder, "store")]
        subprocess.run(command, check=True, capture_output=True, cwd=HERE.parents[1])
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
