"""Which figures of the form a mention speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from parser.claims.claim import Claim, Interpretation, Item, Mention
from parser.claims.heads import CHALLENGES, DECISIONS, DOCUMENTS, MONEY
from parser.claims.measures import ANY, legal_persons, measure_names, rows_of
from parser.model import Figure, Number
from parser.model.said import joined, say
from parser.official.form import Form, form_of, forms

_REVIEWED = say("清理的件数不一定是全部现行有效的件数")
PROCESSING_FEE = say("信息处理费")


def claim_of(mention: Mention, figures: Mapping[str, Figure], form: str | None) -> Claim | None:
    """Return the claim that a mention of this year makes on the figures, None for none."""
    if mention.time != "this" or not mention.items:
        return None
    topic = mention.items[0].topic
    if len({_table(item.topic) for item in mention.items}) > 1:
        return None
    official = form_of(form) if form else forms()[-1]
    if topic == "information":
        value, step = mention.value, mention.step
        return Claim("T401", say("主动公开的政府信息"), value, step, (), mention, mention.open)
    if topic == "request":
        return _requests(mention, figures)
    if topic in CHALLENGES:
        return _challenges(mention)
    if topic in DOCUMENTS:
        return _documents(mention, official)
    if topic in DECISIONS:
        return _decisions(mention)
    return _money(mention, official)


def _table(topic: str) -> str:
    """Return what tells the topics apart that no one number counts together."""
    groups = (CHALLENGES, DOCUMENTS, DECISIONS, MONEY)
    return next((group[0] for group in groups if topic in group), topic)


def _claim(
    mention: Mention,
    code: str,
    about: str,
    interpretations: list[Interpretation],
    doubt: str = "",
    base: Claim | None = None,
) -> Claim | None:
    if not interpretations:
        return None
    doubt = mention.open or doubt
    value, step = mention.value, mention.step
    return Claim(code, about, value, step, tuple(interpretations), mention, doubt, base)


def _requests(mention: Mention, figures: Mapping[str, Figure]) -> Claim | None:
    items = mention.items
    first = items[0]
    if all(item.measure == "result" for item in items):
        keys = tuple(k for item in items for k in result_keys(item.part, "total", figures))
        about = joined("、", (_result_name(i.part) for i in items))
        return _claim(mention, "T105", about, [Interpretation(keys)])
    if all(item.part for item in items):
        return _applicants(mention, figures)
    if len(items) > 1:
        plain = [_measured(item.measure, "total", figures)[0].plus for item in items]
        about = joined("、", (measure_names().request[item.measure or ANY].about for item in items))
        keys = tuple(dict.fromkeys(k for part in plain for k in part))
        both = {item.measure for item in items} == {"received", "carried_in"}
        code = "T103" if both else measure_names().request[first.measure or ANY].code
        return _claim(mention, code, about, [Interpretation(keys)])
    measure = first.measure
    named = measure_names().request[measure or ANY]
    interpretations = _measured(measure, "total", figures)
    said = mention.sentence.text[mention.start : mention.end]
    if not measure and not mention.value and "依申请公开" not in said:
        interpretations = interpretations[:2]  # where there are no requests, none came in
    return _claim(mention, named.code, named.about, interpretations)


def _measured(measure: str, column: str, figures: Mapping[str, Figure]) -> list[Interpretation]:
    def keys(parts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(k for part in parts for k in result_keys(part, column, figures))

    meanings = measure_names().request[measure or ANY].may_be
    return [Interpretation(keys(m.plus), keys(m.minus), m.why) for m in meanings]


def _applicants(mention: Mention, figures: Mapping[str, Figure]) -> Claim | None:
    base, first = mention.base, mention.items[0]
    base_items = base.items if base is not None else ()
    measure = first.measure or next((i.measure for i in base_items), "")
    about = joined("、", (measure_names().part[item.part] for item in mention.items))
    doubt = base.open if base is not None else ""
    if measure == "result" and base is not None:
        columns = _columns(mention.items)
        keys = tuple(
            k for i in base_items for c in columns for k in result_keys(i.part, c, figures)
        )
        return _claim(mention, "T106", about, [Interpretation(keys)], doubt)
    if len(mention.items) > 1:
        keys = tuple(k for i in mention.items for k in _measured(measure, i.part, figures)[0].plus)
        return _claim(mention, "T106", about, [Interpretation(keys)], doubt)
    interpretations = _measured(measure, first.part, figures)
    parent = _requests(base, figures) if base is not None and not first.measure else None
    return _claim(mention, "T106", about, interpretations, doubt, parent)


def _columns(items: tuple[Item, ...]) -> list[str]:
    wide = [legal_persons() if i.part == "legal_persons" else (i.part,) for i in items]
    return [column for columns in wide for column in columns]


def result_keys(part: str, column: str, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Return the figures of a row of requests, or of all rows of a group, in one column."""
    columns = legal_persons() if column == "legal_persons" else (column,)
    rows = rows_of(part)
    if not rows or f"requests.{part}.{columns[0]}" in figures:
        rows = (f"requests.{part}",)
    return tuple(f"{row}.{c}" for row in rows for c in columns)


def _result_name(part: str) -> str:
    names = measure_names().part
    if part in names:
        return names[part]
    return say("{group}中的一种情形", group=names[part.split(".")[0]])


def _topics(topics: Iterable[str]) -> str:
    return joined("、", (measure_names().topic[topic] for topic in topics))


def _challenges(mention: Mention) -> Claim | None:
    plus: list[str] = []
    minus: list[str] = []
    pending: list[str] = []
    for item in mention.items:
        for row in measure_names().cases[item.topic]:
            if item.part == "closed":
                plus.append(f"{row}.total")
                minus.append(f"{row}.pending")
            else:
                plus.append(f"{row}.{item.part or 'total'}")
            pending.append(f"{row}.pending")
    interpretations = [Interpretation(tuple(plus), tuple(minus))]
    outcome = mention.items[0].part
    if mention.all_of and outcome not in ("pending", "closed"):
        # 均获维持 speaks of what has been decided: cases still pending may be left out
        interpretations.append(Interpretation((*plus, *pending)))
    about = _topics(item.topic for item in mention.items)
    if outcome in measure_names().outcome:
        about = say("{topics}{outcome}", topics=about, outcome=measure_names().outcome[outcome])
    code = "T201" if any(item.topic == "review" for item in mention.items) else "T202"
    return _claim(mention, code, about, interpretations)


def _documents(mention: Mention, form: Form) -> Claim | None:
    measures = {item.measure for item in mention.items}
    topics = [item.topic for item in mention.items]
    measure = next(iter(measures))
    reviewed = measure == "reviewed"
    measure = "valid" if reviewed else measure
    if len(measures) > 1 or measure == "other_acts":
        return None
    about = _topics(topics)
    if deed := measure_names().document.get(measure, ""):
        about = say("{deed}{topics}", deed=deed, topics=about)

    def interpretation(column: str) -> Interpretation:
        return Interpretation(tuple(f"disclosure.{topic}.{column}" for topic in topics))

    doubt = {
        "published": say("公开的件数不一定是制发或现行有效的件数"),
        "": say("没有写明是制发、废止还是现行有效"),
    }
    interpretations = [interpretation(column) for column in form.documents.get(measure or ANY, ())]
    why = _REVIEWED if reviewed else doubt.get(measure, "")
    return _claim(mention, "T301", about, interpretations, why)


def _decisions(mention: Mention) -> Claim | None:
    if any(item.measure != "decided" for item in mention.items):
        return None
    keys = tuple(f"disclosure.{item.topic}.decisions" for item in mention.items)
    said = mention.sentence.text[mention.start : mention.end]
    doubt = say("案件数不一定是处理决定数") if "案件" in said else ""
    doubt = say("“项”可能指事项，不一定是处理决定") if mention.unit == "项" else doubt
    about = say("{topics}处理决定", topics=_topics(item.topic for item in mention.items))
    return _claim(mention, "T303", about, [Interpretation(keys)], doubt)


def _money(mention: Mention, form: Form) -> Claim | None:
    factor = {"元": Decimal(1) / 10_000, "亿元": Decimal(10_000)}.get(mention.unit, Decimal(1))
    value: Number = mention.value * factor
    step = mention.step * factor
    if mention.items[0].topic == "processing_fee":
        return Claim("T302", PROCESSING_FEE, value, step, (), mention, mention.open)
    if form.find("disclosure.fees.amount") is None:
        return None  # the trial form counts the kinds of fees, not the money
    interpretations = (Interpretation(("disclosure.fees.amount",)),)
    return Claim("T302", say("行政事业性收费"), value, step, interpretations, mention, mention.open)
