"""The house keeps its layout: imports run down, the words of a language are data, the top level is the user's."""

import ast
import graphlib
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "extract", "graph", "viz")
MODULES = sorted([*(path for room in ROOMS for path in (ROOT / room).rglob("*.py")), *ROOT.glob("banggiao.py")])
# What each room may import of ours; banggiao.py stands on top of all.
BELOW = {
    "ontology": {"ontology"},
    "extract": {"extract", "ontology"},
    "graph": {"graph", "ontology"},
    "viz": {"viz", "graph", "ontology"},
    "banggiao": {"banggiao", *ROOMS},
}
TOP = {
    *(".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "banggiao.py", "bench", "data"),
    *("docs", "pyproject.toml", "tests", *ROOMS),
}
# Letters with a mark that Vietnamese has: a tone or a letter mark over a vowel, and d with stroke.
MARKS = {"GRAVE", "ACUTE", "TILDE", "HOOK ABOVE", "DOT BELOW", "CIRCUMFLEX", "BREVE", "HORN"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the first name of every module that is imported, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides its room"
            yield (node.module or "").split(".")[0]


def docstrings(tree: ast.AST) -> set[int]:
    """Return the identities of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, owners) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def vietnamese(text: str) -> bool:
    """Tell whether a letter of a text has a Vietnamese mark, written as one character or as two."""
    for letter in unicodedata.normalize("NFD", text):
        said = unicodedata.name(letter, "")
        if said.endswith("LETTER D WITH STROKE"):
            return True
        if said.removeprefix("COMBINING ").removesuffix(" ACCENT") in MARKS and said.startswith("COMBINING"):
            return True
    return False


def words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string literal with a Vietnamese mark that is no docstring."""
    left = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in left:
            continue
        # A lone mark, as in a table of tones, is no letter.
        if vietnamese(node.value) and any(letter.isalpha() for letter in node.value):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_run_down(path: Path) -> None:
    found = set(imported(ast.parse(path.read_text(encoding="utf-8")))) & BELOW.keys()
    assert found <= BELOW[room(path)]


def test_no_imports_run_in_a_circle() -> None:
    dotted = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES
    }
    below: dict[str, set[str]] = {}
    for module, path in dotted.items():
        nodes = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ImportFrom))
        used = {(f"{n.module}.{one.name}", n.module) for n in nodes for one in n.names}
        below[module] = {full if full in dotted else str(of) for full, of in used} - {module}
    graphlib.TopologicalSorter(below).prepare()  # raises CycleError, and names the circle; type-only imports count


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_words_of_a_language_are_data(path: Path) -> None:
    assert list(words(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_opens_by_saying_its_job(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('f("thăm")', True),
        ('"""Sang thăm."""', False),
        ('x = "Đ"', True),
        ('def f():\n    """Thăm."""', False),
        ('def f():\n    x = 1\n    "thăm"', True),
        ('f"{x} thăm"', True),
        ('x = "o\\u0300"', True),
        ('x = "\\N{LATIN SMALL LETTER D WITH STROKE}"', True),
        ('x = "\\N{COMBINING TILDE}"', False),
        ('x = "naive – “text” …"', False),
    ],
)
def test_the_test_sees_words(code: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(list(words(ast.parse(code)))) is found


def test_the_top_level_is_the_users() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    top = {line.split("/")[0] for line in listed.stdout.splitlines() if (ROOT / line.split("/")[0]).exists()}
    assert {one for one in top if not one.startswith("requirements")} <= TOP
    assert {*ROOMS, "tests", "pyproject.toml"} <= top
