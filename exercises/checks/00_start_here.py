"""The one exercise that lesson 00 does together with its readers."""

from seminar import load
from seminar.checks import number

claims = load("claims")
labour = claims[claims["theme"] == "labour"]

EXERCISES = [
    number(
        "0.1", right=labour["reading_id"].nunique(),
        why="One reading is silent on labour, and a silence is a finding too.",
        otherwise="Count the lines of the table above: each is one reading.",
        mistakes=[
            (len(load("readings")), "That is how many readings there are. One of them does not stand in the table above."),
            (len(labour), "That is how many claims on labour there are. The question is in how many readings."),
        ],
    ),
]
