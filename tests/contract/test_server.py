"""Every command does on a SPARQL server what it does on a folder: the same answers, the same bytes."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from sparql_servers import free_port, in_the_way, oxigraph

from banggiao import main
from graph.server import protocol
from graph.server.address import Address
from ontology.errors import StoreError

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "data" / "articles"
ONE = "Chiều 27/4/2022, tại Phnom Penh, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng hội đàm với Đô trưởng Khuong Sreng.\n"
TWO = "Ngày 5/9/2022, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng.\n"
NAMES = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
ASKED = (
    *(["facts"], ["facts", "--merged", "--format", "csv"], ["silence"], ["review"], ["validate"]),
    *(["query", NAMES], ["query", NAMES, "--format", "csv"], ["query", NAMES, "--format", "json"]),
    *(["query", "ASK { ?p a foaf:Person }"], ["query", "ASK { ?p a bg:Unicorn }", "--format", "csv"]),
    ["query", "SELECT ?article { GRAPH ?article { ?article a schema:NewsArticle } } ORDER BY ?article"],
    ["query", "CONSTRUCT { <urn:a> foaf:name ?n } WHERE { ?p a foaf:Person ; foaf:name ?n } ORDER BY ?n LIMIT 1"],
    *(["query", "--name", "met", "--param", "person=Khuong Sreng"], ["query", "--name", "timeline"]),
    *(["query", "--name", "derived"], ["query", "--told", "--name", "derived"]),
    *(["query", "--told", "--name", "history"], ["query", "--told", NAMES]),
    *(["explain", "Khuong Sreng"], ["verify", str(ARTICLES)], ["review", "--judged"]),
    *(["query", "SELECT ?name\n{ ?"], ["query", "DELETE WHERE { ?s ?p ?o }"], ["explain", "Nobody Here"]),
    ["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
)
WRITTEN = (
    *(["export", "-o", f"graph{suffix}"] for suffix in (".ttl", ".nq", ".trig", ".jsonld", ".gexf")),
    *(["export", "--told", "-o", "graph.ttl"], ["facts", "--merged", "-o", "facts.csv"]),
    *(["view", "-o", "page.html"], ["view", "--between", "VNM", "KHM", "-o", "page.html"]),
    *(["brief", "VNM", "KHM", "-o", "brief.html"], ["review", "-o", "pairs.tsv"]),
)


def run(*args, store, code=0):
    done = CliRunner().invoke(main, [*map(str, args), "--store", str(store)])
    assert done.exit_code == code, done.output
    return done


def nquads(store, folder):
    run("export", "-o", folder / "all.nq", store=store)
    return (folder / "all.nq").read_bytes()


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BANGGIAO_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setattr(protocol, "PATIENT", protocol.PATIENT.new(backoff_factor=0.01))
        yield


@pytest.fixture
def empty():
    with oxigraph() as (address, _):
        yield address


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Build the example articles into a folder and onto a server."""
    folder = tmp_path_factory.mktemp("both") / "store"
    with oxigraph() as (address, _):
        told = run("build", ARTICLES, store=folder).stdout
        assert run("build", ARTICLES, store=address).stdout == told.replace(str(folder), address)
        yield folder, address


@pytest.mark.parametrize("command", ASKED, ids=" ".join)
def test_a_server_answers_as_a_folder_does(both, command):
    here, there = (CliRunner().invoke(main, [*command, "--store", str(store)]) for store in both)
    assert (there.exit_code, there.stdout, there.stderr) == (here.exit_code, here.stdout, here.stderr)
    assert here.stdout + here.stderr


@pytest.mark.parametrize("command", WRITTEN, ids=" ".join)
def test_what_is_written_from_a_server_is_the_same(both, command, tmp_path, monkeypatch):
    written = []
    for name, store in zip(("here", "there"), both, strict=True):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        run(*command, store=store)
        (path,) = Path().iterdir()
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_articles_come_and_go_and_people_judge(empty, tmp_path):
    (tmp_path / "two.txt").write_text(TWO)
    header = ("name", "country", "other_name", "other_country", "verdict")
    judged = ("Khuong Sreng", "KHM", "Khuong Sren", "KHM", "different")
    (tmp_path / "pairs.tsv").write_text("\n".join(map("\t".join, (header, judged))))
    one, signed = tmp_path / "one.txt", ("--by", "Lan", "--date", "2026-11-24")
    other = ONE.replace("27/4", "26/4").replace("Khuong Sreng", "Khuong Sren")
    changes = (
        *((ONE, ["build", one, tmp_path / "two.txt"]), (other, ["build", one])),
        *((other, ["review", "--apply", tmp_path / "pairs.tsv", *signed]), (other, ["review", "--judged"])),
        *((other, ["review", "--undo", *signed]), (other, ["remove", "two.txt"]), (other, ["remove", "two.txt"])),
    )
    stores, written = (tmp_path / "store", empty), set()
    for text, change in changes:
        one.write_text(text)
        here, there = (CliRunner().invoke(main, [*map(str, change), "--store", str(store)]) for store in stores)
        assert (here.exit_code, here.stderr) == (there.exit_code, there.stderr)
        assert here.stdout == there.stdout.replace(empty, str(tmp_path / "store"))
        assert nquads(empty, tmp_path) == nquads(tmp_path / "store", tmp_path)
        written.add((tmp_path / "all.nq").read_bytes())
    assert len(written) == 4


def test_another_machine_reads_and_goes_on_without_the_index(empty, tmp_path, monkeypatch):
    folder = tmp_path / "store"
    (tmp_path / "two.txt").write_text(TWO)
    for store in (folder, empty):
        run("build", tmp_path / "two.txt", store=store)
    monkeypatch.setenv("BANGGIAO_CACHE", str(tmp_path / "cache"))
    assert run("explain", "Khuong Sreng", store=empty).stdout == run("explain", "Khuong Sreng", store=folder).stdout
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "one.txt").write_text(ONE)
    for store in (folder, empty):
        run("build", tmp_path / "one.txt", store=store)
    assert nquads(empty, tmp_path) == nquads(folder, tmp_path)
    monkeypatch.undo()
    assert "one.txt" in run("explain", "Khuong Sreng", store=empty).stdout


def test_a_server_in_the_way_is_asked_again_and_told_who_we_are(empty, tmp_path, monkeypatch):
    seen, verdicts = [], {3: 503, 5: "cut", 8: 429, 9: 502, 12: "cut"}

    def judge(request):
        seen.append(request.headers.get("Authorization"))
        return 401 if seen[-1] != "Bearer s3cret" else verdicts.get(len(seen))

    (tmp_path / "one.txt").write_text(ONE)
    with in_the_way(empty, judge) as address:
        monkeypatch.setenv("BANGGIAO_USER", "lan")
        monkeypatch.setenv("BANGGIAO_PASSWORD", "pa55")
        refused = run("build", tmp_path / "one.txt", store=address, code=3).stderr
        assert seen == ["Basic bGFuOnBhNTU="]
        assert "does not let us in (401); set $BANGGIAO_USER and $BANGGIAO_PASSWORD, or $BANGGIAO_TOKEN" in refused
        monkeypatch.setenv("BANGGIAO_TOKEN", "s3cret")
        told = run("build", tmp_path / "one.txt", store=address)
        assert len(seen) > max(verdicts)
        run("build", tmp_path / "one.txt", store=tmp_path / "store")
        assert nquads(address, tmp_path) == nquads(tmp_path / "store", tmp_path)
    assert not any(secret in refused + told.output for secret in ("pa55", "s3cret", "bGFu"))


def test_an_answer_that_is_cut_off_is_not_taken_for_whole(empty, tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    run("build", tmp_path / "one.txt", store=empty)
    with in_the_way(
        empty, lambda request: "cut" if request.command == "GET" and "default" in request.path else None
    ) as cut:
        failed = run("export", "-o", tmp_path / "graph.ttl", store=cut, code=3).stderr
    assert "the server does not answer" in failed
    assert not (tmp_path / "graph.ttl").exists()


@pytest.mark.parametrize(
    ("address", "code", "says"),
    [
        (f"http://127.0.0.1:{free_port()}", 3, "the server does not answer (NewConnectionError); start it"),
        ("http://lan:pa55@127.0.0.1:7878/", 2, "--store: holds a user or a password; take them out"),
        ("http://", 2, "--store: is no address"),
        ("http://127.0.0.1:7878/?default", 2, "--store: holds a ? or a #"),
    ],
)
def test_an_address_that_does_not_do_is_told(address, code, says):
    told = run("facts", store=address, code=code).stderr
    assert says in told
    assert "pa55" not in told


def test_a_server_that_does_not_do_is_told(empty, tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    assert "there is no store; make one: " in run("facts", store=empty, code=3).stderr
    server = protocol.Server(empty)
    server.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    assert "holds other data and no store" in run("build", tmp_path / "one.txt", store=empty, code=3).stderr
    assert server.graph(protocol.DEFAULT) == b"<urn:a> <urn:b> <urn:c> .\n"
    with oxigraph(None, None, "--union-default-graph") as (address, _):
        told = run("build", tmp_path / "one.txt", store=address, code=3).stderr
        assert "its default graph is all its graphs together" in told
    with in_the_way(empty, lambda _: 404) as nothing, pytest.raises(StoreError, match="no SPARQL server answers there"):
        protocol.Server(nothing)
    with in_the_way(empty, lambda _: 500) as broken, pytest.raises(StoreError, match="answers 500"):
        protocol.Server(broken)


def test_other_graphs_of_a_server_are_left_alone(empty, tmp_path):
    server = protocol.Server(empty)
    server.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }")
    (tmp_path / "one.txt").write_text(ONE)
    for store in (empty, tmp_path / "store"):
        run("build", tmp_path / "one.txt", store=store)
        assert json.loads(run("facts", store=store).stdout.partition("\n")[0])["article"] == "one.txt"
    assert nquads(empty, tmp_path) == nquads(tmp_path / "store", tmp_path)
    run("remove", "one.txt", store=empty)
    assert server.ask("ASK { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }")


def test_an_address_is_one_with_and_without_its_last_slash():
    assert Address("http://127.0.0.1:7878/").folder() == Address("http://127.0.0.1:7878").folder()
    assert Address("http://127.0.0.1:7878/a").folder() != Address("http://127.0.0.1:7878/b").folder()
