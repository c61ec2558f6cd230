"""What a check answers."""

from dataclasses import dataclass
from html import escape

CORRECT, NOT_YET, RECORDED = "correct", "not yet", "recorded"
FEEDBACK_TYPE = "application/vnd.seminar.feedback+json"
_LOOK = {CORRECT: ("✓", "#009E73"), NOT_YET: ("✗", "#D55E00"), RECORDED: ("●", "#0072B2")}


@dataclass(frozen=True)
class Feedback:
    """The verdict on one answer ("correct", "not yet" or "recorded") and one message."""

    exercise: str
    verdict: str
    message: str

    def __str__(self):
        return f"{_LOOK[self.verdict][0]} {self.exercise} {self.verdict}: {self.message}"

    __repr__ = __str__

    def _repr_mimebundle_(self, include=None, exclude=None):
        sign, colour = _LOOK[self.verdict]
        return {
            "text/plain": str(self),
            "text/html": (
                f'<div role="status" style="border-left:4px solid {colour};padding:.2em 1em;max-width:46em">'
                f"<strong>{sign} {escape(self.exercise)} {self.verdict}.</strong> {escape(self.message)}</div>"
            ),
            FEEDBACK_TYPE: {"exercise": self.exercise, "verdict": self.verdict, "message": self.message},
        }
