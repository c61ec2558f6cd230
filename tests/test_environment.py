"""The two descriptions of the environment agree, and the package needs little."""

import re
import subprocess
import sys
import tomllib

import pytest
import yaml


def bounds(requirement: str) -> tuple[str, str]:
    """A requirement as (name, bounds), conda's = written as ==."""
    name, rest = re.fullmatch(r"([\w-]+)\s*(.*)", requirement).groups()
    return name, re.sub(r"^=(?!=)", "==", rest)


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_conda_and_pip_describe_the_same_environment(root, project):
    conda = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    named = dict(bounds(entry) for entry in conda if isinstance(entry, str))
    assert named.pop("python") == "==3.12"
    named.pop("pip")
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["test"]
    assert named == dict(map(bounds, wanted))
    assert {"pip": ["--no-deps --editable ."]} in conda


def test_what_outputs_depend_on_is_pinned_exactly(project):
    pinned = dict(bounds(entry) for entry in project["project"]["dependencies"])
    assert {name: pinned[name] for name in ("pandas", "matplotlib", "numpy", "nbval")} == {
        "pandas": "==3.0.2", "matplotlib": "==3.10.8", "numpy": "==2.4.6", "nbval": "==0.11.0",
    }


def test_python_of_conda_lies_within_the_bounds(project):
    assert project["project"]["requires-python"] == ">=3.11,<3.15"


def test_import_needs_pandas_and_matplotlib_only():
    """A lesson in the browser has no Typer, nbformat or pytest."""
    code = (
        "import sys\n"
        "for name in ('typer', 'rich', 'nbformat', 'nbclient', 'nbval', 'pytest', 'IPython'):\n"
        "    sys.modules[name] = None\n"
        "import seminar\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
