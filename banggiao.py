"""The front door: the commands; each opens the store, calls one function, and writes what it gives.

Exit codes: 0 all read and well; 1 some articles not read, or something failed verification; 2 wrong
use or query; 3 the store cannot be used.
"""

import contextlib
import datetime as dt
import itertools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from ontology.errors import ArticleError, BanggiaoError, StoreError, UsageError
from ontology.facts import Article, Reading

if TYPE_CHECKING:
    from graph.judgements import Judgement
    from graph.store import GraphStore

# What loads slowly (the reader, the store, the page) is imported by the command that needs it.
# ruff: noqa: PLC0415

EXIT_SOME_NOT_READ, EXIT_USAGE, EXIT_STORE = 1, 2, 3
# So many articles are written at a time: what a build that is killed has written stays.
BATCH = 2_000

OUTPUT = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), help="The file to write."
)
STORE = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="BANGGIAO_STORE",
    default=Path("banggiao.store"),
    show_default="$BANGGIAO_STORE, else ./banggiao.store",
    help="The folder of the graph.",
)
ID_STYLE = click.option(
    "--id",
    "id_style",
    type=click.Choice(["name", "path"]),
    default="name",
    show_default=True,
    help="The id of a text or page: its file name, or its path below the folder given.",
)
ARTICLES = click.argument("articles", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))


class Door(click.Group):
    """A group of commands that tells our errors in one sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own type
        """Run a command; an error of ours is told on standard error and gives its exit code."""
        try:
            return super().invoke(ctx)
        except BanggiaoError as error:
            click.echo(f"error: {error}", err=True)
            codes = {ArticleError: EXIT_SOME_NOT_READ, StoreError: EXIT_STORE}
            ctx.exit(codes.get(type(error), EXIT_USAGE))


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="banggiao")
def main() -> None:
    """Read news of bilateral relations into a knowledge graph, and ask it."""


@main.command()
@ARTICLES
@ID_STYLE
@click.option(
    "--silence",
    "silent_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was passed over in silence to this file (.csv, .jsonl): see the command silence.",
)
@STORE
def build(
    articles: tuple[str, ...], id_style: Literal["name", "path"], silent_path: Path | None, store_path: Path
) -> None:
    """Read ARTICLES (.txt, .jsonl, .html, folders; - is JSON Lines on standard input) into the graph.

    An article whose id the graph knows replaces what it said before.
    """
    from extract.articles import Collection
    from extract.tally import Tally
    from graph import silence, tables
    from graph.store import GraphStore

    lines = tables.silent(silent_path.suffix.removeprefix(".")) if silent_path else tables.json_lines
    tally, collection = Tally(), Collection(articles, id_style)
    hidden = not sys.stderr.isatty()
    bar = click.progressbar(collection, length=len(collection), label="Reading", file=sys.stderr, hidden=hidden)
    with GraphStore.open(store_path, write=True) as store, bar as items:
        readings = stored(store, tally.read(items))
        if silent_path:
            write(lines(silence.records(readings)), silent_path)
        for _ in readings:
            pass
    click.echo(f"Read {counted(tally.articles)} into {store_path}")
    click.echo("\n".join(tally.summary()))
    if tally.failed:
        click.echo("\n  ".join([f"Not read: {len(tally.failed)}", *map(str, tally.failed)]), err=True)
        sys.exit(EXIT_SOME_NOT_READ)


def stored(store: "GraphStore", readings: Iterator[Reading]) -> Iterator[Reading]:
    """Yield readings that are in the store: they are written a batch at a time."""
    while batch := list(itertools.islice(readings, BATCH)):
        store.add(batch)
        yield from batch


def counted(articles: int) -> str:
    """Write a number of articles.

    >>> counted(1), counted(12)
    ('1 article', '12 articles')
    """
    return f"{articles} article{'s'[: articles != 1]}"


@main.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@STORE
def remove(articles: tuple[str, ...], store_path: Path) -> None:
    """Take articles out of the graph, by their ids, and all that only they said."""
    from graph.store import GraphStore

    with GraphStore.open(store_path, write=True) as store:
        store.remove(articles)
    click.echo(f"Removed {len(set(articles))} from {store_path}")


@main.command()
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option("--merged", is_flag=True, help="One record for each merged fact, not for each article's telling.")
@OUTPUT
@STORE
def facts(form: str, output: Path | None, store_path: Path, *, merged: bool) -> None:
    """Write the facts as flat records: what each article says, with its sentence."""
    from graph import flat, tables
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        records = flat.records(store, merged=merged)
        write(tables.FLAT[form](records), output)


@main.command()
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--kind", help="Only where this kind of fact was looked for: meeting, visit, …")
@click.option("--reason", help="Only for this reason: no person, no second side, hope, …")
@OUTPUT
@STORE
def silence(form: str, kind: str | None, reason: str | None, output: Path | None, store_path: Path) -> None:
    """List what was passed over: sentences that speak of relations and gave no fact, each with the reason.

    An office does not count as a fact here: one stands in almost every sentence that names somebody.
    """
    from graph import silence as silences
    from graph import tables
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        write(tables.silent(form)(silences.records(store.readings(), *silences.asked(kind, reason))), output)


@main.command()
@click.argument("sparql", required=False)
@click.option("-f", "--file", "file", type=click.File(encoding="utf-8"), help="Read the query from a file (- too).")
@click.option("--name", help="Ask a named query: see the README.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A value for a named query.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@STORE
def query(  # noqa: PLR0913 -- one argument an option
    *,
    sparql: str | None,
    file: TextIO | None,
    name: str | None,
    params: tuple[str, ...],
    form: str,
    store_path: Path,
) -> None:
    """Ask the graph: a SPARQL query, one in a file, or a named one.

    The default graph holds the merged facts; GRAPH ?article {} reaches what one article says.
    """
    from graph import questions, tables
    from graph.store import GraphStore

    if sum(way is not None for way in (sparql, file, name)) != 1:
        known = ", ".join(questions.named())
        raise UsageError("query", "wants one question", f"write SPARQL, -f FILE, or --name with one of: {known}")
    if params and not name:
        raise UsageError("--param", "goes with --name only", "write the value into the query")
    with GraphStore.open(store_path) as store:
        if name:
            answer = questions.ask(store, name, **dict(map(parameter, params)))
        else:
            answer = store.query(file.read() if file else sparql or "")
        click.echo(tables.ANSWER[form](answer), nl=False)


def parameter(text: str) -> tuple[str, str]:
    """Split NAME=VALUE.

    >>> parameter("a=Hun Sen")
    ('a', 'Hun Sen')
    """
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(f"--param {text}", "is not NAME=VALUE", "write for example --param a='Hun Sen'")
    return name, value


@main.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@STORE
def export(output: Path, store_path: Path) -> None:
    """Write the graph: .ttl the merged graph, .trig and .nq the whole store, .jsonld."""
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store, writing(output):
        store.export(output)
    click.echo(f"Wrote {output}")


@main.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--between", "sides", nargs=2, metavar="CODE CODE", help="Draw the relation of two countries only.")
@STORE
def view(output: Path, sides: tuple[str, str] | None, store_path: Path) -> None:
    """Draw the graph as one HTML page that needs no network."""
    from graph.store import GraphStore
    from viz import between, brief, page

    with GraphStore.open(store_path) as store, writing(output):
        if sides:
            first, second = (brief.country(code).notation for code in sides)
            page.write(between.between(store.merged(), first, second), output)
        else:
            page.draw(store, output)
    click.echo(f"Wrote {output}")


@main.command()
@click.argument("first")
@click.argument("second")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help=".html or .md")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day of the dossier [default: the latest told].")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@STORE
def brief(first: str, second: str, **given: Any) -> None:  # noqa: ANN401 -- click hands the options over
    """Write the dossier of two countries (ISO codes FIRST, SECOND): the relation, who is who, what comes next."""
    from graph.store import GraphStore
    from viz import dossier

    output, as_of = given["output"], given["as_of"]
    with GraphStore.open(given["store_path"]) as store, writing(output):
        day = dossier.write(store, (first, second), output, as_of.date() if as_of else None, given["language"])
    click.echo(f"Wrote {output}, as of {day}")


@main.command()
@click.argument("what")
@STORE
def explain(what: str, store_path: Path) -> None:
    """Tell WHAT (an IRI, its local name, or a person's name) in words, with its sentences."""
    from graph import explanation
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        click.echo(explanation.explain(store, what))


@main.command()
@click.option("--ask", is_flag=True, help="Ask about each pair here: same, not same, unsure.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="So many pairs.")
@click.option(
    "--export", "-o", "output", type=click.Path(allow_dash=True, path_type=Path), help="Write all as a table."
)
@click.option("--apply", "table", type=click.File(encoding="utf-8-sig"), help="Take the verdicts of such a table.")
@click.option("--judged", is_flag=True, help="List the judgements in force.")
@click.option(
    "--undo", type=click.IntRange(0), is_flag=False, flag_value=0, help="Withdraw the newest judgement, or one."
)
@click.option("--by", envvar=["BANGGIAO_BY", "USER"], default="", help="Who judges [$BANGGIAO_BY, else $USER].")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day of the judgement [default: today].")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@STORE
def review(**given: Any) -> None:  # noqa: ANN401 -- click hands the options over
    """List pairs of names that may be one person, the most useful first, and take judgements of them.

    A judgement is dated and signed, answers what follows from it, and can be withdrawn (--undo). All stand in
    judgements.tsv in the store's folder. A table (--export, .tsv) holds the pairs with an empty column verdict:
    write same, different or unsure there, keep it in git if you like, and --apply it.
    """
    from graph import review as reviews
    from graph.store import GraphStore

    judging = given["ask"] or given["table"] or given["undo"] is not None
    language = given["language"]
    with GraphStore.open(given["store_path"], write=bool(judging)) as store:
        if judging:
            judge(store, given)
        elif given["judged"]:
            click.echo("\n".join(reviews.judged_lines(store, language)))
        elif given["output"]:
            write(reviews.table(reviews.doubtful(store), store, language), given["output"])
        else:
            click.echo("\n".join(reviews.lines(reviews.doubtful(store)[: given["limit"]], store, language)))


def judge(store: "GraphStore", given: dict[str, Any]) -> None:
    """Take judgements from the terminal or a table, or withdraw one."""
    from graph import judgements
    from graph import review as reviews
    from graph.words import words

    date, by = (given["date"] or dt.datetime.now(tz=dt.UTC)).date().isoformat(), given["by"]
    if not by:
        raise UsageError("a judgement", "is not signed", "say who judges with --by NAME or $BANGGIAO_BY")
    if given["undo"] is not None:
        new: Iterable[Judgement] = [reviews.withdrawn(store, given["undo"], date, by)]
    elif given["table"]:
        found = judgements.parse(given["table"].read(), given["table"].name)
        new = reviews.applied(found, store, date, by)
    else:
        pairs = reviews.doubtful(store)[: given["limit"]]
        question = words(given["language"])["verdicts"]["ask"]
        new = reviews.asked(pairs, store, given["language"], (date, by), lambda pair: answer(pair, question))
    added = 0
    for added, one in enumerate(new, 1):  # noqa: B007 - how many there were is told at the end
        store.judge([one])  # each at once, so that none is lost
    click.echo(f"{added} judgement{'s'[: added != 1]} added")


def answer(pair: str, question: str) -> str:
    """Show a pair and return the key that answers it."""
    click.echo(pair)
    return str(click.prompt(question, default="", show_default=False)).strip().lower()[:1]


@main.command()
@click.argument("who", required=False)
@click.option(
    "--unverified", is_flag=True, help="Only what general knowledge alone gives: it proposes, and proves nothing."
)
@click.option("--collisions", is_flag=True, help="Only names that two people of one country have.")
def authority(who: str | None, *, unverified: bool, collisions: bool) -> None:
    """List the people who are known by name (or WHO), then bodies and polities, and where each is from."""
    from graph import known

    click.echo("\n".join(known.lines(who, unverified=unverified, collisions=collisions)))


@main.command()
@ARTICLES
@ID_STYLE
@STORE
def verify(articles: tuple[str, ...], id_style: Literal["name", "path"], store_path: Path) -> None:
    """Prove that every quote stands in ARTICLES where the graph says."""
    from extract.articles import Collection
    from graph import verification
    from graph.store import GraphStore

    items = list(Collection(articles, id_style))
    found = [item for item in items if isinstance(item, Article)]
    with GraphStore.open(store_path) as store:
        failures = [str(failure) for failure in verification.verify(store, found)]
    failures += [str(item) for item in items if isinstance(item, ArticleError)]
    report(failures, f"Every quote stands in {counted(len(found))}")


@main.command()
@STORE
def validate(store_path: Path) -> None:
    """Check the graph against the shapes of the ontology, and say in plain words what breaks them."""
    from graph import validation
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        report(validation.validate(store), "The graph keeps all shapes")


def write(lines: Iterable[str], output: Path | None) -> None:
    """Write lines to a file, or to standard output for none and `-`."""
    if output is None or str(output) == "-":
        for line in lines:
            click.echo(line, nl=False)
        return
    with writing(output), output.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    click.echo(f"Wrote {output}")


@contextlib.contextmanager
def writing(output: Path) -> Iterator[None]:
    """Tell in one sentence why a file cannot be written."""
    try:
        yield
    except OSError as error:
        wrong = f"cannot be written ({error.strerror or error})"
        raise UsageError(str(error.filename or output), wrong, "choose another file with -o") from error


def report(failures: list[str], well: str) -> None:
    """Tell what failed, each on a line of standard error, and leave with 1; or that all is well."""
    if not failures:
        click.echo(well)
        return
    for failure in failures:
        click.echo(failure, err=True)
    click.echo(f"{len(failures)} failed", err=True)
    sys.exit(EXIT_SOME_NOT_READ)
