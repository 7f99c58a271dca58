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


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another lets other machines ask too.")
@click.option("--seconds", type=click.FloatRange(0.1), default=10, show_default=True, help="Most for one answer.")
@click.option("--rows", type=click.IntRange(1), default=100_000, show_default=True, help="Most of one answer.")
@click.option("--memory", type=click.IntRange(64), default=1024, show_default=True, help="Most MiB for one answer.")
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, help="Processes that answer.")
@click.option(
    "--origin", "origins", multiple=True, metavar="URL", help="A web site whose pages may ask (CORS); *: any."
)
@STORE
def serve(host: str, port: int, origins: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 -- click hands the options over
    """Serve the graph to browsers and programs: its page, a query page, a page for each thing, and SPARQL.

    Nothing can be changed through it. It answers from the graph as it is now: a build may run meanwhile, and is seen
    once you start again.
    """
    if not isinstance(given["store_path"], Path):
        raise UsageError("serve", "answers from a folder of this machine", "ask that server itself")
    from graph.serving import running
    from graph.serving.app import Service
    from graph.serving.snapshot import snapshot
    from graph.serving.worker import Limits
    from viz.site import app

    limits = Limits(given["seconds"], given["memory"], given["rows"])
    hosts = () if host in ("127.0.0.1", "localhost") else ("*",)
    with snapshot(given["store_path"]) as path, running.listening(host, port) as listening:
        made = app.application(path, Service(limits, given["workers"], hosts, origins))
        address = running.address(listening)
        running.run(made, listening, lambda: click.echo(f"Serving {given['store_path']} at {address} (Ctrl+C stops)"))
