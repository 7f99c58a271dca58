"""What a built wheel holds: five top-level names, all data files, and a program that runs."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("ontology", "extract", "graph", "viz")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("banggiao.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    # Other folders of a clone, which must stay out.
    for name in ("tests", "bench", "docs", "data"):
        (source / name).mkdir()
        (source / name / "extra.py").touch()
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = out.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(out / "installed")
    return out / "installed"


def test_the_top_level_names_are_the_five(wheel):
    names = {path.name for path in wheel.iterdir() if path.suffix != ".dist-info"}
    assert names == {"banggiao.py", *PACKAGES}


def test_every_file_of_the_packages_is_inside(wheel):
    def files(folder):
        found = (path for package in PACKAGES for path in (folder / package).rglob("*") if path.is_file())
        return {PurePosixPath(path.relative_to(folder)) for path in found if "__pycache__" not in path.parts}

    assert files(wheel) == files(ROOT)


def test_the_licence_and_the_door_are_inside(wheel):
    (about,) = wheel.glob("*.dist-info")
    assert (about / "licenses" / "LICENSE").is_file()
    assert "banggiao = banggiao:main" in (about / "entry_points.txt").read_text()


def test_it_runs_from_there(wheel, tmp_path):
    text = "Ngày 5/9/2022, tại Hà Nội, Bí thư Thành ủy Hà Nội Đinh Tiến Dũng tiếp Đô trưởng Phnom Penh Khuong Sreng."
    code = "from banggiao import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, "build", "-", "--store", str(tmp_path / "store")],
        input=json.dumps({"id": "a", "text": text}),
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "Read 1 article into" in done.stdout
    assert "meeting           1" in done.stdout
