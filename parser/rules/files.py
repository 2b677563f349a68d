"""F: what is wrong with the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Severity, Span
from parser.model.said import Recalled, joined, say
from parser.official.notices import ALL_FORMS, ALL_REPORT_FORMS
from parser.reading.gaps import BROKEN_OFF, NOT_READ, Gap, gaps
from parser.rules.case import Case
from parser.rules.naming import listed, table_title
from parser.rules.registry import Hit, filed_rule, rule

# What a reader notes of tables that are in another file is filed under the check for missing ones.
_TABLES_ELSEWHERE = "S201"

# Only one year's report has such a title, not a list of them and no news.
_TITLED = re.compile(
    r"^(?!.*(?:发布|公布|印发|通知|公告)).*20\d{2}年度?.*信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)$"
)
# A text of one line with no more characters was hardly handed in like this.
_SCRAP, _QUOTED_WORDS = 60, 20

# So many traditional characters are quoted to show which are meant.
_QUOTED = 6


@rule(
    "F101",
    title="文件无法读取",
    title_en="The file cannot be read",
    severity=Severity.ERROR,
    basis="《政府信息公开条例》第四十九条、第五十条：年度报告应当向社会公布，内容应当能够读取",
)
def unreadable(case: Case) -> Iterator[Hit]:
    """The file could not be opened or holds no text; nothing in it has been checked."""
    if case.report.status == "unreadable":
        yield Hit(
            say(
                "文件无法读取，内容没有核查：{reason}",
                reason=Recalled(case.report.error or "原因不明"),
            )
        )


@filed_rule(
    "F102",
    title="有不能按编码还原的字节",
    title_en="Bytes that the encoding cannot decode",
    severity=Severity.WARNING,
    basis="国家标准 GB 18030《信息技术 中文编码字符集》",
)
def undecodable(case: Case, code: str) -> Iterator[Hit]:
    """Some bytes of the file are no characters in its encoding; what stood there is lost."""
    yield from _noted(case, code)


@rule(
    "F103",
    title="没有认出政府信息公开工作年度报告",
    title_en="No annual report recognised",
    severity=Severity.WARNING,
    basis=f"{ALL_REPORT_FORMS}：六个部分、三张表",
)
def not_a_report(case: Case) -> Iterator[Hit]:
    """The file was read, but neither the sections nor the tables of an annual report are in it."""
    if case.report.status == "not_a_report" and not _failed(case):
        elsewhere = joined("", (Recalled(note.message) for note in case.notes(_TABLES_ELSEWHERE)))
        yield Hit(
            say("文件能读，但其中没有认出政府信息公开工作年度报告的各部分和表格，没有核查。")
            + (elsewhere or _what_to_do(case))
        )


@filed_rule(
    "F104",
    title="内容由文字识别（OCR）读出",
    title_en="Read by optical character recognition",
    severity=Severity.INFO,
    basis="工具说明：识别结果须与原图核对后才可作为依据",
)
def recognised(case: Case, code: str) -> Iterator[Hit]:
    """The file is a picture; its characters are a machine's reading of it.

    Figures that the recogniser was not sure of are named: they wait for a look at the picture.
    """
    doubtful = tuple(key for key, figure in case.figures.items() if figure.doubtful)
    for hit in _noted(case, code):
        if not doubtful:
            yield hit
            continue
        yield Hit(
            say(
                "{message}待核 {count} 格：{cells}。",
                message=hit.message,
                count=len(doubtful),
                cells=listed(case.official, doubtful),
            ),
            doubtful,
            hit.spans + case.spans(doubtful),
        )


@rule(
    "F105",
    title="内地单位的报告用了繁体字",
    title_en="Traditional characters in a mainland unit's report",
    severity=Severity.INFO,
    basis="《国家通用语言文字法》第九条：国家机关以规范汉字为公务用字",
)
def traditional(case: Case) -> Iterator[Hit]:
    """The report is in traditional characters, mostly because a web page was saved that way."""
    document = case.document
    if document is None or case.report.status != "ok" or document.script != "hant":
        return
    first: dict[str, int] = {}
    for at, (shown, simple) in enumerate(zip(document.text, document.simplified, strict=True)):
        if shown != simple and shown not in first:
            first[shown] = at
            if len(first) == _QUOTED:
                break
    quoted = joined("、", (say("“{character}”", character=character) for character in first))
    yield Hit(
        say(
            "报告用繁体字写成（如{quoted}），可能是从网站的繁体版面保存的。核对时已换成简体比较，原文没有改动。",
            quoted=quoted,
        ),
        spans=tuple(Span(at, at + 1) for at in first.values()),
    )


@filed_rule(
    "F106",
    title="表格的单元格粘连在一起",
    title_en="The cells of a table have run together",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：各项数据分格填报",
)
def glued(case: Case, code: str) -> Iterator[Hit]:
    """A table is there, but where one cell ends and the next begins is not; nothing is guessed."""
    if case.body is None or case.document is None:
        return
    joined: dict[str, list[Gap]] = {}
    for gap in gaps(case.document):
        if gap.note.code == code:
            joined.setdefault(gap.note.message, []).append(gap)
    for message, found in joined.items():
        keys = (key for gap in found for key in case.unread.by_gap.get(gap, ()))
        yield Hit(Recalled(message), tuple(dict.fromkeys(keys)), tuple(gap.span for gap in found))
    form = case.official
    for table in case.body.tables:
        if table.glued and case.has_digits(table) and table.name not in case.unread.tables:
            place = form.table(table.name)
            yield Hit(
                say(
                    "{table}（{title}）的数字连成了一片，分不清哪一位属于哪一格，没有读取，也没有猜测。请向单位索取原文件或在网页上重新复制表格。",
                    table=place.short,
                    title=table_title(place),
                ),
                figures=tuple(key for row in place.regular_rows for key in row.figure_keys),
                spans=(table.span,),
            )


def _what_to_do(case: Case) -> str:
    """Return what to do about a text that is no report, as far as it goes."""
    if _TITLED.search(case.identity.title):
        return say("标题写的是年度报告，请确认文件是否完整，并取得完整的文件后再核查。")
    words = case.text.strip()
    if len(words) <= _SCRAP and "\n" not in words and words[-1:] not in "。！？":
        return say(
            "文件里只有“{words}”这几个字，可能没有存完整，或者放错了文件，请核对。",
            words=words[:_QUOTED_WORDS],
        )
    return say("请确认是否放错了文件。")


def _failed(case: Case) -> bool:
    """Say whether the reader failed at a part: then it is no wrong file that was handed in."""
    return bool(case.notes(NOT_READ) or case.notes(BROKEN_OFF))


def _noted(case: Case, code: str) -> Iterator[Hit]:
    """Pass on what the reader of the file noted under the code."""
    for note in case.notes(code):
        yield Hit(Recalled(note.message), spans=note.spans)
