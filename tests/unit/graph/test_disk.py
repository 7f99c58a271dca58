"""What the system refuses is told in one sentence, and the store stays whole: no room, no right, another writer."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from told_examples import SRENG, governor, met, reading

from graph.store import GraphStore
from ontology.errors import StoreError

ROOT = Path(__file__).parents[3]
FIRST, SECOND = reading("a.txt", governor(SRENG), met("2022-04-27")), reading("b.txt", met("2022-09-05"))


@pytest.fixture
def path(tmp_path):
    with GraphStore.open(tmp_path / "store", write=True) as store:
        store.add([FIRST])
    return tmp_path / "store"


def exported(path):
    with GraphStore.open(path) as store:
        return store.turtle()


def build(store, **more):
    command = [sys.executable, "-c", "from banggiao import main; main()", "build", "data/articles", "--store", store]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **more)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return the graph of a build for which there was room."""
    path = tmp_path_factory.mktemp("whole") / "store"
    assert build(path).returncode == 0
    return exported(path)


def refused(done):
    """See that a build has failed with one sentence."""
    assert done.returncode == 3, done
    assert done.stderr.startswith("error: "), done.stderr
    assert done.stderr.count("\n") == 1
    assert "run the same command again" in done.stderr


# A file may have so many bytes: Oxigraph's own, the tables, and the claims are the first that do not fit.
@pytest.mark.parametrize("most", [1_000, 100_000, 400_000])
def test_a_build_whose_files_may_not_grow_is_told_and_goes_on_later(tmp_path, whole, most):
    refused(build(tmp_path / "store", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))))
    assert build(tmp_path / "store").returncode == 0
    assert exported(tmp_path / "store") == whole


@pytest.fixture
def small_disk(tmp_path):
    """Give a disk of three megabytes, where the one who tests may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root may make a disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_told_and_what_is_there_stays_whole(path, small_disk, tmp_path):
    before = exported(path)
    shutil.copytree(path, small_disk / "store")
    done = build(small_disk / "store")
    refused(done)
    assert "the disk is full" in done.stderr
    shutil.copytree(small_disk / "store", tmp_path / "moved")
    with GraphStore.open(tmp_path / "moved", write=True) as store:
        store.remove(name for name in store.names() if name != "a.txt")
    assert exported(tmp_path / "moved") == before


def locked(folder, mode):
    for one in [folder, *folder.rglob("*")]:
        one.chmod(mode if one.is_dir() else mode & 0o444)


def test_a_store_that_may_only_be_read_is_read_and_not_written(path, request, tmp_path):
    before = exported(path)
    for parent in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        parent.chmod(parent.stat().st_mode | 0o055)
    locked(path, 0o555)
    request.getfixturevalue("nobody")
    assert exported(path) == before
    with pytest.raises(StoreError, match=r"it may not be read or written; give yourself the right, or use --store$"):
        GraphStore.open(path, write=True)
    assert exported(path) == before


def test_a_second_writer_is_told_to_wait(path):
    with GraphStore.open(path, write=True) as store:
        done = build(path)
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr == f"error: {path}: another banggiao is using it; wait until that one has ended\n"
        store.add([SECOND])
    with GraphStore.open(path) as store:
        assert store.names() == ["a.txt", "b.txt"]
