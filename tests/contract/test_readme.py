"""The README's commands are run as they stand there, in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
PARTS = ("ontology", "extract", "graph", "viz", "data", "banggiao.py", "pyproject.toml", "requirements.txt")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")


def bash(script, cwd):
    env = {name: value for name, value in os.environ.items() if name != "BANGGIAO_STORE"} | {"PYTHONPATH": str(cwd)}
    command = ["bash", "-euo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """Copy the project; its .venv has our Python, and says that nothing is left to install."""
    place = tmp_path_factory.mktemp("readme") / "banggiao"
    place.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, place / part, **({"ignore": LEFT_OUT} if copy is shutil.copytree else {}))
    programs = place / ".venv" / "bin"
    programs.mkdir(parents=True)
    door = f'#!/bin/sh\nexec "{sys.executable}" -c "from banggiao import main; main()" "$@"\n'
    (programs / "banggiao").write_text(door)
    (programs / "banggiao").chmod(0o755)
    (programs / "activate").write_text(f'PATH="{programs}:$PATH"\n')
    assert bash('. data/setup; touch "$(stamp requirements.txt)"', place).returncode == 0
    return place


def test_the_first_screen_holds_the_two_commands():
    screen = "\n".join((ROOT / "README.md").read_text().splitlines()[:25])
    assert BLOCKS[0] in screen
    demo, checks = (line.split("#")[0].split() for line in BLOCKS[0].splitlines())
    assert (demo, checks) == (["bash", "data/demo"], ["bash", "tests/run"])
    assert (ROOT / checks[1]).is_file()


def test_the_first_command_leaves_turtle_page_summary_and_an_answer(clone):
    done = bash(BLOCKS[0].splitlines()[0], clone)
    assert done.returncode == 0, done.stderr
    for name in ("banggiao.ttl", "banggiao.html", "summary.txt", "met.txt"):
        assert (clone / "out" / name).stat().st_size > 100
    assert "2022-04-27" in done.stdout
    assert "Installing" not in done.stdout


@pytest.mark.parametrize("block", BLOCKS[1:], ids=lambda block: block.split("\n")[0])
def test_every_other_command_runs(clone, block):
    first = "" if block == BLOCKS[1] else BLOCKS[1]
    done = bash(f"mkdir -p out\n{first}\n{block}", clone)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_links_lead_somewhere():
    for name in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text()):
            assert (ROOT / target).exists(), f"{name}: {target}"


def test_the_checks_fail_without_chromium_for_who_may_not_install_it(clone):
    (clone / "tests").mkdir(exist_ok=True)
    shutil.copy(ROOT / "tests" / "run", clone / "tests")
    shutil.copy(ROOT / "requirements-test.txt", clone)
    programs = clone / "few"
    programs.mkdir()
    for name in ("bash", "cat", "cut", "dirname", "sha256sum", "touch"):
        (programs / name).symlink_to(shutil.which(name))
    (programs / "id").write_text("#!/bin/sh\necho 1000\n")
    (programs / "id").chmod(0o755)
    bash('. data/setup; touch "$(stamp requirements-test.txt)"', clone)
    done = bash(f'PATH="{programs}"; bash tests/run', clone)
    assert done.returncode != 0
    assert "apt-get install chromium" in done.stderr
