"""The pool of processes: long answers wait for each other, and none is lost."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from graph.serving import answering
from graph.serving.answering import Query
from graph.serving.pool import Pool
from graph.serving.snapshot import snapshot
from graph.serving.worker import Limits

LONG = "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c } LIMIT 3000 } { SELECT * { ?d ?e ?f } LIMIT 1000 } }"
CSV = "text/csv"


async def asked(pool: Pool, *queries: str) -> list[bytes]:
    try:
        answers = (pool.run(answering.answer, Query(query, CSV), 10) for query in queries)
        return [answer.content for answer in await asyncio.gather(*answers)]
    finally:
        pool.close()


def run(coroutine):
    """Run it in a thread of its own: in this one a browser may have left a loop running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def test_more_long_queries_than_places_are_all_answered(served_store):
    async def ask(path):
        return await asked(Pool(path, Limits(seconds=60), workers=2), *[LONG] * 4, "SELECT (1 AS ?n) {}")

    with snapshot(served_store) as path:
        answers = run(ask(path))
    assert answers == [b"n\r\n3000000\r\n"] * 4 + [b"n\r\n1\r\n"]


def test_who_leaves_does_not_take_a_process_along(served_store):
    async def ask(path):
        pool = Pool(path, Limits(seconds=60), workers=1)
        leaving = asyncio.create_task(pool.run(answering.answer, Query(LONG, CSV), 10))
        await asyncio.sleep(0.2)
        leaving.cancel()
        return await asked(pool, "SELECT (2 AS ?n) {}")

    with snapshot(served_store) as path:
        assert run(ask(path)) == [b"n\r\n2\r\n"]
