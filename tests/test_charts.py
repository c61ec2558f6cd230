"""Charts go out with their description and their source."""

import base64

import matplotlib.pyplot as plt
import pytest
from IPython.display import display  # noqa: F401  show() uses it where it exists.

from seminar import SeminarError, show
from seminar.charts import STYLE

ALT = "Two points on a line that rises to the right."


@pytest.fixture
def shown(monkeypatch):
    """What show() hands to the notebook."""
    outputs = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw, metadata: outputs.append((data, metadata)))
    return outputs


@pytest.fixture
def fig():
    fig, ax = plt.subplots()
    ax.plot([1, 2])
    yield fig
    plt.close(fig)


def test_picture_description_and_source_go_out_together(shown, fig):
    show(fig, alt=ALT, tables=["trade", "claims"])
    (picture, metadata), (caption, _) = shown
    assert base64.b64decode(picture["image/png"]).startswith(b"\x89PNG")
    assert picture["text/plain"] == metadata["image/png"]["alt"] == ALT
    assert caption["text/plain"].splitlines()[0] == ALT
    assert "table trade (KOTRA" in caption["text/plain"] and "table claims (coded" in caption["text/plain"]
    assert ALT in caption["text/html"]


def test_the_figure_is_closed_so_that_it_is_not_shown_twice(shown, fig):
    show(fig, alt=ALT, tables="trade")
    assert not plt.fignum_exists(fig.number)


def test_the_same_chart_gives_the_same_bytes(shown):
    for _ in range(2):
        fig, ax = plt.subplots()
        ax.plot([1, 2])
        show(fig, alt=ALT, tables="trade")
    assert shown[0] == shown[2]


@pytest.mark.parametrize(("alt", "tables", "told"), [
    ("", ["trade"], "needs a description"),
    ("A bar chart", ["trade"], "needs a description"),
    (None, ["trade"], "needs a description"),
    (ALT, [], "needs its sources"),
    (ALT, ["trad"], "Did you mean 'trade'"),
])
def test_a_chart_without_description_or_source_is_refused(fig, alt, tables, told):
    with pytest.raises(SeminarError, match=told):
        show(fig, alt=alt, tables=tables)


def test_without_a_notebook_the_description_is_printed(fig, monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "IPython.display", None)
    show(fig, alt=ALT, tables="trade")
    assert ALT in capsys.readouterr().out


def luminance(colour: str) -> float:
    """Relative luminance (WCAG) of a colour like #0072B2."""
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_first_two_colours_differ_in_greyscale_too():
    first, second = (luminance(entry["color"]) for entry in list(STYLE["axes.prop_cycle"])[:2])
    assert (max(first, second) + 0.05) / (min(first, second) + 0.05) > 2
