"""Who reports: the names that title, signature, 由…编制 and file give, in this order of trust."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parser.identity.body_names import LESSER_BODIES, OFFICES, PLACES, take_apart
from parser.identity.lines import Line
from parser.identity.title import YEAR, Title
from parser.model import Naming

# What a title says besides the body's name.
_YEARS = re.compile(rf"{YEAR}年?度?")
_SUBJECT = re.compile(
    r"(?:(?<=人民)政府|政府|政务)?信息(?:与政务)?公开|政务公开|政府信息|年度(?:工作)?报告|工作报告|年报|总体情况"
)
_AROUND = re.compile(
    r"^(?:关于|标题：|附件\d*：?|\d+[、.．]?|[（(【《“\"]+)+|(?:[）)】》”\"_\-—·:：、，]|关于)+$|^[_\-—·]+"
)
_ENDS_LIKE_A_BODY = re.compile(rf"(?:{OFFICES}|{LESSER_BODIES}|{PLACES})$")
_SIGNED = re.compile(
    r"^(?:(?:报送|填报|填表|报告|编制|发布|公开)?(?:单位|机关|部门)(?:名称)?：)?(?P<name>[一-鿿（）·]{3,40}?)"
    rf"(?:（(?:盖章|公章|印章|章)）)?(?:{YEAR}年\d{{1,2}}月\d{{1,2}}日)?$"
)
_COMPILED = re.compile(
    r"由(?P<by>[一-鿿（）·]{2,40}?)(?:负责|组织|统一)?(?:根据|按照|依据|依照|编制|编写|撰写|汇总)"
    r"|(?:^|。)(?P<of>[一-鿿（）·]{3,40}?)(?:根据|按照|依据)(?:(?![我本](?:局|委|办|厅|院|处|镇|乡|街道|中心|单位)).){0,80}?编制(?:了)?(?:本|此|《|\d{4}|发布)"
)
# Below the preface 由…编制 may speak of a list or a guide.
_OF_THE_REPORT = re.compile(r"本(?:年度)?报告[^。，；]{0,6}$")
_NOT_A_NAME = re.compile(
    r"^(?:我|本(?!溪)|该|其|各|上述|以上|有关|相关|按照|根据|依据|为|在|贯彻|围绕|全面|坚持|深入|通过|加强)|^(?:特此|此页|联系|附件|报告)|^（[一二三四五六七八九十]{1,3}）|情况|事项|报告$"
    r"|^(?:[局委厅院处站镇乡]|街道|机关)?(?:党政|综合|政务公开|信息公开|行政)*(?:办公室|办)$"
)
# 我局, 本机关, 我县水务局: what a body calls itself is no name of it; 全州县 is one.
_PRONOUN = re.compile(
    r"^(?:我|(?:本|该|其|各|全)(?:省|自治区|自治州|市|县|区|旗|州(?!县)|盟|镇|乡|街道|苏木|团|师|局|委|办|厅|院|部门?"
    r"|处|中心|所|站|机关|单位|校|公司|地)|[省市县区旗州](?:局|委|办|厅|院|处)$)"
)
# A notice that is quoted names whoever wrote it.
_OF_A_NOTICE = re.compile(r"关于|通知|意见|方案|办法|规定|转发|印发")
_OPENING = re.compile(
    rf"^(?:{YEAR}年度?(?:以来)?[，,]?)?(?P<name>[一-鿿·]{{2,25}}?)"
    r"(?=认真|坚持|深入|严格|全面|积极|紧紧|围绕|切实|高度|始终|继续|持续|不断|进一步|按照|根据|以习近平|在|政府信息公开|政务公开)"
)
_SELF = re.compile(
    r"我(街道|苏木|中心|学校|[省市县区旗镇乡团局厅委办院处馆校所站社队会])(?!国|家)|本(中心|学校|[馆校院所站])"
)
_DEPARTMENTS = frozenset("局厅委办处")
# One that acts and another that calls itself so little that nobody can tell: two subjects.
_TWO_SUBJECTS = re.compile(r"^[^。；]*?，(?:我|本)(?:单位|机关|部门)")
_PLACES = ("省", "市", "县", "区", "旗", "镇", "乡", "街道", "苏木", "团")
_QUOTED = re.compile(
    rf"(?:(?<!根据)(?<!按照)(?<!依照)(?<!依据)(?<!参照)(?<!对照)(?<!参考)《|现(?:公布|发布|公开|将)|编制(?:了|发布)?)(?P<title>[^《》。；，]{{0,40}}?{YEAR}[^《》。；，]{{0,20}}?(?:报告|年报))"
    r"(?=》|(?:予以|进行|向社会)*(?:公布|发布|公开|公示|报告)|如下|[，。；：]|$)"
)
# 云溪县水务局现将2023年政府信息公开情况报告如下
_REPORTING = re.compile(
    rf"(?:^|(?<=[，。；]))(?P<name>[一-鿿（）·]{{3,40}}?)现[将就](?:本[一-鿿]{{1,3}})?{YEAR}年?度?[^，。；]{{0,8}}信息公开"
)
_PAGE = re.compile(
    r"(?:发布机构|发布单位|发布部门|编制机关|编制单位|公开主体|公开机构|信息来源|来源|主办单位|版权所有)：?"
    r"\|?(?P<name>[一-鿿（）·]{3,40})"
)


def named_in_title(title: Title, source: str = "title") -> Naming | None:
    """Return the body that the title names, None where it names none."""
    place = unit_within(title.text)
    if place is None:
        return None
    start, end = place
    return Naming(source, title.text[start:end], title.line.place(start, end))


def unit_within(text: str) -> tuple[int, int] | None:
    """Return where a title or a file name holds the body's name, None where it holds none."""
    subject = _SUBJECT.search(text)
    end = subject.start() if subject else len(text)
    if subject and text[: subject.start()].endswith("人民") and subject.group().startswith("政府"):
        end = subject.start() + len("政府")
    cuts = [(0, 0), *((m.start(), m.end()) for m in _YEARS.finditer(text, 0, end)), (end, end)]
    pieces = [(a[1], b[0]) for a, b in pairwise(cuts)]
    best: tuple[int, int] | None = None
    for start, stop in pieces:
        trimmed = _trim(text, start, stop)
        if trimmed and (best is None or trimmed[1] - trimmed[0] > best[1] - best[0]):
            best = trimmed
    return best


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    while around := _AROUND.search(piece):
        if around.start() == 0:
            start += around.end()
        else:
            end = start + around.start()
        piece = text[start:end]
    if len(piece) < 2 or not re.fullmatch(r"[一-鿿（）·、]+", piece) or _PRONOUN.match(piece):
        return None
    return (start, end) if _ENDS_LIKE_A_BODY.search(piece) or take_apart(piece).places else None


def named_in_signature(tail: Sequence[Line]) -> Naming | None:
    """Return the body that signs: a line of its own among the report's last lines."""
    for line in reversed(tail):
        signed = _SIGNED.match(line.text)
        if signed and looks_like_a_body(signed["name"]):
            return Naming("signature", signed["name"], line.place(*signed.span("name")))
    return None


def named_as_compiler(preface: Line | None, sections: Sequence[Line]) -> Naming | None:
    """Return the body that 由…编制 names in the preface, or 本报告由…编制 anywhere."""
    for line in ([preface] if preface else []) + list(sections):
        for compiled in _COMPILED.finditer(line.text):
            group = "by" if compiled["by"] else "of"
            before = line.text[: compiled.start()]
            if line is not preface and not _OF_THE_REPORT.search(before):
                continue
            if looks_like_a_body(compiled[group]):
                return Naming("compiled_by", compiled[group], line.place(*compiled.span(group)))
    return None


def named_in_file(stem: str) -> Naming | None:
    """Return the body that the file's name gives, None where it is a number or a code."""
    place = unit_within(re.sub(r"\s+", "", stem))
    return Naming("file", re.sub(r"\s+", "", stem)[slice(*place)], None) if place else None


def named_in_opening(lines: Sequence[Line]) -> Naming | None:
    """Return the body that is the subject of an opening sentence: 2023年，某某镇认真贯彻落实.

    None where it names no place (区教育局), or where the report calls itself another kind of body.
    """
    opened = subject_of_opening(lines)
    if opened is None or not take_apart(opened.name).places:
        return None
    return opened if _may_call_itself(opened.name, lines) else None


def subject_of_opening(lines: Sequence[Line]) -> Naming | None:
    """Return the subject of an opening sentence, be it a full name or 区教育局 only."""
    for line in lines:
        opening = _OPENING.match(line.text)
        if opening and looks_like_a_body(opening["name"]):
            return Naming("body", opening["name"], line.place(*opening.span("name")))
    return None


def _may_call_itself(name: str, lines: Sequence[Line]) -> bool:
    """Say whether the report's 我局, 我镇 may be the body of that name."""
    kinds = Counter(one or other for line in lines for one, other in _SELF.findall(line.text))
    if not kinds:
        return not any(_TWO_SUBJECTS.match(line.text) for line in lines[:1])
    kind = kinds.most_common(1)[0][0]
    if kind in _DEPARTMENTS:
        return not name.endswith(("政府", *_PLACES)) or name.endswith(kind)
    return kind in name


def named_in_quote(lines: Sequence[Line]) -> Naming | None:
    """Return the body in a title that the text quotes: 现公布《某某镇2022年…年度报告》."""
    for line in lines:
        for quoted in _QUOTED.finditer(line.text):
            place = unit_within(quoted["title"])
            if place and "公开" in quoted["title"] and not _OF_A_NOTICE.search(quoted["title"]):
                start, end = (quoted.start("title") + at for at in place)
                return Naming("body", line.text[start:end], line.place(start, end))
        for reporting in _REPORTING.finditer(line.text):
            if looks_like_a_body(reporting["name"]):
                return Naming("body", reporting["name"], line.place(*reporting.span("name")))
    return None


def named_by_page(furniture: Iterator[Line]) -> Naming | None:
    """Return the body that the page around the report names as its publisher."""
    for line in furniture:
        for named in _PAGE.finditer(line.text):
            if looks_like_a_body(named["name"]) and take_apart(named["name"]).places:
                return Naming("page", named["name"], line.place(*named.span("name")))
    return None


def looks_like_a_body(name: str) -> bool:
    """Say whether a string can be the full name of a public body."""
    if _PRONOUN.match(name) or _NOT_A_NAME.search(name):
        return False
    return bool(_ENDS_LIKE_A_BODY.search(name))
