"""The data of each language proves itself: every shape reads its example, every word is used, every class exists."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from extract import language
from extract.reader import read
from extract.tokens.lexicon import LETTERS
from extract.tokens.patterns import ELEMENT
from extract.tokens.text import key
from ontology.facts import KINDS, Article, Fact

LANGUAGES = sorted(path for path in language.FOLDER.iterdir() if (path / "words.toml").is_file())
FILES = [path for folder in LANGUAGES for path in sorted((folder / "shapes").glob("*.toml"))]
SHAPES = [(path, shape) for path in FILES for shape in language.shapes(path)]
DATES = [(path.name, shape) for path in LANGUAGES for shape in language.toml(path / "dates.toml")["date"]]
RELATIVE = [(path.name, shape) for path in LANGUAGES for shape in language.toml(path / "dates.toml")["relative"]]
ALLOWED = {"says", "for", "means", "with", "anyone", "not", "fact", "file"}
# An example stands below a headline that tells nothing, as a sentence of the body does.
HEADLINE = "Vài dòng tin ghi lại"


def named(case: Any) -> str:
    """Name a test by the file and the shape that it is about."""
    where, shape = case
    return f"{getattr(where, 'name', where)}: {shape['says'][:60]}"


def folder_of(shapes_file: Path) -> Path:
    return shapes_file.parents[1]


def told(sentence: str, code: str, kind: str) -> list[Fact]:
    """Return the facts of a kind that a sentence gives below a headline that tells nothing."""
    claims = read(Article("example", f"{HEADLINE}\n{sentence}", language=code)).claims
    return [claim.fact for claim in claims if type(claim.fact).__name__ == kind]


def plain(value: Any) -> Any:
    """Write a slot's value as `means` does: names, EDTF dates, lists of them."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return getattr(value, "name", getattr(value, "edtf", value))


def agrees(fact: Fact, means: dict[str, Any]) -> bool:
    """Tell whether a fact holds all that an example means; the two who meet have no order."""
    found = {field.name: plain(getattr(fact, field.name)) for field in fields(fact)}
    if {"a", "b"} <= means.keys() and (found["a"], found["b"]) == (means["b"], means["a"]):
        found |= {"a": found["b"], "b": found["a"]}
    return all(found[slot] == value for slot, value in means.items())


@pytest.mark.parametrize("case", SHAPES, ids=named)
def test_a_shape_reads_its_example(case):
    path, shape = case
    means = shape["means"] | shape.get("with", {})
    found = told(shape["for"], folder_of(path).name, shape["fact"])
    assert any(agrees(fact, means) for fact in found), found or f"no {shape['fact']} in: {shape['for']}"


@pytest.mark.parametrize("case", SHAPES, ids=named)
def test_a_shape_leaves_its_counterexamples_alone(case):
    path, shape = case
    assert [told(sentence, folder_of(path).name, shape["fact"]) for sentence in shape.get("not", [])] == [
        [] for _ in shape.get("not", [])
    ]


@pytest.mark.parametrize("case", SHAPES, ids=named)
def test_a_shape_is_whole(case):
    _, shape = case
    types = {cls.__name__: {field.name for field in fields(cls)} for cls in KINDS.values()}
    assert shape.keys() <= ALLOWED
    assert {"says", "for", "means"} <= shape.keys()
    assert shape["means"].keys() | shape.get("with", {}).keys() <= types[shape["fact"]]


@pytest.mark.parametrize("case", SHAPES, ids=named)
def test_a_shape_names_word_classes_that_exist(case):
    path, shape = case
    known = language.toml(folder_of(path) / "words.toml")["classes"]
    assert [e["cls"] for e in ELEMENT.finditer(shape["says"]) if e["cls"] and e["cls"] not in known] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_shape_stands_twice(path):
    says = [shape["says"] for shape in language.shapes(path)]
    assert [one for one in dict.fromkeys(says) if says.count(one) > 1] == []


@pytest.mark.parametrize("case", DATES, ids=named)
def test_a_date_shape_reads_its_example_and_nothing_else(case):
    code, shape = case
    found = language.load(code).dates.find(key(shape["for"]))
    assert [str(mention.date) for mention in found] == [shape["means"]]


@pytest.mark.parametrize("case", RELATIVE, ids=named)
def test_a_relative_date_reads_its_example_and_nothing_else(case):
    code, shape = case
    found = language.load(code).dates.find(key(shape["for"]))
    assert [mention.relative for mention in found] == [(shape["unit"], shape["shift"])]


def strings() -> Iterator[tuple[str, bool]]:
    """Yield every string in the reader's code, and whether only its opening is known, as in f"kind_{kind}"."""
    for path in sorted(language.FOLDER.parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                yield str(node.values[0].value), True
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, False


def asked() -> set[str]:
    """Return every word class that the reader's code asks for by a name written out."""
    position = {"of_class": 0, "signs_of": 0, "near": 2}
    found: set[str] = set()
    for path in sorted(language.FOLDER.parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            arguments = node.args[position.get(name, len(node.args)) :][:1]
            found |= {a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda path: path.name)
def test_every_word_class_is_used(folder):
    words = language.toml(folder / "words.toml")
    code = set(strings())
    whole, openings = {s for s, opening in code if not opening}, tuple(s for s, opening in code if opening and s)
    shapes = {e["cls"] for path, s in SHAPES if folder_of(path) == folder for e in ELEMENT.finditer(s["says"])}
    settings = {name for setting, names in words.items() if setting != "classes" for name in names}
    used = whole | shapes | settings
    assert [name for name in words["classes"] if name not in used and not name.startswith(openings)] == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda path: path.name)
def test_every_word_class_asked_for_exists(folder):
    words = language.toml(folder / "words.toml")
    known = words["classes"].keys() | LETTERS.keys() | set(language.KINDS.values())
    named_in_settings = {name for setting, names in words.items() if setting != "classes" for name in names}
    assert sorted((asked() | named_in_settings) - known) == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda path: path.name)
def test_a_class_holds_a_word_once(folder):
    classes = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))["classes"]
    twice = {name: [w for w in words if [key(v) for v in words].count(key(w)) > 1] for name, words in classes.items()}
    assert {name: words for name, words in twice.items() if words} == {}
