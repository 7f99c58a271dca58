"""Load a server on loopback: 32 clients for a minute, with and without runaway queries beside them.

    python bench/serve/run.py STORE [--seconds 60] [--clients 32]

Each client asks one thing after another, drawn from named queries, SPARQL, pages of people and facts, and their
Turtle. Prints requests, errors, and how long an answer took (median, 95 and 99 of 100, longest).
"""

import argparse
import http.client
import itertools
import json
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).parents[2]
DOOR = (sys.executable, "-c", "from banggiao import main; main()")
RUNAWAYS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?c",
    "SELECT (COUNT(*) AS ?n) { ?a (!<x:x>|^!<x:x>)* ?b . ?c (!<x:x>|^!<x:x>)* ?d }",
    "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
)
THINGS = "SELECT ?it ?name {{ ?it a {kind} OPTIONAL {{ ?it foaf:name ?name }} }} ORDER BY MD5(STR(?it)) LIMIT 200"
BASE = "https://w3id.org/banggiao"


class Client:
    """One connection that is kept open."""

    def __init__(self, server: str) -> None:
        """Connect."""
        self.line = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)

    def get(self, path: str, accept: str = "*/*") -> tuple[int, bytes]:
        """Return status and content."""
        self.line.request("GET", path, headers={"Accept": accept})
        answer = self.line.getresponse()
        return answer.status, answer.read()


def asked(server: str) -> list[tuple[str, str]]:
    """Return what the clients ask: paths, each with what is accepted."""
    client = Client(server)

    def things(kind: str) -> list[dict[str, dict[str, str]]]:
        _, data = Client(server).get(f"/sparql?format=json&query={quote(THINGS.format(kind=kind))}")
        found: list[dict[str, dict[str, str]]] = json.loads(data)["results"]["bindings"]
        return found

    people, facts = things("foaf:Person"), [*things("bg:Meeting"), *things("bg:Visit"), *things("bg:Agreement")]
    made = [
        (one["it"]["value"].removeprefix(BASE), accept)
        for one in (*people, *facts)
        for accept in ("text/html", "text/turtle")
    ]
    for person, name in itertools.product(people[:40], ("met", "offices", "visits")):
        _, filled = client.get(f"/named/{name}?person={quote(person['it']['value'])}")
        made.append((f"/sparql?query={quote(filled)}", "application/sparql-results+json"))
    for sparql in (
        "ASK { ?p a foaf:Person }",
        "SELECT ?p ?n { ?p foaf:name ?n } ORDER BY ?n LIMIT 50",
        "DESCRIBE bg:Meeting",
    ):
        made += [(f"/sparql?query={quote(sparql)}", "*/*")] * 40
    return made


def load(server: str, clients: int, seconds: float, paths: list[tuple[str, str]]) -> tuple[Counter[int], list[float]]:
    """Ask with some clients for some seconds; return how many answers of each status, and how long each took."""
    end = time.monotonic() + seconds

    def one(number: int) -> list[tuple[int, float]]:
        client, dice = Client(server), random.Random(number)  # noqa: S311 - the same each time
        found = []
        while time.monotonic() < end:
            began = time.monotonic()
            status, _ = client.get(*dice.choice(paths))
            found.append((status, time.monotonic() - began))
        return found

    with ThreadPoolExecutor(clients) as pool:
        all_ = [one for found in pool.map(one, range(clients)) for one in found]
    return Counter(status for status, _ in all_), sorted(took for _, took in all_)


def told(title: str, found: tuple[Counter[int], list[float]], seconds: float) -> None:
    """Print one line of a table."""
    statuses, took = found
    at = [took[min(len(took) - 1, int(len(took) * part))] * 1000 for part in (0.5, 0.95, 0.99, 1)]
    wrong = sum(number for status, number in statuses.items() if status != 200)
    print(
        f"{title:<24} {len(took):>7} {len(took) / seconds:>7.0f} {wrong:>7} " + " ".join(f"{one:>8.0f}" for one in at)
    )


def runaway(server: str, seconds: float) -> Counter[int]:
    """Ask runaway queries one after another for some seconds; return how many answers of each status."""
    end, found, client = time.monotonic() + seconds, Counter[int](), Client(server)
    for sparql in itertools.cycle(RUNAWAYS):
        if time.monotonic() > end:
            return found
        found[client.get(f"/sparql?query={quote(sparql)}")[0]] += 1
    return found


def main() -> None:
    """Serve a store, load it, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("store", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=32)
    given = parser.parse_args()
    command = [*DOOR, "serve", "--port", "0", "--store", str(given.store)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        match = re.search(r"http://[\d.]+:\d+", process.stdout.readline() if process.stdout else "")
        if match is None:
            sys.exit("the server did not start")
        server = match[0]
        try:
            paths = asked(server)
            heads = ("asked", "a sec.", "errors"), ("median", "95 %", "99 %", "longest")
            print(" " * 24, *(f"{one:>7}" for one in heads[0]), *(f"{one:>8}" for one in heads[1]), "(ms)")
            told(f"{given.clients} clients", load(server, given.clients, given.seconds, paths), given.seconds)
            with ThreadPoolExecutor(2) as bad:
                beside = [bad.submit(runaway, server, given.seconds / 3) for _ in range(2)]
                told("beside 2 runaways", load(server, given.clients, given.seconds / 3, paths), given.seconds / 3)
            print("runaways", dict(sum((one.result() for one in beside), Counter[int]())))
        finally:
            process.send_signal(signal.SIGTERM)


if __name__ == "__main__":
    main()
