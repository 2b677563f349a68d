from __future__ import annotations

import pytest

from parser.identity.superior import Superiors
from parser.settings.roster import Roster


@pytest.mark.parametrize(
    ("unit", "superior"),
    [
        ("长岭县财政局", "长岭县"),
        ("长岭县人民政府办公室", "长岭县"),
        ("长岭县白杨沟镇人民政府", "长岭县"),
        ("长岭县城关街道办事处", "长岭县"),
        ("云岭市长岭县人民政府", "云岭市"),
        ("云岭市教育局", "云岭市"),
        ("白杨沟镇人民政府", ""),
        ("长岭县人民政府", ""),
        ("", ""),
    ],
)
def test_a_name_tells_who_stands_above(unit: str, superior: str) -> None:
    assert Superiors().of(unit) == superior


def test_a_roster_comes_before_the_name() -> None:
    roster = Roster((("白杨沟镇人民政府", "长岭县人民政府"), ("长岭县第一中学", "长岭县教育局")))
    above = Superiors(roster)
    assert above.of("白杨沟镇") == "长岭县"
    assert above.of("长岭县第一中学") == "长岭县教育局"
    assert above.of("青石县财政局") == "青石县"
