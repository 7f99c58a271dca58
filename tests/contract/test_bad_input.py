"""Bad input, each kind: one clear sentence, its exit code, and the good articles are in the graph."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from banggiao import main

ROOT = Path(__file__).parents[2]
GOOD = "Chiều 27/4/2022, tại Phnom Penh, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Khuong Sreng.\n"
GOOD_LINE = json.dumps({"id": "line", "text": GOOD}) + "\n"
# What windows-1258 makes of a sentence: base letters, then tone marks.
OLD = (
    b"Chi\xea\xccu 27/4, B\xed th\xfd Th\xe0nh u\xd2y H\xe0 N\xf4\xf2i h\xf4\xf2i \xf0\xe0m v\xf5\xeci ng\xfd\xf5\xcci."
)


def run(*args, code=0):
    done = CliRunner().invoke(main, [str(arg) for arg in args])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == code, done.output
    assert "Traceback" not in done.output
    return done


def held(store):
    sparql = "SELECT ?id { ?a a schema:NewsArticle ; schema:identifier ?id } ORDER BY ?id"
    found = run("query", sparql, "--format", "json", "--store", store).stdout
    ids = [row["id"]["value"] for row in json.loads(found)["results"]["bindings"]]
    assert run("query", "ASK { ?m a bg:Meeting }", "--store", store).stdout == "yes\n"
    return ids


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("bad.txt", b"", "bad.txt: is empty; give it an article's text"),
        ("bad.txt", bytes(range(256)) * 20, "bad.txt: is not text (binary); save it as UTF-8"),
        ("bad.txt", OLD, "bad.txt: is not UTF-8, it looks like windows-1258; save it as UTF-8 (iconv"),
        ("bad.jsonl", GOOD_LINE.encode() + b'{"id": "x", "text": "\n', "bad.jsonl:2: is no JSON (Invalid control"),
        ("bad.jsonl", GOOD_LINE.encode() + b'{"text": "x"}\n', "bad.jsonl:2: has no id; give it one"),
        (
            "bad.txt",
            b"Hai b\xc3\xaan. " * 2_000_000,
            "bad.txt: has 20,000,000 bytes, more than the 200,000 characters",
        ),
    ],
    ids=["empty", "binary", "windows-1258", "broken line", "missing id", "20 MB"],
)
def test_one_sentence_and_the_good_articles_stay(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    done = run("build", tmp_path, "--store", tmp_path / "store", code=1)
    assert done.stderr.splitlines()[0] == "Not read: 1"
    assert says in done.stderr.splitlines()[1]
    assert len(done.stderr.splitlines()) == 2
    assert held(tmp_path / "store") == ["good.txt", "line"][: 1 + name.endswith("l")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_utf16_with_a_byte_order_mark_is_read(tmp_path, encoding):
    (tmp_path / "good.txt").write_text(GOOD, encoding=encoding)
    run("build", tmp_path, "--store", tmp_path / "store")
    assert held(tmp_path / "store") == ["good.txt"]


def test_one_id_with_two_texts_is_read_from_neither_and_what_was_held_stays(tmp_path):
    store, old = tmp_path / "store", tmp_path / "a" / "x.txt"
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    old.write_text(GOOD)
    run("build", old, "--store", store)
    before = run("facts", "--store", store).stdout
    old.write_text(GOOD.replace("27/4", "28/4"))
    (tmp_path / "b" / "x.txt").write_text(GOOD.replace("27/4", "29/4"))
    (tmp_path / "b" / "good.txt").write_text(GOOD)
    done = run("build", tmp_path / "a", tmp_path / "b", "--store", store, code=1)
    (line,) = done.stderr.splitlines()[1:]
    assert str(old) in line
    assert str(tmp_path / "b" / "x.txt") in line
    assert held(store) == ["good.txt", "x.txt"]
    assert set(before.splitlines()) <= set(run("facts", "--store", store).stdout.splitlines())
    run("build", tmp_path / "a", tmp_path / "b", "--id", "path", "--store", tmp_path / "other", code=1)


def test_markup_and_sparql_in_a_text_are_only_text(tmp_path):
    text = GOOD + '<script>alert("1")</script> \' """ } ; DROP ALL ; INSERT DATA { <x:a> <x:b> <x:c> } # \\u0022 \\\n'
    text += text.replace("hội đàm với", "</script><!-- hội đàm với")
    (tmp_path / "<b>'\"}.txt").write_text(text)
    run("build", tmp_path, "--store", tmp_path / "store")
    assert held(tmp_path / "store") == ["<b>'\"}.txt"]
    assert run("query", "ASK { <x:a> ?p ?o }", "--store", tmp_path / "store").stdout == "no\n"
    for name in ("g.ttl", "g.trig", "g.nq", "g.jsonld"):
        run("export", "-o", tmp_path / name, "--store", tmp_path / "store")
    run("view", "-o", tmp_path / "g.html", "--store", tmp_path / "store")
    assert '<script>alert("1")' not in (tmp_path / "g.html").read_text()


# What reads is loaded first: another user may not read the Python that runs this.
AS_ANOTHER_USER = """
import os, sys
from banggiao import main
good, folder, store = sys.argv[1:]
main(["build", good, "--store", store + ".first"], standalone_mode=False)
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
main(["build", good, folder, "--store", store])
"""


def test_an_unreadable_folder_is_told_to_a_user_who_is_not_root(tmp_path):
    good, locked, room = tmp_path / "good.txt", tmp_path / "locked", tmp_path / "room"
    good.write_text(GOOD)
    locked.mkdir()
    (locked / "a.txt").write_text(GOOD)
    room.mkdir()
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    room.chmod(0o777)
    locked.chmod(0)
    command = [sys.executable, "-c", AS_ANOTHER_USER, str(good), str(locked), str(room / "store")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    locked.chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines() == [
        "Not read: 1",
        f"  {locked}: may not be read by you; give yourself the right to (chmod u+rX)",
    ]
    assert held(room / "store") == ["good.txt"]


def test_a_store_of_another_version_is_refused_and_left_alone(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    run("build", tmp_path / "good.txt", "--store", tmp_path / "store")
    version = tmp_path / "store" / "version"
    version.write_text("banggiao store 99\n")
    for command in (["build", tmp_path / "good.txt"], ["query", "ASK {}"], ["facts"], ["validate"]):
        (line,) = run(*command, "--store", tmp_path / "store", code=3).stderr.splitlines()
        assert str(tmp_path / "store") in line
        assert "banggiao store 99" in line
    assert version.read_text() == "banggiao store 99\n"


def test_a_folder_or_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    for place in (tmp_path, tmp_path / "good.txt"):
        run("build", tmp_path / "good.txt", "--store", place, code=3)
    run("query", "ASK {}", "--store", tmp_path / "nowhere", code=3)
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?s WHERE { ?s ?p }", "line 1, column"),
        ("SELEC", "line 1, column"),
        ("", "query"),
        ("DELETE WHERE { ?s ?p ?o }", "it is an update (DELETE); ask with SELECT"),
        ("insert data { <x:a> <x:b> <x:c> }", "it is an update (INSERT); ask with SELECT"),
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE asks another server"),
    ],
)
def test_a_query_that_is_wrong_or_an_update_is_refused(tmp_path, sparql, says):
    (tmp_path / "good.txt").write_text(GOOD)
    run("build", tmp_path / "good.txt", "--store", tmp_path / "store")
    (line,) = run("query", sparql, "--store", tmp_path / "store", code=2).stderr.splitlines()
    assert line.startswith("error: ")
    assert says in line
    assert held(tmp_path / "store") == ["good.txt"]
