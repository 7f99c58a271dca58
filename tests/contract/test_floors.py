"""The reader reads the example articles no worse than it did: every figure stands on or above its floor."""

import json

import pytest

from bench.quality import floors
from bench.quality.counting import KEYS

NAMES = list(floors.pinned())


@pytest.fixture(scope="module")
def reached() -> floors.Floors:
    return floors.reached()


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_stands_on_its_floor(name, reached):
    assert floors.below({name: floors.pinned()[name]}, reached) == []


def test_every_figure_has_a_floor(reached):
    assert set(reached) <= set(NAMES)
    assert {f"{kind} f1" for kind in ("person", *KEYS)} < set(NAMES)
    assert min(floors.pinned().values()) > 0


@pytest.fixture
def moved(tmp_path, monkeypatch):
    """Return what a command makes of two floors of which one is above what is reached."""

    def run(*arguments):
        file = tmp_path / "floors.json"
        file.write_text(json.dumps({"visit f1": 0.9, "office f1": 0.9}))
        monkeypatch.setattr(floors, "FILE", file)
        monkeypatch.setattr(floors, "reached", lambda: {"visit f1": 0.619, "office f1": 0.955})
        monkeypatch.setattr("sys.argv", ["floors.py", *arguments])
        with pytest.raises(SystemExit) as ended:
            floors.main()
        return json.loads(file.read_text()), ended.value.code

    return run


@pytest.mark.parametrize(
    ("arguments", "pinned", "code"),
    [
        ((), {"visit f1": 0.9, "office f1": 0.9}, "visit f1 is 0.619, its floor 0.90"),
        (("--raise",), {"visit f1": 0.9, "office f1": 0.95}, "visit f1 is 0.619, its floor 0.90"),
        (("--lower",), {"visit f1": 0.61, "office f1": 0.95}, None),
    ],
    ids=["looking moves nothing", "raising lowers nothing", "lowering takes the word"],
)
def test_floors_move_only_as_asked(moved, arguments, pinned, code):
    assert moved(*arguments) == (pinned, code)
