"""The commands by which people decide what stands in the graph: judgements, and articles taken out."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.commands.options import STORE, Where, write
from ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.people.judgements import Judgement
    from graph.store import GraphStore

# What loads slowly (the store, the tables) is imported by the command that needs it.
# ruff: noqa: PLC0415


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@STORE
def remove(articles: tuple[str, ...], store_path: Where) -> None:
    """Take articles out of the graph, by their ids, and all that only they said."""
    from graph.store import GraphStore

    with GraphStore.open(store_path, write=True) as store:
        store.remove(articles)
    click.echo(f"Removed {len(set(articles))} from {store_path}")


@click.command()
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
    from graph.answers import review as reviews
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
    from graph.answers import review as reviews
    from graph.answers.words import words
    from graph.people import judgements

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
