"""P204: a count whose number was left out, and a long phrase that a sentence says twice."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from parser.model import Severity
from parser.model.said import say
from parser.official.notices import IN_FORCE
from parser.rules.case import Case
from parser.rules.doubling import word_bounds
from parser.rules.prose_requests import place, quote
from parser.rules.registry import Hit, rule
from parser.rules.repetition import table_words

_END = r"(?=[，。；、！）]|$)"
# Behind these words stands a number and nothing else.
_SUMMED = re.compile(
    rf"(?:共计|合计|总计|累计|总共|一共|(?<![公一不中同])共)(?:有|为)?[条件份次篇宗]{_END}"
)
# What is done with things that are counted.
_DEEDS = (
    "公开|发布|公布|公示|现行有效|继续有效|清理|修订|保留|回应|接待|转办|采纳|征集|受理|收到|新收|接收|接到|办理|办结|答复|回复|处理|核准|审批|核发|制发|制定|印发|"
    "出台|废止|推送|更新|编发|登载|刊登|上传|报送|作出|做出|发放|组织|开展|召开|举办|转载|解读|采编|撰写|收取|其中"
)
# Things and the measure words that they are counted with. 信访件 and 提案件 are words.
_COUNTED = (
    "(?:信息|资质|许可证?|建议|提案|意见|留言|咨询|公告|通知|动态|线索|诉求|政策|解读|新闻|问题|数据|微博|微信)条",
    "(?:规范性文件|文件|公文|案件|处罚|信息)件",
    "(?:复议|诉讼|案件|处罚)[起宗]",
    "(?:文件|公文|材料|资料|手册|传单|通知|公告)份",
    "(?:稿件|信息|解读|新闻|动态|推文|文章|报道|图解|简报)篇",
    "处理费用?元",
    "(?:培训班?|会议|活动|讲座|检查|调度|督查|演练|宣讲)[次场]",
    "培训班?期",
)
_WITHOUT = re.compile(rf"(?:{_DEEDS})[\u4e00-\u9fff]{{0,12}}?(?:{'|'.join(_COUNTED)}){_END}")
_ANYTHING = re.compile(
    rf"(?:{_DEEDS})(?![\u4e00-\u9fff]{{0,12}}(?:{'|'.join(_COUNTED)}){_END})"
    rf"[\u4e00-\u9fff]{{2,12}}[条篇]{_END}"
)
_MAY_LACK = re.compile(rf"[\u4e00-\u9fff][条件份次篇宗起场期元]{_END}")
_REQUESTS = re.compile(
    r"(?:^|(?<=[，。；：年）]))(?P<when>(?:[本今全当]年|年度|本年度|本机关|本单位"
    r"|我(?:镇|乡|县|市|区|局|委|厅|办事处|街道|单位|机关))*)"
    r"(?P<sum>共|累计|共计)?(?:新?受理|收到|接收|接到|新收|收办)了?"
    rf"(?:政府信息公开|信息公开|依申请公开)?申请[件条宗份](?P<end>{_END})"
)
# What is said of so many requests, never of a request as such.
_COUNTS_ON = re.compile(r"均|已|率|其中")
# A template's place for a number.
_PLACEHOLDER = re.compile(
    r"(?<!第)[\u4e00-\u9fff]+(?<!第)(?:[xX×*]{1,4}|_{1,12}|[〇○]{2,4}|（）)[件条份次篇宗](?!（|例|款)"
)
# One by one, or with a number of another kind: no count is missing. 从…起 ends like a count too.
_ONES = re.compile(
    r"各(?=[条件份次篇宗起场期])|[每逐该本单几数多某首头从自若余零〇一二三四五六七八九十百千万两]"
)
_LONG = 10
_BREAKS = "，。；：！？"
_COUNTED_OUT = re.compile(r"\d|[一二三四五六七八九十两][件条份次项]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_ADJACENT = re.compile(rf"([\u4e00-\u9fff]{{{_LONG},60}})[、和及与]?\1")
# 进一步规范办理流程，规范办理流程: the same said twice, once with emphasis.
_ADVERBS = (
    *(
        "进一步",
        "不断",
        "持续",
        "切实",
        "全面",
        "认真",
        "积极",
        "深入",
        "及时",
        "主动",
        "严格",
        "大力",
        "着力",
    ),
    *("同时", "并", "继续", "有序", "扎实", "稳步", "充分", "有效"),
)
_EACH = ("每", "逐", "按", "首", "第", "从", "自")


@rule(
    "P204",
    title="缺少数字或语句重复",
    title_en="A count lacks its number, or a phrase stands twice in a sentence",
    severity=Severity.WARNING,
    basis=f"政府网站检查：文字表述应当准确；{IN_FORCE}：年度报告内容和统计数据要准确",
)
def left_out(case: Case) -> Iterator[Hit]:
    """A count has its number, and a sentence says a thing once."""
    for sentence in case.sentences:
        for start, end in lacking(sentence.text):
            span = sentence.place(start, end)
            yield Hit(
                say(
                    "{place}写“{quote}”，量词前缺少数字，请补上件数。",
                    place=place(case, span),
                    quote=quote(case, span),
                ),
                spans=(span,),
                severity=case.unsure,
            )
        for first, second in repeated(sentence.text):
            if table_words(case).fullmatch(sentence.text[slice(*first)]):
                continue  # what is left of a table
            spans = (sentence.place(*first), sentence.place(*second))
            yield Hit(
                say(
                    "{place}的同一句里“{quote}”出现了两次，请删去多余的一处。",
                    place=place(case, spans[0]),
                    quote=quote(case, spans[0]),
                ),
                spans=spans,
                severity=case.unsure,
            )


def lacking(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence counts something and does not say how many."""
    behind = 0
    for start, end in sorted(_lacking(text)) if _may_lack(text) else ():
        if start >= behind:
            yield start, end
            behind = end


def _may_lack(text: str) -> bool:
    return bool(_MAY_LACK.search(text) or _PLACEHOLDER.search(text))


def _lacking(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_SUMMED, _WITHOUT, _ANYTHING):
        for match in pattern.finditer(text):
            if _ONES.search(match.group()) or text[: match.start()].endswith(_EACH):
                continue
            # 头条 is a word, 资质条 is none
            if pattern is not _ANYTHING or match.end() - 1 in word_bounds(text):
                yield match.span()
    yield from (match.span() for match in _PLACEHOLDER.finditer(text))
    for match in _REQUESTS.finditer(text):
        told = match["when"] or match["sum"] or "年" in text[: match.start()]
        word = text[match.end() - 1] == "件"  # 申请件 is a word, 申请宗 is none
        ends = text[match.end() :] in ("", "。")
        if told or ends or not word or _COUNTS_ON.search(text, match.end()):
            yield match.span()


def repeated(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where a sentence says the same ten or more characters twice, up to a stop.

    Phrases that part after a like beginning (因…引起的行政复议, 因…引起的行政诉讼) say two things,
    and so do equal words before two numbers, and like ends (建立…制度, 完善…制度).
    """
    starts = [0, *(i + 1 for i, c in enumerate(text) if c in _BREAKS and i + 1 < len(text))]
    for one, other in _beginning_alike(text, starts):
        length = _alike(text, one, other)
        if length and not _of_two_counts(text, one, other):
            yield (one, one + length), (other, other + length)
            return
    clauses = [(start, end) for start, end in _clauses(text, starts) if end - start >= _LONG]
    ends = {text[start:end]: end for start, end in reversed(clauses)}
    for start, end in clauses:
        said = text[start:end]
        longer = [ends[adverb + said] for adverb in _ADVERBS if adverb + said in ends]
        if longer and len(_HAN.findall(said)) >= _LONG:
            first, second = sorted([(start, end), (min(longer) - len(said), min(longer))])
            yield first, second
            return
    for match in _ADJACENT.finditer(text):
        half = len(match.group(1))
        yield (match.start(), match.start() + half), (match.end() - half, match.end())
        return


def _beginning_alike(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of clauses that may say the same: a long one may have thousands."""
    alike: dict[str, list[int]] = {}
    digits = [match.start() for match in _DIGIT.finditer(text)] + [len(text)]
    words = [match.start() for match in _HAN.finditer(text)]
    for start in starts:
        # What is said twice ends before the next digit.
        end = digits[bisect_left(digits, start)]
        if bisect_left(words, end) - bisect_left(words, start) < _LONG:
            continue
        alike.setdefault(text[start : start + _LONG], []).append(start)
    for one in starts:
        same = alike.get(text[one : one + _LONG], [])
        yield from ((one, other) for other in same[bisect_right(same, one) :])


def _of_two_counts(text: str, one: int, other: int) -> bool:
    """Say whether what is said twice is said of two counts: 网上 9 件，均…，信函 4 件，均…."""
    before = [re.split(rf"[{_BREAKS}]", text[: at - 1])[-1] for at in (one, other) if at]
    return len(before) > 1 and before[0] != before[1] and all(map(_COUNTED_OUT.search, before))


def _clauses(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    for start, following in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        end = following - 1
        if start < end:
            yield start, end - (end == len(text) and text[-1] in _BREAKS)


def _alike(text: str, one: int, other: int) -> int:
    """Return how far the clauses that begin at two places say the same, 0 if not to their ends."""
    length = 0
    while (
        one + length < other
        and other + length < len(text)
        and text[one + length] == text[other + length]
        and not text[one + length].isdigit()
    ):
        length += 1
    said = text[one : one + length].rstrip(_BREAKS)
    ends = [text[at + len(said) : at + len(said) + 1] for at in (one, other)]
    closed = all(not end or end in _BREAKS or end.isdigit() for end in ends)
    if not closed or all(end.isdigit() for end in ends):
        return 0
    return len(said) if len(_HAN.findall(said)) >= _LONG else 0
