"""Pyongyang and Moscow: a data seminar. Tables, evidence, charts and checks for its notebooks."""

from importlib import import_module

_HOME = {
    "SeminarError": "errors",
    "checker": "checks",
    "load": "data",
    "show": "charts",
    "trace": "evidence",
}
__all__ = list(_HOME)


def __getattr__(name: str):
    # On first use only: the command and the pytest plugin start faster without pandas.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)
