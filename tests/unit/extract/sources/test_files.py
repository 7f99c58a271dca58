"""Files and folders: which are read, under which ids, and ids that come twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import articles
from ontology.errors import ArticleError
from ontology.facts import Article

ROOT = Path(__file__).parents[4]
ONE, TWO = "Hai bên hội đàm tại Hà Nội.\n", "Hai bên gặp nhau tại Viêng Chăn.\n"


def load(*paths, id_style="name"):
    found = list(articles.load([str(path) for path in paths], id_style))
    return [a for a in found if isinstance(a, Article)], [str(e) for e in found if isinstance(e, ArticleError)]


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "b.txt": ONE,
        "a/c.TXT": TWO,
        "a/d.jsonl": '{"id": "d1", "text": "Một."}\n{"id": "d2", "text": "Hai."}\n',
        "a/notes.md": "#",
        ".hidden/x.txt": ONE,
        "a/.y.txt": ONE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_paths(folder):
    read, errors = load(folder)
    assert ([article.id for article in read], errors) == (["b.txt", "c.TXT", "d1", "d2"], [])


def test_an_id_may_be_the_path_below_the_folder(folder):
    read, _ = load(folder, id_style="path")
    assert [article.id for article in read] == ["b.txt", "a/c.TXT", "d1", "d2"]


def test_the_collection_knows_its_length_before_it_is_read(folder):
    assert len(articles.Collection([folder])) == 4


def test_the_same_id_with_the_same_text_is_read_once(folder):
    (folder / "more.jsonl").write_text('{"id": "b.txt", "text": "Hai bên hội đàm tại Hà Nội.\\n"}\n')
    read, errors = load(folder, folder / "b.txt")
    assert [article.id for article in read].count("b.txt") == 1
    assert errors == []


@pytest.mark.parametrize("other", ["z/b.txt", "z.jsonl"])
def test_one_id_with_two_texts_names_both_and_reads_neither(folder, other):
    path = folder / other
    path.parent.mkdir(exist_ok=True)
    path.write_text('{"id": "b.txt", "text": "Khác."}\n' if other.endswith("l") else TWO)
    read, (error,) = load(folder)
    assert [article.id for article in read] == ["c.TXT", "d1", "d2"]
    assert str(folder / "b.txt") in error
    assert str(path) in error


def test_an_unreadable_twin_does_not_count(folder):
    (folder / "z").mkdir()
    (folder / "z" / "b.txt").write_bytes(b"\xff\x00")
    read, (error,) = load(folder)
    assert "b.txt" in [article.id for article in read]
    assert str(folder / "z" / "b.txt") in error


def test_what_is_no_article_is_told(tmp_path):
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "empty").mkdir()
    _, errors = load(tmp_path / "a.docx", tmp_path / "empty", tmp_path / "none.txt")
    assert "a.docx: is none of .txt, .jsonl, .html, .htm;" in errors[0]
    assert "empty: holds no article" in errors[1]
    assert "none.txt: does not exist; check the path" in errors[2]


def test_a_file_name_that_is_no_text_is_told(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(ONE)
    _, (error,) = load(tmp_path)
    assert "has an id that is no plain text" in error
    assert "\\xff.txt" in error
    error.encode()


# The imports come first: another user may not read the Python that runs this.
UNREADABLE = """
import os, sys
from extract import articles
list(articles.load([sys.argv[1] + "/b.txt"]))
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for found in articles.load([sys.argv[1]]):
    print(getattr(found, "id", found))
"""


def test_an_unreadable_folder_and_file_are_told_and_the_others_read(folder):
    for path in (folder, *folder.parents):
        if path.owner() == Path.home().owner() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o755)
        if path.name.startswith("pytest-of-"):
            break
    (folder / "a").chmod(0)
    (folder / "z.txt").write_text(TWO)
    (folder / "z.txt").chmod(0)
    try:
        done = subprocess.run(
            [sys.executable, "-c", UNREADABLE, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
        )
    finally:
        (folder / "a").chmod(0o755)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "b.txt",
        f"{folder / 'z.txt'}: may not be read by you; give yourself the right to (chmod u+rX)",
        f"{folder / 'a'}: may not be read by you; give yourself the right to (chmod u+rX)",
    ]
