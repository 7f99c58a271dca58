"""The commands that ask the graph and write what it says."""

from pathlib import Path
from typing import TextIO

import click

from graph.commands.options import OUTPUT, STORE, TOLD, Where, report, write, writing
from ontology.errors import UsageError

# What loads slowly (the store, the tables) is imported by the command that needs it.
# ruff: noqa: PLC0415

FLAT = (".jsonl", ".csv", ".parquet")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    help="[default: as the name of the file ends, else jsonl]",
)
@click.option("--merged", is_flag=True, help="One record for each merged fact, not for each article's telling.")
@OUTPUT
@STORE
def facts(form: str | None, output: Path | None, store_path: Where, *, merged: bool) -> None:
    """Write the facts as flat records: what each article says, with its sentence.

    Parquet has a type for each column, and the first and last day of each date beside it (needs pyarrow).
    """
    from graph.answers import flat, tables
    from graph.store import GraphStore
    from graph.writing import parquet

    form = form or (output.suffix.removeprefix(".") if output and output.suffix in FLAT else "jsonl")
    if form == "parquet" and (output is None or str(output) == "-"):
        raise UsageError("--format parquet", "is no text to print", "name the file with -o")
    with GraphStore.open(store_path) as store:
        records = flat.records(store, merged=merged)
        if form == "parquet" and output:
            with writing(output):
                parquet.write(records, output, merged=merged)
            click.echo(f"Wrote {output}")
        else:
            write(tables.FLAT[form](records), output)


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--kind", help="Only where this kind of fact was looked for: meeting, visit, …")
@click.option("--reason", help="Only for this reason: no person, no second side, hope, …")
@OUTPUT
@STORE
def silence(form: str, kind: str | None, reason: str | None, output: Path | None, store_path: Where) -> None:
    """List what was passed over: sentences that speak of relations and gave no fact, each with the reason.

    An office does not count as a fact here: one stands in almost every sentence that names somebody.
    """
    from graph.answers import silence as silences
    from graph.answers import tables
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        write(tables.silent(form)(silences.records(store.readings(), *silences.asked(kind, reason))), output)


@click.command()
@click.argument("sparql", required=False)
@click.option("-f", "--file", "file", type=click.File(encoding="utf-8"), help="Read the query from a file (- too).")
@click.option("--name", help="Ask a named query: see the README.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A value for a named query.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@TOLD
@STORE
def query(  # noqa: PLR0913 -- one argument an option
    *,
    sparql: str | None,
    file: TextIO | None,
    name: str | None,
    params: tuple[str, ...],
    form: str,
    told: bool,
    store_path: Where,
) -> None:
    """Ask the graph: a SPARQL query, one in a file, or a named one.

    The default graph holds the merged facts; GRAPH ?article {} reaches what one article says, and
    GRAPH <https://w3id.org/banggiao/derived> {} what follows and no article tells.
    """
    from graph.answers import questions, tables
    from graph.answers.asked import OnlyTold
    from graph.store import GraphStore

    if sum(way is not None for way in (sparql, file, name)) != 1:
        known = ", ".join(questions.named())
        raise UsageError("query", "wants one question", f"write SPARQL, -f FILE, or --name with one of: {known}")
    if params and not name:
        raise UsageError("--param", "goes with --name only", "write the value into the query")
    with GraphStore.open(store_path) as store:
        if name:
            answer = questions.ask(OnlyTold(store) if told else store, name, **dict(map(parameter, params)))
        else:
            answer = store.query(file.read() if file else sparql or "", told=told)
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


@click.command()
@click.argument("what")
@TOLD
@STORE
def explain(what: str, store_path: Where, *, told: bool) -> None:
    """Tell WHAT (an IRI, its local name, or a person's name) in words, with its sentences."""
    from graph.answers import explanation
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        click.echo(explanation.explain(store, what, only_told=told))


@click.command()
@click.argument("who", required=False)
@click.option(
    "--unverified", is_flag=True, help="Only what general knowledge alone gives: it proposes, and proves nothing."
)
@click.option("--collisions", is_flag=True, help="Only names that two people of one country have.")
def authority(who: str | None, *, unverified: bool, collisions: bool) -> None:
    """List the people who are known by name (or WHO), then bodies and polities, and where each is from."""
    from graph.answers import known

    click.echo("\n".join(known.lines(who, unverified=unverified, collisions=collisions)))


@click.command()
@click.option("--language", type=click.Choice(["vi", "en"]), default="en", show_default=True)
@STORE
def validate(language: str, store_path: Where) -> None:
    """Check the graph against the shapes of the ontology; say in words what breaks them, with the sentence behind."""
    from graph.answers import validation
    from graph.store import GraphStore

    with GraphStore.open(store_path) as store:
        report(validation.validate(store, language), "The graph keeps all shapes")
