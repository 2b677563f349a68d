"""N102, N103: what kind of body the report calls itself, and its superior."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from parser.identity.body_names import place_kind, take_apart
from parser.model import Level, Severity, Span
from parser.model.said import joined, say
from parser.official.notices import IN_FORCE
from parser.rules.case import Case
from parser.rules.registry import Hit, rule

# 我镇, 我局 … and what only looks like them: 我委托, 我处于, 我市场.
_SELF = re.compile(
    r"(?:我|本)(?P<kind>街道办事处|办事处|街道|苏木|镇|乡(?!镇)|团(?!队|结|体|员)|局(?!限|部|面|势)"
    r"|委(?!托|员|派)|厅|院(?!校|落|士)|县|区(?!域|间|别|划)|市(?!场|民|政|区|容)|旗(?!帜)|州|盟)"
    r"(?!级|域|际|村|政务服务|人大|内外)"
)
_TIERS = {
    "township": frozenset(
        ("镇", "乡", "街道", "苏木", "团", "局", "委", "厅", "办事处", "街道办事处")
    ),
    "county": frozenset(
        ("县", "旗", "镇", "乡", "街道", "苏木", "局", "委", "厅", "办事处", "街道办事处")
    ),
    "prefecture": frozenset(("县", "旗", "镇", "乡", "街道", "苏木", "局")),
    "department": frozenset(("局", "委", "厅", "镇", "乡", "街道", "苏木", "办事处", "街道办事处")),
}
_NONE: frozenset[str] = frozenset()
_ALIASES = {"街道办事处": "街道", "团场": "团"}
_NEIGHBOURS = ("镇", "乡", "街道", "苏木", "集镇")

_REGION = re.compile(
    r"自治区|新区|开发区|园区|管理区|经开区|高新区|示范区|试验区|实验区|景区|社区|小区|辖区|校区"
)


@rule(
    "N102",
    title="对本单位的称呼前后不一",
    title_en="Calls itself by more than one kind of body",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：年度报告内容准确、不得照抄照搬",
)
def own_kind(case: Case) -> Iterator[Hit]:
    """A town calls itself a town throughout; double names such as 二十团柳泉镇 have two kinds."""
    used: dict[str, list[Span]] = {}
    words: dict[str, Counter[str]] = {}
    for sentence in case.sentences:
        for match in _SELF.finditer(sentence.text):
            kind = _ALIASES.get(match["kind"], match["kind"])
            used.setdefault(kind, []).append(sentence.place(*match.span()))
            words.setdefault(kind, Counter())[match.group()] += 1
    own = _own_kinds(case)
    tier = _tier(case)
    told = {kind: len(places) for kind, places in used.items()}
    if not own:
        most = Counter(told).most_common(1)
        own = {kind for kind, _ in most}
        tier = next((t for t in _TIERS.values() if own & t), _NONE)
    wrong = {kind: places for kind, places in used.items() if kind in tier and kind not in own}
    called = [
        say("“{word}”{count}处", word=word, count=count)
        for kind in wrong
        for word, count in words[kind].items()
    ]
    marked = [span for places in wrong.values() for span in places]
    for name, span in _renamed(case):
        called.append(say("“{name}”", name=name))
        marked.append(span)
    if called:
        names = (
            f"“{case.unit}”" if case.unit else joined("、", (f"我{kind}" for kind in sorted(own)))
        )
        right = [places[0] for kind, places in used.items() if kind in own]
        yield Hit(
            say(
                "本单位是{names}，文中又自称{called}，请核对是否照搬了别处的文字。",
                names=names,
                called=joined("、", called),
            ),
            spans=(*marked, *right[:1]),
        )


def _own_kinds(case: Case) -> set[str]:
    """Return the kinds that the names of the body bear; the office of a street is 办事处 too."""
    unit = case.unit
    level = case.identity.level
    if not unit:
        return set()
    name = take_apart(unit)
    if level is Level.DEPARTMENT:
        kinds = {k for k in ("局", "委", "厅") if re.search(rf"{k}(?:员会)?$", name.organ)}
        # A body named otherwise (中心, 办公室, 院) may stand within any of these.
        return kinds or set(_TIERS["department"])
    kinds = {_ALIASES.get(place_kind(p), place_kind(p)) for p in name.places[-2:]}
    if "团" not in kinds:
        kinds = {_ALIASES.get(place_kind(name.nearest), place_kind(name.nearest))} - {""}
    if re.search(r"委员会|管委会", name.organ):
        kinds |= {"委"}
    if "街道" in kinds or level is Level.STREET:
        kinds |= {"街道", "办事处"}
    return kinds


def _tier(case: Case) -> frozenset[str]:
    level = case.identity.level
    if level in (Level.TOWNSHIP, Level.STREET):
        return _TIERS["township"]
    if level is Level.DEPARTMENT:
        return _TIERS["department"]
    if level is Level.COUNTY:
        kind = place_kind(take_apart(case.unit).nearest)
        # A county that became a district may still say 我县; a county of an autonomous region
        # may rightly say 我区.
        return _TIERS["county"] - ({kind} if kind else set())
    return _TIERS["prefecture"] if level is Level.PREFECTURE else _NONE


def _renamed(case: Case) -> Iterator[tuple[str, Span]]:
    """Yield the body's own place under another kind: 大垅乡 as 大垅镇, 大垅集镇."""
    place = take_apart(case.unit).nearest
    kind = place_kind(place)
    stem = place.removesuffix(kind)
    if kind not in _NEIGHBOURS or len(stem) < 2:
        return
    others = "|".join(k for k in _NEIGHBOURS if k != kind)
    pattern = re.compile(rf"{re.escape(stem)}(?:{others})(?![村街路])")
    if kind == "街道":
        pattern = re.compile(rf"{re.escape(stem)}(?:{others}|街道人民政府)(?![村街路])")
    for sentence in case.sentences:
        for match in pattern.finditer(sentence.text):
            yield match.group(), sentence.place(*match.span())


@rule(
    "N103",
    title="对上级的称呼前后不一",
    title_en="Calls its superior by more than one kind of body",
    severity=Severity.INFO,
    basis=f"{IN_FORCE}：年度报告内容准确、不得照抄照搬",
)
def superior_kind(case: Case) -> Iterator[Hit]:
    """A township has one superior: 县委 here and 市委 there wants a look."""
    level = case.identity.level
    if level not in (Level.TOWNSHIP, Level.STREET, Level.DEPARTMENT):
        return
    used: dict[str, list[Span]] = {}
    for sentence in case.sentences:
        text = _REGION.sub(lambda m: "〇" * len(m.group()), sentence.text)
        for match in re.finditer(r"(?P<kind>[县市区旗])(?:委|政府)(?!员|托)", text):
            used.setdefault(match["kind"], []).append(sentence.place(*match.span()))
    if set(used) == {"市", "区"}:
        # Every district lies in a city: both stand above its towns and streets.
        return
    if level is Level.DEPARTMENT and len({"县", "区", "旗"} & set(used)) < 2:
        return
    known = {place_kind(p) for p in take_apart(case.unit).places[:-1]}
    if len({"县", "区", "旗"} & set(used)) < 2 and (
        "市" in known or "师" in known or len(used) < 2
    ):
        return
    told = joined(
        "、",
        (
            say("“{kind}委、{kind}政府”{places}处", kind=kind, places=len(places))
            for kind, places in used.items()
        ),
    )
    yield Hit(
        say("文中对上级的称呼有{told}；如不是分指上下两级，请统一。", told=told),
        spans=tuple(places[0] for places in used.values()),
    )
