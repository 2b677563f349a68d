"""What the auditor does, in steps that can be taken back.

Each keeps what it needs to undo itself and acts through the recording only. An act that the log
refuses (read-only folder, full disk) becomes obsolete and leaves no trace on the stack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from gui.recording import Recording
from parser.model import Number, Repair
from parser.review.entries import Entry
from parser.review.review import ADOPTED, Decision, Judgement, Verdict, decision_of
from parser.review.rewinding import Reversal, in_order
from parser.review.session import ReadOnlySession, to_number


class _Step(QUndoCommand):
    """A step that gives up its place on the stack where the log refuses it."""

    def __init__(self, recording: Recording, path: str, text: str) -> None:
        super().__init__(text)
        self._recording = recording
        self.path = path

    def redo(self) -> None:
        self._guarded(self.do)

    def undo(self) -> None:
        self._guarded(self.take_back)

    def do(self) -> None:
        raise NotImplementedError

    def take_back(self) -> None:
        raise NotImplementedError

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ReadOnlySession as refusal:
            self.setObsolete(True)
            self._recording.refused.emit(str(refusal))
        except KeyError:
            # The report went from the desk (the folder was read again and the file is gone).
            self.setObsolete(True)


class CorrectFigures(_Step):
    """Set figures of one report, all of them in one step."""

    def __init__(
        self,
        recording: Recording,
        path: str,
        values: Mapping[str, Number | None],
        reason: str,
        text: str,
    ) -> None:
        """Remember what stands now, so that taking it back brings exactly that."""
        super().__init__(recording, path, text)
        self._values = dict(values)
        self._reason = reason
        standing = recording.reviews[path].corrections
        self._before = {key: standing.get(key) for key in values}

    def do(self) -> None:
        """Write the corrections."""
        self._recording.correct(self.path, self._values, self._reason)

    def take_back(self) -> None:
        """Bring back the earlier corrections, or the parsed values where there were none."""
        for key, correction in self._before.items():
            if correction is None:
                self._recording.restore(self.path, key)
            else:
                self._recording.correct(self.path, {key: correction.value}, correction.reason)


class CorrectFigure(CorrectFigures):
    """Set one figure."""

    def __init__(
        self,
        recording: Recording,
        path: str,
        key: str,
        value: Number | None,
        reason: str = "",
    ) -> None:
        """Prepare to set the figure `key` to `value`, None for rightly blank."""
        text = QCoreApplication.translate("Steps", "更正 {0}").format(recording.name_of(path, key))
        super().__init__(recording, path, {key: value}, reason, text)


class ApplyRepair(CorrectFigures):
    """Write a suggestion as corrections: one step, however many cells it changes."""

    def __init__(self, recording: Recording, path: str, repair: Repair) -> None:
        """Prepare to apply `repair`."""
        values = {change.figure: change.value for change in repair.changes}
        super().__init__(
            recording, path, values, ADOPTED, QCoreApplication.translate("Steps", "采纳建议")
        )


class RestoreOriginal(_Step):
    """Give a corrected figure its parsed value back."""

    def __init__(self, recording: Recording, path: str, key: str) -> None:
        """Prepare to restore the figure `key`. KeyError where it is not corrected."""
        super().__init__(
            recording,
            path,
            QCoreApplication.translate("Steps", "恢复 {0}").format(recording.name_of(path, key)),
        )
        self._key = key
        self._before = recording.reviews[path].corrections[key]

    def do(self) -> None:
        """Drop the correction."""
        self._recording.restore(self.path, self._key)

    def take_back(self) -> None:
        """Bring the correction back with its reason."""
        before = self._before
        self._recording.correct(self.path, {self._key: before.value}, before.reason)


class SetVerdict(_Step):
    """Say what a finding is, or take that back."""

    def __init__(
        self, recording: Recording, entry: Entry, decision: Decision | None, note: str = ""
    ) -> None:
        """Prepare to judge the finding of `entry`; None is 待定 again."""
        before = entry.verdict.decision if entry.verdict else None
        named = _name(decision)
        if decision == before:
            named = QCoreApplication.translate("Steps", "备注")
        super().__init__(recording, entry.path, f"{named} {entry.code}")
        self._entry = entry
        self._decision: Decision | None = decision
        self._note = note
        self._before: Verdict | None = entry.verdict

    def do(self) -> None:
        """Write the verdict."""
        self._recording.judge(self._entry, self._decision, self._note)

    def take_back(self) -> None:
        """Bring the earlier verdict back."""
        before = self._before
        if before is None:
            self._recording.judge(self._entry, None, "")
        else:
            self._recording.judge(self._entry, before.decision, before.note)


class SetVerdicts(_Step):
    """Judge many findings of many reports alike, in one step."""

    def __init__(
        self, recording: Recording, entries: Sequence[Entry], decision: Decision | None
    ) -> None:
        """Prepare to judge the findings of `entries`; the notes on them stay."""
        text = QCoreApplication.translate("Steps", "{0}（{1} 条）")
        super().__init__(recording, entries[0].path, text.format(_name(decision), len(entries)))
        self._after = [_judgement(entry, decision) for entry in entries]
        self._before = [
            _judgement(entry, entry.verdict.decision if entry.verdict else None)
            for entry in entries
        ]

    def do(self) -> None:
        """Write the verdicts."""
        self._recording.judge_all(self._after)

    def take_back(self) -> None:
        """Bring the earlier verdicts back."""
        self._recording.judge_all(self._before)


class MarkReviewed(_Step):
    """Say that a report is reviewed, or is not."""

    def __init__(self, recording: Recording, path: str, reviewed: bool) -> None:
        """Prepare to mark the report."""
        text = (
            QCoreApplication.translate("Steps", "标记为已审")
            if reviewed
            else QCoreApplication.translate("Steps", "取消已审")
        )
        super().__init__(recording, path, text)
        self._reviewed = reviewed

    def do(self) -> None:
        """Write the mark."""
        self._recording.mark_reviewed(self.path, self._reviewed)

    def take_back(self) -> None:
        """Write the opposite."""
        self._recording.mark_reviewed(self.path, not self._reviewed)


class ChooseBody(_Step):
    """Let another copy of a body that stands more than once count."""

    def __init__(self, recording: Recording, path: str, copy: int) -> None:
        """Prepare to let the copy of this index count."""
        text = QCoreApplication.translate("Steps", "以第 {0} 份正文为准").format(copy + 1)
        super().__init__(recording, path, text)
        self._copy = copy
        self._before = recording.reviews[path].report.counts

    def do(self) -> None:
        """Let it count."""
        self._recording.choose_body(self.path, self._copy)

    def take_back(self) -> None:
        """Let the copy count that did before."""
        self._recording.choose_body(self.path, self._before)


class GiveUp(_Step):
    """Drop what was done to an earlier version of a file."""

    def __init__(self, recording: Recording, path: str, number: int) -> None:
        """Prepare to drop the act with that number."""
        super().__init__(
            recording, path, QCoreApplication.translate("Steps", "不再沿用旧版本的处理")
        )
        self._number = number

    def do(self) -> None:
        """Write that it is dropped."""
        self._recording.decide(self.path, self._number, "dropped")

    def take_back(self) -> None:
        """Write that it is open again."""
        self._recording.decide(self.path, self._number, None)


class JoinAttachment(_Step):
    """Make one report of a report and the spreadsheet that holds its tables."""

    def __init__(self, recording: Recording, path: str, attachment: str) -> None:
        """Prepare to join the two."""
        super().__init__(recording, path, QCoreApplication.translate("Steps", "并入附表"))
        self._attachment = attachment

    def do(self) -> None:
        """Join them."""
        self._recording.join(self.path, self._attachment)

    def take_back(self) -> None:
        """Take them apart."""
        self._recording.split(self.path, self._attachment)


class SplitAttachment(_Step):
    """Take a report and its attachment apart again."""

    def __init__(self, recording: Recording, path: str, attachment: str) -> None:
        """Prepare to take them apart."""
        super().__init__(recording, path, QCoreApplication.translate("Steps", "拆出附表"))
        self._attachment = attachment

    def do(self) -> None:
        """Take them apart."""
        self._recording.split(self.path, self._attachment)

    def take_back(self) -> None:
        """Join them again."""
        self._recording.join(self.path, self._attachment)


class Rewind(_Step):
    """Make many things stand again as they did at some point of the log, in one step."""

    def __init__(self, recording: Recording, reversals: Sequence[Reversal], text: str) -> None:
        """Prepare to write what is to stand again."""
        super().__init__(recording, reversals[0].path, text)
        self._reversals = in_order(reversals)

    def do(self) -> None:
        """Write what stood then."""
        rewind(self._recording, self._reversals)

    def take_back(self) -> None:
        """Write what stood before that."""
        rewind(self._recording, [reversal.undone for reversal in self._reversals])


def rewind(recording: Recording, reversals: Sequence[Reversal]) -> None:
    """Write to the log what is to stand again. `ReadOnlySession` where it refuses."""
    figures: dict[tuple[str, str], dict[str, Number | None]] = {}
    judgements: list[Judgement] = []
    for one in reversals:
        then = one.then
        if one.family == "judge":
            decision = decision_of(then.value) if then else None
            note = then.reason if then else ""
            judgements.append(Judgement(one.path, one.target, decision, note))
        elif one.family == "mark":
            recording.mark_reviewed(one.path, then is not None)
        elif then is None:
            recording.restore(one.path, one.target)
        else:
            values = figures.setdefault((one.path, then.reason), {})
            values[one.target] = to_number(then.value)
    for (path, reason), values in figures.items():
        recording.correct(path, values, reason)
    if judgements:
        recording.judge_all(judgements)


def _name(decision: Decision | None) -> str:
    names: dict[Decision | None, str] = {
        "confirmed": QCoreApplication.translate("Steps", "属实"),
        "dismissed": QCoreApplication.translate("Steps", "误报"),
        "corrected": QCoreApplication.translate("Steps", "已更正"),
        "later": QCoreApplication.translate("Steps", "待查"),
        None: QCoreApplication.translate("Steps", "撤回结论"),
    }
    return names[decision]


def _judgement(entry: Entry, decision: Decision | None) -> Judgement:
    note = entry.verdict.note if entry.verdict else ""
    return Judgement(entry.path, entry.id, decision, note)
