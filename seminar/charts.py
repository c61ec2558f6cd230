"""One look for all charts, and `show`, which never shows a chart without its description."""

import base64
import io
from html import escape

import matplotlib.pyplot as plt

from .course import resource
from .errors import SeminarError

# Okabe and Ito's palette: told apart by most colour-blind readers. The yellow of the
# original is left out, since it vanishes on white paper.
BLUE, ORANGE, GREEN, RED, PURPLE, SKY, BLACK = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000",
)
GREY = "#767676"

STYLE = {
    "axes.prop_cycle": plt.cycler(color=[BLUE, ORANGE, GREEN, RED, PURPLE, SKY, BLACK]),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlepad": 12,
    "axes.labelcolor": "#333333",
    "grid.color": "#E3E3E3",
    "grid.linewidth": 0.8,
    "xtick.color": "#333333",
    "ytick.color": "#333333",
    "legend.frameon": False,
    "lines.linewidth": 2,
    "lines.markersize": 6,
    "font.size": 10.5,
    "figure.figsize": (8, 4.2),
    "figure.dpi": 100,
    "savefig.bbox": "tight",
    "savefig.facecolor": "white",
}
plt.rcParams.update(STYLE)

SHARPNESS = 2  # Pixels of the picture for each pixel on the page.


def show(fig, alt: str, tables) -> None:
    """Draw a figure with its description and its sources.

    `alt` says in one to three sentences what there is to see; build it from the data, so
    that it changes when they do. It goes with the picture for readers who cannot see it,
    and stands under it for everybody. `tables` names the tables that the figure was
    drawn from; the source line comes from their descriptions.

    Raises SeminarError when the description is missing or a table is unknown.
    """
    if not isinstance(alt, str) or len(alt.split()) < 6:
        raise SeminarError("A chart needs a description of six words or more: alt=\"…\" says what to see.")
    tables = [tables] if isinstance(tables, str) else list(tables)
    if not tables:
        raise SeminarError("A chart needs its sources: tables=[\"…\"] names the tables it was drawn from.")
    source = "Source: " + "; ".join(map(_source, tables)) + "."
    png, width = _picture(fig)
    plt.close(fig)  # Otherwise the notebook shows the figure a second time.
    _display({"image/png": png, "text/plain": alt}, {"image/png": {"alt": alt, "width": width}})
    _display({
        "text/html": f'<p style="max-width:46em">{escape(alt)}<br><small>{escape(source)}</small></p>',
        "text/plain": f"{alt}\n{source}",
    })


def _source(name: str) -> str:
    table = resource(name)
    return f"table {name} ({table['attribution']})"


def _picture(fig) -> tuple[str, int]:
    """The figure as base64 PNG, and its width on the page in pixels."""
    buffer = io.BytesIO()
    # Without the software's name the same chart gives the same bytes.
    fig.savefig(buffer, format="png", dpi=fig.dpi * SHARPNESS, metadata={"Software": None})
    data = buffer.getvalue()
    pixels = int.from_bytes(data[16:20], "big")  # The width in the PNG header.
    return base64.b64encode(data).decode(), round(pixels / SHARPNESS)


def _display(data: dict, metadata: dict | None = None) -> None:
    try:
        from IPython.display import display
    except ImportError:
        print(data["text/plain"])
        return
    display(data, raw=True, metadata=metadata or {})
