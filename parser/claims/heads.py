"""What the words of a phrase count: topics, what was done with them, parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parser.claims.claim import Item
from parser.claims.lexicon import Kind
from parser.claims.tokens import Token

_HEADS = (Kind.TOPIC, Kind.ALIEN, Kind.RESULT, Kind.KIND, Kind.OUTCOME, Kind.CHANNEL, Kind.VERB)
_NOUNS = (Kind.TOPIC, Kind.ALIEN, Kind.RESULT, Kind.KIND, Kind.OUTCOME, Kind.CHANNEL)
REQUEST_TOPICS = ("request", "weak_request")
CHALLENGES = ("review", "litigation", "direct", "after_review")
DOCUMENTS = ("normative", "rules")
DECISIONS = ("licensing", "penalty", "coercion")
MONEY = ("fees", "processing_fee")
REQUEST_VERBS = (
    "received",
    "handled",
    "answered",
    "closed",
    "carried",
    "carried_in",
    "carried_out",
)
# Verbs of the lexicon that name, beside a bare 申请, what is applied for.
_OTHER_BUSINESS = ("备案", "报备", "审查", "审核", "评估", "核发", "修订", "修改")
DOCUMENT_VERBS = ("made", "published", "repealed", "valid", "reviewed")
_REVIEW = ("清理", "梳理")


@dataclass(frozen=True, slots=True)
class Head:
    """What a phrase counts.

    `alien`: something that the tables do not count; `asking` where it is the business of requests.
    `hidden`: unknown words stand between the
    head and the number. `narrowed`: unknown words stand between the verb and its object.
    `channel`: the words name one way in which requests came, and so perhaps not all of them.
    `weak`: the topic is a bare 申请 or a bare verb, and needs requests to be spoken of nearby.
    """

    items: tuple[Item, ...] = ()
    alien: bool = False
    asking: bool = False
    hidden: bool = False
    narrowed: bool = False
    channel: bool = False
    weak: bool = False


def topics_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the topics named, causes dropped: 因信息公开申请引发的行政复议 is about reviews."""
    named = [(i, t.tag) for i, t in enumerate(tokens) if t.is_a(Kind.TOPIC)]
    challenged = any(tag in CHALLENGES for _, tag in named)
    kept: list[str] = []
    for i, tag in named:
        if tag in REQUEST_TOPICS and challenged and not _listed(tokens, i):
            continue
        if tag == "litigation" and any(t in ("direct", "after_review") for _, t in named):
            continue
        if tag not in kept:
            kept.append(tag)
    if any(tag in MONEY for tag in kept):
        kept = [tag for tag in kept if tag in MONEY]
    return tuple(kept)


def verbs_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the tags of the verbs named, in order, each once."""
    return tuple(dict.fromkeys(t.tag for t in tokens if t.is_a(Kind.VERB)))


def head_of(
    tokens: Sequence[Token], topics: tuple[str, ...] = (), measure: str = ""
) -> Head | None:
    """Read what a phrase counts; `topics` and `measure` are what the sentence spoke of before.

    None where the phrase names nothing itself.
    """
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].is_a(*_HEADS)), None)
    if at is None:
        return None
    hidden = any(t.what == "raw" for t in tokens[at + 1 :])
    nouns = [t for t in tokens if t.is_a(*_NOUNS)]
    last = nouns[-1] if nouns else None
    if last is not None and last.is_a(Kind.ALIEN, Kind.CHANNEL):
        return Head(alien=True, asking=last.tag == "asking")
    named = topics_of(tokens)
    verbs = _settled(tokens, verbs_of(tokens))
    if any(t.is_a(Kind.ALIEN) and t.text == "解读" for t in tokens):
        verbs = (*verbs, "other_acts")
    if "information" in named:
        # 通过网站主动公开 is one channel's count, 围绕某事主动公开 one matter's: not the whole
        partial = any(t.what == "raw" or t.is_a(Kind.CHANNEL, Kind.ALIEN) for t in tokens)
        return Head(alien=True) if partial else Head((Item("information"),))
    weak = not named or named == ("weak_request",)
    if "weak_request" in named and "request" not in named and _of_another_kind(tokens):
        return Head(alien=True)
    narrowed = _narrowed(tokens)
    if any(t.is_a(Kind.RESULT) for t in tokens):
        if "received" in verbs:
            return Head(alien=True)  # 收到信访投诉 5 件 is no result of a request
        tags = dict.fromkeys(t.tag for t in tokens if t.is_a(Kind.RESULT))
        items = tuple(Item("request", "result", tag) for tag in _rows(tags, tokens))
        return Head(items, hidden=hidden, weak="request" not in named)
    if any(t.is_a(Kind.OUTCOME) for t in tokens):
        about = [t for t in named or topics if t in CHALLENGES]
        tags = dict.fromkeys(t.tag for t in tokens if t.is_a(Kind.OUTCOME))
        items = tuple(Item(topic, "", tag) for topic in about for tag in tags)
        return Head(items, hidden=hidden)
    about = named or topics
    if any(t.is_a(Kind.KIND) for t in tokens):
        tags = dict.fromkeys(t.tag for t in tokens if t.is_a(Kind.KIND))
        done = next((v for v in verbs if v in REQUEST_VERBS), "")
        if any(tag not in REQUEST_TOPICS for tag in named):
            return Head(alien=True)
        items = tuple(Item("request", done, tag) for tag in tags)
        return Head(items, hidden=hidden, weak="request" not in named)
    if not about and any(v.startswith("carried") for v in verbs):
        about = ("request",)
    joined = any(t.is_a(Kind.LINK) for t in tokens)
    strange = any(t.what == "raw" for t in tokens)
    items = tuple(
        dict.fromkeys(
            item for t in about for item in _items(t, verbs, measure, bool(named), joined, strange)
        )
    )
    channels = sum(t.is_a(Kind.CHANNEL) for t in tokens)
    one = channels == 1 and not any(t.is_a(Kind.LOOSE) for t in tokens)
    return Head(items, hidden=hidden, narrowed=narrowed, channel=one, weak=weak)


def _settled(tokens: Sequence[Token], verbs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the verbs of 清理现行有效: what was looked through, unless the outcome is told.

    经清理现行有效, 清理并公布现行有效 tell it.
    """
    acts = [i for i, t in enumerate(tokens) if t.is_a(Kind.VERB) and t.tag == "other_acts"]
    if "valid" not in verbs or not acts or any(tokens[i].text not in _REVIEW for i in acts):
        return verbs
    led = any(i and tokens[i - 1].text in ("经", "经过", "通过") for i in acts)
    told = led or "published" in verbs or any(t.text.startswith("后") for t in tokens)
    rest = tuple(v for v in verbs if v not in ("other_acts", "published"))
    return rest if told else tuple("reviewed" if v == "valid" else v for v in rest)


def _items(
    topic: str, verbs: tuple[str, ...], measure: str, named: bool, joined: bool, strange: bool
) -> list[Item]:
    if topic in REQUEST_TOPICS:
        if "charged" in verbs:
            return []
        done = ["answered" if v == "closed" else v for v in verbs if v in REQUEST_VERBS]
        if verbs and not done and not named:
            return []
        specific = [v for v in done if v.startswith("carried")]
        if joined and set(done) == {"received", "carried_in"}:
            specific = []
        return [Item("request", v) for v in specific or done or [measure if not named else ""]]
    if topic in CHALLENGES:
        closed = "closed" in verbs or (not named and "answered" in verbs)
        return [Item(topic, "", "closed" if closed else "")]
    if topic in DOCUMENTS:
        done = [v for v in verbs if v in DOCUMENT_VERBS]
        if "other_acts" in verbs:
            return [Item(topic, "other_acts")]
        if named and strange:
            measure = ""
        if len(done) > 1 and "published" in done:
            done.remove("published")
        inherited = measure if measure in DOCUMENT_VERBS and not done else ""
        return [Item(topic, v) for v in done or [inherited]]
    if topic in DECISIONS:
        others = {"published", "other_acts", "received", "made", "valid"} & set(verbs)
        others = others or (
            not verbs and measure == "published"
        )  # 公开行政许可 9 条、行政处罚 7 条
        return [Item(topic, "published" if others else "decided")]
    return [Item(topic)]


def _rows(tags: dict[str, None], tokens: Sequence[Token]) -> list[str]:
    """Drop a group beside its row, or the row beside its group.

    因第三方权益不予公开 is about the row, 因本机关不掌握等原因无法提供 about the group.
    """
    groups = {tag.partition(".")[0] for tag in tags if "." in tag} & set(tags)
    if any(t.is_a(Kind.LOOSE) for t in tokens):
        return [tag for tag in tags if "." not in tag or tag.partition(".")[0] not in groups]
    return [tag for tag in tags if tag not in groups]


def _listed(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a 和 or 、 joins the topic at `at` to the next words."""
    return at + 1 < len(tokens) and tokens[at + 1].is_a(Kind.LINK)


def _of_another_kind(tokens: Sequence[Token]) -> bool:
    """Say whether a bare 申请 is for something else: 补偿申请, 申请竣工验收备案, 行政许可申请."""
    at = max(i for i, t in enumerate(tokens) if t.is_a(Kind.TOPIC) and t.tag == "weak_request")
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (before.what == "raw" or _is_other_business(before)):
        return True
    if after is None or tokens[at].text != "申请":
        return False
    # 申请后, 申请人数: a lone character behind it is grammar, no other business
    return _is_other_business(after) or (after.what == "raw" and len(after.text) > 1)


def _is_other_business(token: Token) -> bool:
    return token.text in _OTHER_BUSINESS or (token.is_a(Kind.TOPIC) and token.tag in DECISIONS)


def _narrowed(tokens: Sequence[Token]) -> bool:
    if any("名义" in t.text for t in tokens):
        return True  # 以市政府办公室名义制发: some of the documents
    verb = next((i for i, t in enumerate(tokens) if t.is_a(Kind.VERB)), None)
    if verb is None:
        return False
    topic = next((i for i, t in enumerate(tokens) if i > verb and t.is_a(Kind.TOPIC)), verb)
    return any(t.what == "raw" for t in tokens[verb:topic])
