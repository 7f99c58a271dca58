"""A language's folder is read whole, and says what is wrong with it."""

import shutil

import pytest

from extract import language
from ontology.errors import DataError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a copy of the folder of Vietnamese, which is loaded instead of ours."""
    shutil.copytree(language.FOLDER / "vi", tmp_path / "vi")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language.load.cache_clear()
    yield tmp_path / "vi"
    language.load.cache_clear()


def test_a_language_that_is_not_there_names_those_that_are():
    with pytest.raises(DataError, match=r"'xx'.*vi"):
        language.load("xx")


def test_a_broken_file_is_named(folder):
    (folder / "words.toml").write_text("[classes\n")
    with pytest.raises(DataError, match=r"words\.toml.*line 1"):
        language.load("vi")


def test_every_shape_knows_its_file_and_kind():
    shapes = language.load("vi").shapes
    assert {shape["fact"] for shape in shapes} == {"Meeting", "Visit", "Delegation"}
    assert all(shape["file"].endswith(".toml") for shape in shapes)


def test_a_language_is_read_once():
    assert language.load("vi") is language.load("vi")
