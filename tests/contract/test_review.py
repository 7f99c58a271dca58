"""review and authority: doubts are listed, judged on the terminal or by a table, and undone, with no bytes lost."""

import csv
import itertools

import pytest
from click.testing import CliRunner

from banggiao import main
from graph.store import GraphStore

ONE = "Chiều 27/4/2022, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng đã hội đàm với Bộ trưởng Du lịch Campuchia Sok Phirun.\n"
TWO = "Ngày 2/5/2022, Bộ trưởng Tài chính Đinh Tiến Dũng hội kiến Bộ trưởng Nông nghiệp Campuchia Xốc Phi-run.\n"


def run(*args, store=None, stdin=None, code=0):
    given = [str(arg) for arg in args] + (["--store", str(store)] if store else [])
    done = CliRunner(env={"BANGGIAO_BY": "Lan"}).invoke(main, given, input=stdin)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def store(tmp_path):
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    run("build", tmp_path / "one.txt", tmp_path / "two.txt", store=tmp_path / "store")
    return tmp_path / "store"


def turtle(path):
    with GraphStore.open(path) as opened:
        return opened.turtle()


def people(path):
    with GraphStore.open(path) as opened:
        return sorted(node.name for node in opened.merged().nodes if node.kind == "person")


def test_doubts_are_listed_with_score_words_and_both_contexts(store):
    said = run("review", "--language", "en", store=store)
    assert "Sok Phirun (Cambodia) ? Xốc Phi-run (Cambodia)" in said
    assert "same sound key 1.00, both of Cambodia, offices differ; now two people" in said
    assert "same name, both of Vietnam, offices differ; now one person" in said
    assert ONE.strip() in said
    assert TWO.strip() in said


def test_a_pair_is_judged_on_the_terminal_explained_and_undone_with_one_command(store):
    before = turtle(store)
    said = run("review", "--ask", "--date", "2026-11-24", store=store, stdin="s\nq\n")
    assert said.endswith("1 judgement added\n")
    assert people(store) == ["Sok Phirun", "Đinh Tiến Dũng"]
    assert "(đã được xét là một người Lan 2026-11-24)" in run("explain", "Xốc Phi-run", store=store)
    assert "Lan 2026-11-24" in run("review", "--judged", store=store)
    run("review", "--undo", "--by", "Minh", store=store)
    assert turtle(store) == before
    kept = (store / "judgements.tsv").read_text(encoding="utf-8")
    assert kept.count("\n") == 3
    assert "was same, 2026-11-24 Lan" in kept


def test_a_table_is_filled_in_and_applied(store, tmp_path):
    table = tmp_path / "pairs.tsv"
    run("review", "--export", table, store=store)
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["verdict"] for row in rows] == ["", ""]
    text = table.read_text(encoding="utf-8").splitlines()
    filled = [line if n == 0 else line.replace("\t\t\t\t\t0.", "\tdifferent\t\t\t\t0.") for n, line in enumerate(text)]
    table.write_text("\n".join(filled), encoding="utf-8")
    assert run("review", "--apply", table, "--date", "2026-11-24", store=store) == "2 judgements added\n"
    assert people(store) == ["Sok Phirun", "Xốc Phi-run", "Đinh Tiến Dũng", "Đinh Tiến Dũng"]
    assert run("review", "--apply", table, store=store) == "0 judgements added\n"
    assert "Không phải một người: " in run("explain", "Xốc Phi-run", store=store)
    again = tmp_path / "again.tsv"
    run("review", "--export", again, store=store)
    assert again.read_text(encoding="utf-8").count("\tdifferent\t2026-11-24\tLan\t") == 2


def test_wrong_judgements_are_told(store, tmp_path):
    assert "there is no judgement" in run("review", "--undo", store=store, code=2)
    (tmp_path / "wrong.tsv").write_text("name\tother_name\n", encoding="utf-8")
    assert "no column verdict" in run("review", "--apply", tmp_path / "wrong.tsv", store=store, code=2)
    assert "is not signed" in run("review", "--undo", "--by", "", store=store, code=2)


def test_with_judgements_too_the_order_of_articles_changes_no_bytes(store, tmp_path):
    run("review", "--ask", "--date", "2026-11-24", store=store, stdin="s\nn\n")
    results = set()
    for n, names in enumerate(itertools.permutations(["one.txt", "two.txt"])):
        path = tmp_path / f"store{n}"
        for name in names:
            run("build", tmp_path / name, store=path)
        run("review", "--apply", store / "judgements.tsv", store=path)
        results.add(turtle(path))
    assert results == {turtle(store)}


def test_the_authority_file_is_listed_and_what_nobody_proves():
    assert "Tập Cận Bình (CHN)\tname\tXi Jinping" in run("authority", "xi jinping")
    lines = run("authority", "--unverified").splitlines()
    assert lines
    assert {line.split("\t")[3] for line in lines} == {"unverified"}
    assert run("authority", "--collisions").strip() == ""
    assert "does not know the name" in run("authority", "Nobody Atall", code=2)
