"""Flat facts as Parquet: typed columns that pyarrow reads back, and no date more exact than told."""

import builtins
import datetime as dt
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.answers import flat
from graph.writing import parquet
from ontology.errors import UsageError
from ontology.facts import KINDS


@pytest.fixture(scope="module")
def told(examples):
    return list(flat.records(examples))


@pytest.fixture(scope="module")
def merged(examples):
    return list(flat.records(examples, merged=True))


def written(records, path, *, merged=False):
    parquet.write(iter(records), path, merged=merged)
    return pq.read_table(path)


def test_every_record_comes_back_as_it_was(told, tmp_path):
    rows = written(told, tmp_path / "f.parquet").to_pylist()
    assert len(rows) == len(told) > 400
    assert {row["fact"] for row in rows} == {"person", *KINDS}
    for record, row in zip(told, rows, strict=True):
        for name, value in record.items():
            if name not in ("start", "end") or record["fact"] == "visit":
                assert row[name] == value, (record, name)
        named = {name.removesuffix("_earliest").removesuffix("_latest") for name, value in row.items() if value}
        assert named <= record.keys()


def test_where_a_quote_stands_is_no_date_of_a_visit(told, tmp_path):
    table = written(told, tmp_path / "f.parquet")
    assert table.schema.field("start").type == pa.string()
    assert {row["fact"] for row in table.to_pylist() if row["start"] or row["end"]} == {"visit"}


def test_merged_facts_keep_all_their_sentences(merged, tmp_path):
    rows = written(merged, tmp_path / "f.parquet", merged=True).to_pylist()
    assert [(row["articles"], row["evidence"]) for row in rows] == [(r["articles"], r["evidence"]) for r in merged]
    assert any(len(row["evidence"]) > 1 for row in rows)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022-04-27", dt.date(2022, 4, 27), dt.date(2022, 4, 27)),
        ("2022-02", dt.date(2022, 2, 1), dt.date(2022, 2, 28)),
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022-04-26/2022-04-28", dt.date(2022, 4, 26), dt.date(2022, 4, 28)),
        ("XXXX-04-27", None, None),
        (None, None, None),
    ],
)
def test_a_date_is_as_exact_as_told(edtf, earliest, latest, tmp_path):
    record = {"fact": "meeting", "iri": "i", "article": "a", "date": edtf, "a": "A", "b": "B"}
    (row,) = written([record], tmp_path / "f.parquet").to_pylist()
    assert (row["date"], row["date_earliest"], row["date_latest"]) == (edtf, earliest, latest)


def test_columns_have_types_and_are_the_same_in_every_file(told, tmp_path):
    few, many = written(told[:1], tmp_path / "a.parquet"), written(told, tmp_path / "b.parquet")
    assert few.schema == many.schema
    types = {field.name: field.type for field in many.schema}
    assert types["parties"] == types["also"] == types["topics"] == pa.list_(pa.string())
    assert types["years"] == types["quote_start"] == pa.int32()
    assert types["date_latest"] == types["since_earliest"] == pa.date32()


def test_equal_facts_give_equal_bytes_whatever_the_groups(told, tmp_path, monkeypatch):
    written(told, tmp_path / "a.parquet")
    written(told, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    whole = pq.read_table(tmp_path / "a.parquet")
    monkeypatch.setattr(parquet, "GROUP", 100)
    assert written(told, tmp_path / "c.parquet").equals(whole)
    assert pq.ParquetFile(tmp_path / "c.parquet").num_row_groups == -(-len(told) // 100)


def test_a_failure_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "f.parquet"
    path.write_text("mine")
    with pytest.raises(json.JSONDecodeError):
        parquet.write((json.loads("{") for _ in range(1)), path, merged=False)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("f.parquet", "mine")]


def test_without_pyarrow_the_mend_is_said(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"needs pyarrow, which is not installed; pip install pyarrow .* or take csv"):
        parquet.write([], tmp_path / "f.parquet", merged=False)
