"""Slips of the pen: how a number turns into another when it is copied or typed."""

from __future__ import annotations

from parser.model.said import say

TRANSPOSED = 5
DOUBLED = 4
LOST = 4
ONE_DIGIT = 2


def slip(before: int, value: int) -> tuple[int, str]:
    """Return how likely `before` was typed for `value`, as points and words; (0, "") if it is not.

    Single digits say nothing: any of them can stand for any other.
    """
    wrong, right = str(before), str(value)
    if before < 0 or value < 0 or wrong == right:
        return 0, ""
    if _is_transposed(wrong, right):
        return TRANSPOSED, say("疑数字颠倒")
    if _is_without_one(right, wrong) and value:
        doubled = any(
            wrong[:i] + wrong[i + 1 :] == right
            and wrong[i] in (wrong[i - 1 : i], wrong[i + 1 : i + 2])
            for i in range(len(wrong))
        )
        return (DOUBLED, say("疑数字重复")) if doubled else (ONE_DIGIT, say("疑多打一位"))
    if _is_without_one(wrong, right) and before:
        return LOST, say("疑漏打一位")
    if len(wrong) == len(right) > 1 and sum(a != b for a, b in zip(wrong, right, strict=True)) == 1:
        return ONE_DIGIT, say("疑错打一位")
    return 0, ""


def _is_transposed(wrong: str, right: str) -> bool:
    """Say whether two neighbouring digits changed places."""
    return len(wrong) == len(right) and any(
        wrong == right[:i] + right[i + 1] + right[i] + right[i + 2 :] for i in range(len(right) - 1)
    )


def _is_without_one(short: str, long: str) -> bool:
    """Say whether `short` is `long` with one digit left out."""
    return len(short) + 1 == len(long) and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )
