"""The one error that this package raises for what a user can mend."""


class SeminarError(Exception):
    """One sentence that says what is wrong and what to do about it."""

    def _render_traceback_(self):
        # Notebooks call this hook instead of printing a traceback that would bury the sentence.
        return [f"{type(self).__name__}: {self}"]
