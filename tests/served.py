"""A real server to test with, and an article that means harm."""

import contextlib
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import GraphStore
from ontology.dates import Date
from ontology.facts import Article, Claim, Evidence, Meeting, Person, Reading

ROOT = Path(__file__).parents[1]
DOOR = (sys.executable, "-c", "from banggiao import main; main()")
LIMITS = ("--seconds", "3", "--rows", "5000", "--memory", "400")
HARM = "<img src=x onerror=alert(1)> Nam"


def harm() -> Reading:
    """Return what an article says whose id, title, names, sentence and address are markup."""
    text = f'</script><script>alert(2)</script> "{HARM}" & Hun Sen.'
    met = Meeting(
        Person(HARM, country="VNM"), Person("Hun Sen", country="KHM"), Date("2022-07-01"), None, "talks", "done"
    )
    article = Article("harm<b>/1 %.txt", text, title=f"{HARM}</title>", url="javascript:alert(4)")
    return Reading(article, (Claim(met, (Evidence(text, 0, len(text)),)),))


@contextlib.contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """Serve a store on a free port; the address."""
    command = [*DOOR, "serve", "--port", "0", "--store", str(store), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            found = re.search(r"http://[\d.]+:\d+", line)
            assert found, line
            yield found[0]
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(15) in (0, -signal.SIGTERM)


@pytest.fixture(scope="session")
def served_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "store"
    subprocess.run([*DOOR, "build", "data/articles", "--store", str(path)], cwd=ROOT, check=True, capture_output=True)
    with GraphStore.open(path, write=True) as store:
        store.add([harm()])
    return path


@pytest.fixture(scope="session")
def server(served_store: Path) -> Iterator[str]:
    with serving(served_store, *LIMITS) as address:
        yield address
