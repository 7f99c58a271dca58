"""What the page about Vietnamese tells people to add can be added, and is read."""

import re
import shutil
from pathlib import Path

import pytest

from extract import language, reader
from extract.tokens.text import key
from ontology.facts import Article, Meeting

FOLDER = language.FOLDER / "vi"
SOURCES = Path(__file__).parents[2] / "ontology" / "schemes" / "sources"
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")
# The lines that each example adds: a class, a shape, a date, a relative date, rows of tables.
CLASS, SHAPE, DATE, RELATIVE, ROWS = (
    "\n".join(line[1:] for line in block.splitlines() if line.startswith("+"))
    for block in re.findall(r"```diff\n(.*?)```", PAGE, re.DOTALL)
)

TABLES = list(zip(("titles", "cities", "organisations"), ROWS.splitlines(), strict=True))


@pytest.fixture
def taught(tmp_path, monkeypatch):
    """Return Vietnamese with the lines of the page added; caches are emptied before and after."""
    copied = tmp_path / "vi"
    shutil.copytree(FOLDER, copied)
    words = copied / "words.toml"
    words.write_text(words.read_text().replace("\n# ---- meetings\n", f"\n# ---- meetings\n{CLASS}\n"))
    for name, lines in (("shapes/meetings.toml", SHAPE), ("dates.toml", f"{DATE}\n\n{RELATIVE}")):
        with (copied / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}\n")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    forget()
    yield language.load("vi")
    forget()


def forget():
    language.load.cache_clear()
    reader.patterns.cache_clear()


def quoted(lines, name):
    return re.search(rf'^{name} .*?"(.*)"', lines, re.MULTILINE)[1]


def meetings(sentence):
    claims = reader.read(Article("a", f"Tin ngắn trong ngày\n{sentence}")).claims
    return [claim.fact for claim in claims if isinstance(claim.fact, Meeting)]


@pytest.mark.usefixtures("taught")
def test_the_shape_of_the_page_reads_its_example():
    (meeting,) = meetings(quoted(SHAPE, "for"))
    assert (meeting.a.name, meeting.b.name, str(meeting.date), meeting.form) == (
        *("Nguyễn Phú Trọng", "Tập Cận Bình", "2017-11-13", "encounter"),
    )
    assert meetings(quoted(SHAPE, "not")) == []


def test_without_it_the_example_says_nothing():
    assert meetings(quoted(SHAPE, "for")) == []


def test_the_dates_of_the_page_are_read(taught):
    (date,) = taught.dates.find(key(quoted(DATE, "for")))
    (relative,) = taught.dates.find(key(quoted(RELATIVE, "for")))
    assert (str(date.date), relative.relative) == (quoted(DATE, "means"), ("day", -2))


@pytest.mark.parametrize(("name", "row"), TABLES)
def test_the_rows_of_the_page_fit_their_tables(name, row):
    header, *rows = (SOURCES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    cells = row.split("\t")
    assert len(cells) <= len(header.split("\t"))
    assert cells[0] in {line.split("\t")[0] for line in rows}
    assert cells[1] not in {line.split("\t")[1] for line in rows if "\t" in line}


def test_every_file_that_the_page_names_is_there():
    known = {path.name for path in [*FOLDER.rglob("*.toml"), *SOURCES.glob("*.tsv")]}
    assert set(re.findall(r"\b([a-z]+\.(?:toml|tsv))", PAGE)) <= known


def test_every_language_file_is_told_on_the_page():
    assert [path.name for path in FOLDER.glob("*.toml") if f"`{path.name}`" not in PAGE] == []
