"""The sentence on the history of a file that stands above its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parser.review.ledger import Past
from parser.review.review import Review


def notice(review: Review, own: Sequence[Past], earlier: Sequence[Past], others: int) -> str:
    """Say that a file was renamed or changed, and what became of what was done to it; else "".

    `own` is what was done to this very content. `others` counts the acts under its path that
    belong to the report of another unit or year.
    """
    report = review.report
    if not report.digest or report.attached:
        return ""
    changed = _changed(review, earlier)
    if changed:
        return changed
    done = [past.event for past in own if past.event.kind not in ("encoding", "carry")]
    if done:
        before = done[-1].path
        return f"文件原名 {before}，审核记录已按内容找回。" if before != report.path else ""
    if others:
        return (
            f"这个文件原来是另一个单位或另一年度的报告："
            f"此前的 {others} 条记录没有套用到现在的内容上。"
        )
    lost = [past.event for past in earlier if not past.sure]
    if not lost:
        return ""
    return (
        f"文件在上次审核（{lost[-1].when.astimezone():%Y-%m-%d %H:%M}）之后有改动："
        f"此前的 {len(lost)} 条记录属于旧版本，没有套用到现在的内容上。"
    )


def _changed(review: Review, earlier: Sequence[Past]) -> str:
    counts = Counter(item.fate for item in review.carried)
    told = [
        sentence.format(counts[fate])
        for fate, sentence in (
            ("kept", "{0} 条没有变，照旧有效"),
            ("changed", "{0} 条改了，请再看"),
            ("settled", "{0} 处单位已改"),
            ("gone", "{0} 条所指的问题已不再出现"),
        )
        if counts[fate]
    ]
    if not told:
        return ""
    last = earlier[-1].event
    renamed = f"（原为 {last.path}）" if last.path != review.path else ""
    when = f"{last.when.astimezone():%Y-%m-%d %H:%M}"
    return f"文件{renamed}在上次审核（{when}）之后有改动：{'，'.join(told)}。"
