"""What a store of some size costs: its build by the command, one more article, its questions, its export."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from extract.reader import read
from graph.answers import questions
from graph.answers.asked import rows
from graph.store import GraphStore
from ontology.facts import Article

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-c", "from banggiao import main; main()", "build")
ADDED = 9  # so many single articles are added, each by a writer of its own; the middle one counts
READ = 500  # so many are read to tell what reading costs
ROUNDS = 3  # of several rounds the fastest counts
LONG = 60  # seconds after which rdflib is not waited for any longer


@dataclass(frozen=True, slots=True)
class Spent:
    """The CPU seconds of a process, and its peak memory in megabytes."""

    seconds: float
    memory: float


def written(articles: Iterable[Article], path: Path) -> None:
    """Write articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for one in articles:
            line = {"id": one.id, "text": one.text, "published": str(one.published) if one.published else None}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def building(texts: Path, store: Path) -> Spent:
    """Build a store with the command."""
    with subprocess.Popen([*COMMAND, texts, "--store", store], cwd=ROOT, stdout=subprocess.DEVNULL) as build:
        _, status, usage = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
    if build.returncode:
        raise subprocess.CalledProcessError(build.returncode, build.args)
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def reading(articles: Iterable[Article]) -> float:
    """Return the CPU seconds of reading an article."""
    given = list(articles)
    read(given[0])
    before = time.process_time()
    for one in given:
        read(one)
    return (time.process_time() - before) / len(given)


def adding(store: Path, articles: Iterable[Article]) -> float:
    """Add single articles that are read already, and return the middle CPU seconds of one; they stay."""
    spent: list[float] = []
    for one in map(read, articles):
        before = time.process_time()
        with GraphStore.open(store, write=True) as opened:
            opened.add([one])
        spent.append(time.process_time() - before)
    return statistics.median(spent)


def size(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def exporting(store: GraphStore, path: Path) -> float:
    """Write the merged graph as Turtle and return the CPU seconds."""
    before = time.process_time()
    store.export(path)
    return time.process_time() - before


def asked(store: GraphStore) -> dict[str, Mapping[str, str]]:
    """Return what each named query is asked with: nothing where that will do, and whom most meetings are told of."""
    who = [
        row["p"]
        for row in rows(
            store, "SELECT ?p { ?m a bg:Meeting ; bg:participant ?p } GROUP BY ?p ORDER BY DESC(COUNT(?m)) ?p LIMIT 2"
        )
    ]
    (fact,) = (row["m"] for row in rows(store, f"SELECT ?m {{ ?m a bg:Meeting ; bg:participant <{who[0]}> }} LIMIT 1"))
    given = {"person": who[0], "other": who[1], "fact": fact}
    found: dict[str, Mapping[str, str]] = {}
    for name, one in questions.questions().items():
        needed = {p.name: given[p.name] for p in one.parameters if p.needed}
        found[name] = needed
        if not needed and any(p.name == "person" for p in one.parameters):
            found[f"{name} person"] = {"person": who[0]}
    return found


def fastest(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of some rounds."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        work()
        spent.append(time.perf_counter() - before)
        if spent[-1] > LONG / 10:
            break
    return min(spent)


def asking(store: GraphStore, core: ox.Store) -> Iterator[tuple[str, str, int, float, float]]:
    """Yield each question, its SPARQL, how many rows answer it, and the seconds that ours and the bare engine take."""
    for title, given in asked(store).items():
        name = title.split()[0]
        sparql = questions.filled(store, questions.questions()[name], dict(given))
        count = len(list(core.query(sparql)))  # type: ignore[arg-type]
        ours = fastest(lambda name=name, given=given: list(questions.ask(store, name, **given)))  # type: ignore[misc]
        bare = fastest(lambda sparql=sparql: list(core.query(sparql)))  # type: ignore[misc]
        yield title, sparql, count, ours, bare


def rdflib(turtle: Path, sparql: Mapping[str, str]) -> dict[str, float]:
    """Return what rdflib in memory takes: `load`, `memory` in megabytes, and each query, -1 where it takes too long."""
    command = [sys.executable, Path(__file__).with_name("rdflib_memory.py"), turtle, str(LONG)]
    done = subprocess.run(command, input=json.dumps(dict(sparql)), capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))
