"""What commands share: the options that many have, and how lines, files and failures are told."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import click

from graph.server.address import SCHEMES, Address
from ontology.errors import UsageError

Where: TypeAlias = Path | Address
EXIT_SOME_NOT_READ, EXIT_USAGE, EXIT_STORE = 1, 2, 3

OUTPUT = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), help="The file to write."
)


def where(text: str | Path) -> Where:
    """Return where a store lies: a folder, or a server at http:// or https://.

    >>> where("http://127.0.0.1:7878/")
    'http://127.0.0.1:7878'
    """
    return Address(str(text)) if str(text).startswith(SCHEMES) else Path(text)


STORE = click.option(
    "--store",
    "store_path",
    type=where,
    metavar="DIR|URL",
    envvar="BANGGIAO_STORE",
    default=Path("banggiao.store"),
    show_default="$BANGGIAO_STORE, else ./banggiao.store",
    help="The folder of the graph, or the address of a SPARQL server that holds it.",
)


TOLD = click.option("--told", is_flag=True, help="Only what articles tell, without what follows from it.")


def counted(articles: int) -> str:
    """Write a number of articles.

    >>> counted(1), counted(12)
    ('1 article', '12 articles')
    """
    return f"{articles} article{'s'[: articles != 1]}"


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
