"""The front door: what reads articles stands here, the commands of each room are gathered from it.

Exit codes: 0 all read and well; 1 some articles not read, or something failed verification; 2 wrong
use or query; 3 the store cannot be used.
"""

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from graph.commands import asking, judging
from graph.commands.options import EXIT_SOME_NOT_READ, EXIT_STORE, EXIT_USAGE, STORE, Where, counted, report, write
from ontology.errors import ArticleError, BanggiaoError, StoreError
from ontology.facts import Article, Reading
from viz import commands as drawing

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from extract.batches import Outcome
    from graph.store import GraphStore

# What loads slowly (the reader, the store) is imported by the command that needs it.
# ruff: noqa: PLC0415

# So many articles are written at a time: what a build that is killed has written stays.
BATCH = 500

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
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Read in so many processes.")
@click.option(
    "--cluster", metavar="tcp://HOST:PORT", help="Read on a Dask cluster, by its scheduler: see docs/large.md."
)
@STORE
def build(articles: tuple[str, ...], store_path: Where, **given: Any) -> None:  # noqa: ANN401 -- click's options
    """Read ARTICLES (.txt, .jsonl, .html, folders; - is JSON Lines on standard input) into the graph.

    An article whose id the graph knows replaces what it said before.
    """
    from extract.articles import Collection
    from extract.tally import Tally
    from extract.workers import reading
    from graph.answers import silence, tables
    from graph.store import GraphStore

    silent_path = given["silent_path"]
    lines = tables.silent(silent_path.suffix.removeprefix(".")) if silent_path else tables.json_lines
    tally, collection = Tally(), Collection(articles, given["id_style"])
    with (
        GraphStore.open(store_path, write=True) as store,
        reading(collection, given["workers"], given["cluster"]) as outcomes,
        progress(outcomes, len(collection)) as shown,
    ):
        readings = stored(store, tally.count(shown))
        if silent_path:
            write(lines(silence.records(readings)), silent_path)
        for _ in readings:
            pass
    click.echo(f"Read {counted(tally.articles)} into {store_path}")
    click.echo("\n".join(tally.summary()))
    if tally.failed:
        click.echo("\n  ".join([f"Not read: {len(tally.failed)}", *map(str, tally.failed)]), err=True)
        sys.exit(EXIT_SOME_NOT_READ)


def progress(outcomes: Iterator["Outcome"], length: int) -> "ProgressBar[Outcome]":
    """Show on a terminal how much has been read."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(outcomes, length=length, label="Reading", file=sys.stderr, hidden=hidden)


def stored(store: "GraphStore", readings: Iterator[Reading]) -> Iterator[Reading]:
    """Yield readings that are in the store: they are written a batch at a time."""
    while batch := list(itertools.islice(readings, BATCH)):
        store.add(batch)
        yield from batch


@main.command()
@ARTICLES
@ID_STYLE
@STORE
def verify(articles: tuple[str, ...], id_style: Literal["name", "path"], store_path: Where) -> None:
    """Prove that every quote stands in ARTICLES where the graph says."""
    from extract.articles import Collection
    from graph.answers import verification
    from graph.store import GraphStore

    items = list(Collection(articles, id_style))
    found = [item for item in items if isinstance(item, Article)]
    with GraphStore.open(store_path) as store:
        failures = [str(failure) for failure in verification.verify(store, found)]
    failures += [str(item) for item in items if isinstance(item, ArticleError)]
    report(failures, f"Every quote stands in {counted(len(found))}")


for command in (
    *(judging.remove, asking.facts, asking.silence, asking.query, drawing.export, drawing.view, drawing.brief),
    *(asking.explain, judging.review, asking.authority, asking.validate, drawing.serve),
):
    main.add_command(command)
