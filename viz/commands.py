"""The commands that draw or hand on: the page of the network, the dossier of two countries, files for others."""

from pathlib import Path
from typing import Any

import click

from graph.commands.options import STORE, TOLD, Where, writing
from ontology.errors import UsageError

# What loads slowly (the store, the page) is imported by the command that needs it.
# ruff: noqa: PLC0415


@click.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--between", "sides", nargs=2, metavar="CODE CODE", help="Draw the relation of two countries only.")
@STORE
def view(output: Path, sides: tuple[str, str] | None, store_path: Where) -> None:
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


@click.command()
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


@click.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@TOLD
@STORE
def export(output: Path, store_path: Where, *, told: bool) -> None:
    """Write the graph, as the name of the file ends.

    .ttl and .jsonld: the merged graph; .trig and .nq: the whole store; .gexf and .graphml: who is tied to whom, with
    times, for Gephi and other programs that draw networks; .plover.jsonl: events by the codebook of political science.
    docs/sharing.md tells what each of them holds.
    """
    from graph.plover import events
    from graph.store import GraphStore
    from graph.writing import export as rdf
    from viz import exchange

    writers = {".gexf": exchange.gexf, ".graphml": exchange.graphml, ".plover.jsonl": events.write}
    ends = (*writers, *rdf.WHOLE, *rdf.MERGED)
    if not output.name.endswith(ends):
        wrong = f"{output.suffix or 'no suffix'!r} is no format that we write"
        raise UsageError(str(output), wrong, f"end it in one of {', '.join(sorted(ends))}")
    writer = next((write for end, write in writers.items() if output.name.endswith(end)), None)
    said = None
    with GraphStore.open(store_path) as store, writing(output):
        if writer:
            said = writer(store, output)
        else:
            store.export(output, told=told)
    click.echo(f"Wrote {output}" + (f": {said}" if said else ""))
