"""Every command does what its help says, through the one front door."""

import csv
import io
import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from banggiao import main
from extract import articles, reader

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "data" / "articles"
COMMANDS = (
    "build",
    "remove",
    "facts",
    "silence",
    "query",
    "export",
    "view",
    "explain",
    "review",
    "verify",
    "validate",
    "serve",
)
NAMED = {
    **dict.fromkeys(("met", "visits", "delegations", "agreements", "anniversaries", "levels", "offices"), ()),
    **dict.fromkeys(("timeline", "ties", "topics", "disputed", "history", "unsettled", "derived"), ()),
    "chain": ("person=Khuong Sreng", "other=Tô Lâm"),
    "evidence": ("fact=Khuong Sreng",),
}
ONE = "Chiều 27/4/2022, tại Phnom Penh, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Khuong Sreng.\n"
TWO = "Ngày 5/9/2022, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng.\n"


def run(*args, store=None, stdin=None, code=0):
    given = [str(arg) for arg in args] + (["--store", str(store)] if store else [])
    done = CliRunner().invoke(main, given, input=stdin)
    assert done.exit_code == code, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "store"
    run("build", ARTICLES, store=path)
    return path


@pytest.fixture
def small(tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    run("build", tmp_path / "one.txt", tmp_path / "two.txt", store=tmp_path / "store")
    return tmp_path / "store"


def records(store, *options):
    return [json.loads(line) for line in run("facts", *options, store=store).stdout.splitlines()]


def rows(store, sparql):
    return list(csv.DictReader(io.StringIO(run("query", sparql, "--format", "csv", store=store).stdout)))


def test_help_is_quick_and_names_every_command():
    code = "import sys; from banggiao import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    shown, modules = done.stdout.rsplit("\n", 2)[:2]
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert {"rdflib", "networkx", "trafilatura", "pyoxigraph"}.isdisjoint(modules.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_store(command):
    assert "--store" in run(command, "--help").stdout


def test_build_sums_up_articles_and_facts_by_kind(tmp_path):
    shown = run("build", ARTICLES, store=tmp_path / "store").stdout
    held = len(list(articles.load([ARTICLES])))
    assert f"Read {held} articles into" in shown
    for kind in ("office", "meeting", "visit", "delegation", "agreement", "anniversary", "relation", "person"):
        assert f"\n  {kind} " in shown


@pytest.mark.parametrize("given", ["environment", "default"])
def test_the_store_is_the_environments_or_lies_here(tmp_path, monkeypatch, given):
    (tmp_path / "one.txt").write_text(ONE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BANGGIAO_STORE", raising=False)
    if given == "environment":
        monkeypatch.setenv("BANGGIAO_STORE", "elsewhere")
    run("build", "one.txt")
    assert (tmp_path / ("elsewhere" if given == "environment" else "banggiao.store")).is_dir()


def test_articles_come_on_standard_input(tmp_path):
    line = json.dumps({"id": "s", "text": ONE})
    assert "Read 1 article into" in run("build", "-", store=tmp_path / "s", stdin=line).stdout
    assert {record["article"] for record in records(tmp_path / "s")} == {"s"}


def test_a_new_text_of_an_id_replaces_the_old(small):
    one = small.parent / "one.txt"
    one.write_text(ONE.replace("27/4", "26/4"))
    run("build", one, store=small)
    dates = {r["date"] for r in records(small) if r["fact"] == "meeting"}
    assert dates == {"2022-04-26", "2022-09-05"}


def test_remove_takes_away_what_only_that_article_said(small):
    run("remove", "one.txt", store=small)
    assert {record["article"] for record in records(small)} == {"two.txt"}
    assert "nothing.txt: " in run("remove", "two.txt", "nothing.txt", store=small, code=2).stderr
    assert records(small)


def test_an_article_that_breaks_the_reader_fails_alone(tmp_path, monkeypatch):
    read = reader.read

    def breaking(article):
        if article.id == "one.txt":
            raise IndexError("of ours")
        return read(article)

    monkeypatch.setattr(reader, "read", breaking)
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    done = run("build", tmp_path, store=tmp_path / "store", code=1)
    assert "one.txt: could not be read (IndexError: of ours)" in done.stderr
    assert {record["article"] for record in records(tmp_path / "store")} == {"two.txt"}


def test_facts_are_what_each_article_says_with_a_quote_that_stands(store):
    texts = {article.id: article.text for article in articles.load([ARTICLES])}
    found = records(store)
    assert {"office", "meeting", "visit", "delegation", "anniversary", "relation", "person"} <= {
        record["fact"] for record in found
    }
    for record in found:
        start, end = record.get("quote_start", record["start"]), record.get("quote_end", record["end"])
        assert texts[record["article"]][start:end] == record["quote"]
        assert record["iri"].startswith("https://w3id.org/banggiao/")


def test_facts_as_csv_hold_the_same_records(store, tmp_path):
    run("facts", "--format", "csv", "-o", tmp_path / "facts.csv", store=store)
    with (tmp_path / "facts.csv").open(newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["quote"] for row in table] == [record["quote"] for record in records(store)]
    assert list(table[0])[:3] == ["fact", "article", "iri"]


def test_merged_facts_are_fewer(store):
    told = [record for record in records(store) if record["fact"] != "person"]
    merged = [record for record in records(store, "--merged") if record["fact"] != "person"]
    assert 0 < len(merged) < len(told)
    assert len({record["iri"] for record in merged}) == len(merged)


def test_silence_lists_what_told_nothing_and_why(small):
    hoped = "Thủ tướng Phạm Minh Chính mong muốn gặp Thủ tướng Lào Sonexay Siphandone."
    (small.parent / "three.txt").write_text(f"{ONE}{hoped}\n")
    written = small.parent / "silence.csv"
    run("build", small.parent / "three.txt", "--silence", written, store=small)
    kept = run("silence", store=small).stdout
    (row,) = csv.DictReader(io.StringIO(kept))
    assert written.read_text() == kept
    assert (row["article"], row["kind"], row["cue"], row["reason"]) == ("three.txt", "meeting", "gặp", "hope")
    assert row["quote"] == f"{ONE}{hoped}"[int(row["start"]) : int(row["end"])] == hoped
    assert json.loads(run("silence", "--format", "jsonl", "--reason", "hope", store=small).stdout)["quote"] == hoped
    assert run("silence", "--kind", "visit", store=small).stdout.count("\n") == 1


@pytest.mark.parametrize("given", [["silence", "--reason", "boredom"], ["build", "one.txt", "--silence", "s.xlsx"]])
def test_wrong_use_of_silence_is_told(small, monkeypatch, given):
    monkeypatch.chdir(small.parent)
    assert "take one of" in run(*given, store=small, code=2).stderr


def test_query_shows_a_table(store):
    shown = run("query", "SELECT ?name ?p { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name", store=store).stdout
    head, ruler, *body, count = shown.splitlines()
    assert head.split() == ["name", "p"]
    at = head.index("p", 4)
    assert ruler[at - 2 : at] == "  "
    assert all(line[at - 2 :].startswith("  person/") for line in body)
    assert count == f"({len(body)} rows)"


def test_query_writes_csv_and_json(store):
    sparql = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
    answer = json.loads(run("query", sparql, "--format", "json", store=store).stdout)
    names = [row["name"]["value"] for row in answer["results"]["bindings"]]
    assert names
    assert [row["name"] for row in rows(store, sparql)] == names


def test_query_answers_ask_and_construct(store):
    assert run("query", "ASK { ?p a foaf:Person }", store=store).stdout == "yes\n"
    assert run("query", "ASK { ?p a bg:Unicorn }", "--format", "csv", store=store).stdout == "false\n"
    sparql = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p a foaf:Person ; foaf:name ?n }"
    assert "foaf/0.1/name" in run("query", sparql, store=store).stdout
    assert json.loads(run("query", sparql, "--format", "json", store=store).stdout)
    assert "--format csv: " in run("query", sparql, "--format", "csv", store=store, code=2).stderr


def test_query_reads_a_file_and_what_one_article_says(store, tmp_path):
    (tmp_path / "q.rq").write_text("SELECT DISTINCT ?article { GRAPH ?article { ?s ?p ?o } }")
    shown = run("query", "-f", tmp_path / "q.rq", store=store).stdout
    assert shown.endswith(f"({len(list(articles.load([ARTICLES])))} rows)\n")


@pytest.mark.parametrize("name", NAMED)
def test_every_named_query_can_be_asked(store, name):
    params = [part for param in NAMED[name] for part in ("--param", param)]
    assert " row" in run("query", "--name", name, *params, store=store).stdout


def test_the_named_queries_are_those(store):
    error = run("query", store=store, code=2).stderr
    assert set(error.split("--name with one of: ")[1].strip().split(", ")) == set(NAMED)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "query: wants one question; write SPARQL, -f FILE, or --name with one of: "),
        (["ASK {}", "--name", "met"], "query: wants one question"),
        (["ASK {}", "--param", "a=b"], "--param: goes with --name only"),
        (["--name", "met", "--param", "a"], "--param a: is not NAME=VALUE"),
        (["--name", "nonsense"], "nonsense"),
        (["--name", "met", "--param", "nonsense=1"], "nonsense"),
        (["-f", "/nowhere.rq"], "/nowhere.rq"),
    ],
)
def test_wrong_use_of_query_is_told(store, options, says):
    assert says in run("query", *options, store=store, code=2).stderr


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".jsonld"])
def test_export_goes_by_suffix(store, tmp_path, suffix):
    run("export", "-o", tmp_path / f"graph{suffix}", store=store)
    assert (tmp_path / f"graph{suffix}").stat().st_size > 1000


def test_export_to_another_suffix_or_place_is_told(store, tmp_path):
    assert "graph.pdf" in run("export", "-o", tmp_path / "graph.pdf", store=store, code=2).stderr
    assert "cannot be written" in run("export", "-o", tmp_path / "no" / "g.ttl", store=store, code=2).stderr
    assert "cannot be written" in run("facts", "-o", tmp_path / "no" / "f.csv", store=store, code=2).stderr
    assert "cannot be written" in run("view", "-o", tmp_path / "no" / "p.html", store=store, code=2).stderr


def test_any_order_and_batching_give_the_same_bytes(store, tmp_path):
    files = sorted(ARTICLES.iterdir(), reverse=True)
    run("build", *files[:5], store=tmp_path / "other")
    run("build", *files, store=tmp_path / "other")
    for path, name in ((store, "a"), (tmp_path / "other", "b")):
        run("export", "-o", tmp_path / f"{name}.ttl", store=path)
        run("view", "-o", tmp_path / f"{name}.html", store=path)
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_several_processes_one_of_them_killed_give_the_same_bytes(store, tmp_path, monkeypatch):
    walk, killed = articles.Collection.__iter__, []

    def killing(collection):
        for number, item in enumerate(walk(collection)):
            if number == 30:
                killed.append(multiprocessing.active_children()[0].kill())
            yield item

    told = run("build", ARTICLES, "--silence", tmp_path / "one.csv", store=tmp_path / "one").stdout
    monkeypatch.setattr(articles.Collection, "__iter__", killing)
    again = run("build", ARTICLES, "--silence", tmp_path / "two.csv", "--workers", "2", store=tmp_path / "two").stdout
    assert killed == [None]
    assert again == told.replace("one.csv", "two.csv").replace(f"{tmp_path}/one", f"{tmp_path}/two")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    for path, name in ((store, "a"), (tmp_path / "two", "b")):
        run("export", "-o", tmp_path / f"{name}.nq", store=path)
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()


def test_view_draws_one_page(store, tmp_path):
    run("view", "-o", tmp_path / "graph.html", store=store)
    assert (tmp_path / "graph.html").read_text().lstrip().lower().startswith("<!doctype html")


def test_explain_tells_a_person_by_name_and_iri(small):
    (person,) = rows(small, "SELECT ?p { ?p a foaf:Person ; foaf:name 'Khuong Sreng' }")
    by_name = run("explain", "Khuong Sreng", store=small).stdout
    assert ONE.strip() in by_name
    assert run("explain", person["p"], store=small).stdout == by_name
    assert "Nobody" in run("explain", "Nobody Here", store=small, code=2).stderr


def test_verify_proves_the_quotes_and_fails_on_one_changed_character(small):
    folder = small.parent
    assert (
        "Every quote stands in 2 articles" in run("verify", folder / "one.txt", folder / "two.txt", store=small).stdout
    )
    (folder / "one.txt").write_text(ONE.replace("hội đàm", "hội đám"))
    failed = run("verify", folder / "one.txt", folder / "two.txt", store=small, code=1).stderr
    assert "one.txt" in failed
    assert "two.txt" not in failed


def test_facts_are_written_as_the_name_of_the_file_ends(store, tmp_path):
    for name in ("f.jsonl", "f.csv", "f.parquet", "f.txt"):
        run("facts", "-o", tmp_path / name, store=store)
    lines = run("facts", store=store).stdout
    assert (tmp_path / "f.jsonl").read_text() == (tmp_path / "f.txt").read_text() == lines
    assert (tmp_path / "f.csv").read_text().startswith("fact,article,iri,")
    assert (tmp_path / "f.parquet").read_bytes()[:4] == b"PAR1"
    run("facts", "--format", "csv", "-o", tmp_path / "g.parquet", store=store)
    assert (tmp_path / "g.parquet").read_text() == (tmp_path / "f.csv").read_text()


def test_export_writes_as_the_name_of_the_file_ends(store, tmp_path):
    starts = {"g.ttl": "@prefix", "g.jsonld": "[", "g.nq": "<", "n.gexf": "<?xml", "n.graphml": "<?xml"}
    for name, start in starts.items():
        assert run("export", "-o", tmp_path / name, store=store).stdout == f"Wrote {tmp_path / name}\n"
        assert (tmp_path / name).read_text().startswith(start)
    done = run("export", "-o", tmp_path / "e.plover.jsonl", store=store).stdout
    events = [json.loads(line) for line in (tmp_path / "e.plover.jsonl").read_text().splitlines()]
    assert done.startswith(f"Wrote {tmp_path / 'e.plover.jsonl'}: {len(events)} events")
    assert {name for event in events for name in event["event"]} == {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}


@pytest.mark.parametrize("name", ["g.txt", "g", "events.jsonl"])
def test_export_to_an_unknown_format_names_all_that_are_known(store, tmp_path, name):
    said = run("export", "-o", tmp_path / name, store=store, code=2).stderr
    assert (
        "is no format that we write; end it in one of .gexf, .graphml, .jsonld, .nq, .plover.jsonl, .trig, .ttl" in said
    )
    for known in ("no/g.gexf", "no/e.plover.jsonl", "no/g.ttl"):
        assert "cannot be written" in run("export", "-o", tmp_path / known, store=store, code=2).stderr


def test_parquet_is_not_printed(store, tmp_path):
    assert (
        "is no text to print; name the file with -o" in run("facts", "--format", "parquet", store=store, code=2).stderr
    )
    assert "cannot be written" in run("facts", "-o", tmp_path / "no" / "f.parquet", store=store, code=2).stderr


def test_validate_finds_the_graph_well(store):
    assert run("validate", store=store).stdout == "The graph keeps all shapes\n"


def test_a_progress_bar_is_shown_on_a_terminal_only(tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    command = [sys.executable, "-c", "from banggiao import main; main()", "build", str(tmp_path / "one.txt")]
    given = {"cwd": ROOT, "env": {**os.environ, "BANGGIAO_STORE": str(tmp_path / "store")}}
    assert subprocess.run(command, capture_output=True, check=True, **given).stderr == b""
    control, terminal = os.openpty()
    subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True, **given)
    os.close(terminal)
    assert b"100%" in os.read(control, 100_000)
    os.close(control)
