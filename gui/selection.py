"""Where the auditor is: which report, which finding, which figure, which suggestion.

Every pane follows this one object, so choosing something in one of them brings the others along.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from gui.workspace import Workspace
from parser.model import Figure, Repair, Span
from parser.review.entries import Entry
from parser.review.review import Review


class Selection(QObject):
    """The current place. `visible_reports` and `passes` are what the filters leave.

    `settle` keeps what is being typed before any move, and says whether one may go on.
    """

    report_selected = Signal(str)  # path, "" for none: everything about it is new
    report_refreshed = Signal(str)  # the same report, checked again or judged
    focus_moved = Signal()  # another finding, figure or suggestion of the same report
    end_reached = Signal(int)  # +1 or -1: there is nothing further that way
    stayed = Signal()  # a move was not made, for what is being typed cannot be kept

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Follow `workspace`, with nothing selected."""
        super().__init__(parent)
        self._workspace = workspace
        self.path = ""
        self.entries: Sequence[Entry] = ()
        self.entry: Entry | None = None
        self.key = ""
        self.spans: tuple[Span, ...] = ()
        self.copy = self._counted = 0
        self._suggestion = 0
        self._taken: Repair | None = None
        self._cursor: tuple[int, int, str, str] | None = None
        self.visible_reports: Callable[[], list[str]] = lambda: list(workspace.reviews)
        self.passes: Callable[[Entry], bool] = lambda _: True
        self.settle: Callable[[], bool] = lambda: True
        workspace.opened.connect(self._on_opened)
        workspace.review_changed.connect(self._on_review_changed)
        workspace.across_changed.connect(lambda: self._on_review_changed(self.path))

    @property
    def review(self) -> Review | None:
        """The report that is looked at."""
        return self._workspace.reviews.get(self.path)

    @property
    def suggestions(self) -> tuple[Repair, ...]:
        """What would settle the finding that is selected, best first; nothing once it was taken."""
        review, entry = self.review, self.entry
        if review is None or entry is None or self._taken is not None:
            return ()
        return tuple(repair for repair in review.suggestions if entry.is_answered_by(repair))

    @property
    def suggestion_at(self) -> int:
        """The place of the suggestion that is previewed, counted from 0."""
        return min(self._suggestion, max(len(self.suggestions) - 1, 0))

    @property
    def suggestion(self) -> Repair | None:
        """The suggestion that is previewed and would be applied."""
        offered = self.suggestions
        return offered[self.suggestion_at] if offered else None

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of the copy of the body that is looked at."""
        bodies = self.review.current.bodies if self.review else ()
        return bodies[self.copy].figures if self.copy < len(bodies) else {}

    @property
    def counting(self) -> int:
        """The copy of the body whose figures count."""
        return self.review.current.counts if self.review else 0

    def select_copy(self, copy: int) -> None:
        """Look at another copy of the body, where it stands more than once."""
        if copy != self.copy and self._may_move():
            self.copy = copy
            self.focus_moved.emit()

    def select_report(self, path: str) -> None:
        """Look at a report from its beginning."""
        if path != self.path and self._may_move():
            self._show(path)

    def select_entry(self, entry: Entry | None) -> None:
        """Look at a finding, and at the suggestion that would settle it."""
        if not self._may_move():
            return
        self._choose(entry)
        self.key = ""
        self.spans = ()
        if entry is not None:
            self._cursor = entry.order
            self.copy = self.counting
            self.key = entry.figures[0] if entry.figures else ""
            self.spans = self._spans_of(entry)
            repair = self.suggestion
            suspects = [change.figure for change in repair.changes] if repair else []
            self.key = next((k for k in suspects if k in entry.figures), self.key)
        self.focus_moved.emit()

    def select_figure(self, key: str) -> None:
        """Look at a figure, and at the gravest finding that names it."""
        if key != self.key and not self._may_move():
            return
        self.key = key
        figure = self.figures.get(key)
        self.spans = (figure.span,) if figure else ()
        named = [e for e in self.entries if key in e.figures and self.passes(e)]
        if self.entry is None or key not in self.entry.figures:
            self._choose(next((e for e in named if e.stands), next(iter(named), None)))
            if self.entry is not None:
                self._cursor = self.entry.order
        self.focus_moved.emit()

    def show_place(self, span: Span) -> None:
        """Look at a place of the text, with the finding that is selected."""
        self.spans = (span,)
        self.focus_moved.emit()

    def select_place(self, span: Span) -> None:
        """Look at what stands at a place of the text: a figure if there is one, else a finding."""
        review = self.review
        if review is None or not self._may_move():
            return
        for copy, body in enumerate(review.current.bodies):
            for key, figure in body.figures.items():
                if _meet(figure.span, span):
                    self.copy = copy
                    self.select_figure(key)
                    return
        for entry in self.entries:
            if any(_meet(place, span) for place in entry.spans) and self.passes(entry):
                self.select_entry(entry)
                return

    def step_finding(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) finding, into other reports where need be."""
        if not self._may_move():
            return
        entry = self._beside(self.entries, step)
        if entry is not None:
            self.select_entry(entry)
            return
        for path in self._reports_beyond(step):
            shown = [e for e in self._workspace.entries(path) if self._stops_at(e)]
            if shown:
                self._show(path)
                self.select_entry(shown[0] if step > 0 else shown[-1])
                return
        self.end_reached.emit(step)

    def step_report(self, step: int) -> None:
        """Go to the next or previous report."""
        if not self._may_move():
            return
        beyond = self._reports_beyond(step)
        if beyond:
            self._show(beyond[0])
        else:
            self.end_reached.emit(step)

    def step_suggestion(self, step: int) -> None:
        """Preview the next or previous suggestion, round and round."""
        count = len(self.suggestions)
        if count and self._may_move():
            self._suggestion = (self.suggestion_at + step) % count
            self._follow_suggestion()
            self.focus_moved.emit()

    def _may_move(self) -> bool:
        if self.settle():
            return True
        self.stayed.emit()
        return False

    def take_suggestion(self) -> Repair | None:
        """Return what is previewed, to be applied; nothing is offered until a finding is chosen."""
        repair = self.suggestion
        if repair is None or not repair.changes:
            return None
        self._taken = repair
        return repair

    def _choose(self, entry: Entry | None) -> None:
        self.entry = entry
        self._suggestion = 0
        self._taken = None

    def _follow_suggestion(self) -> None:
        """Go to the cell that the suggestion changes."""
        repair = self.suggestion
        if repair is None or not repair.changes:
            return
        self.copy, self.key = self.counting, repair.changes[0].figure
        figure = self.figures.get(self.key)
        self.spans = (figure.span,) if figure else ()

    def _show(self, path: str) -> None:
        self.path = path
        self.entries = self._workspace.entries(path)
        self._choose(None)
        self.key, self.spans = "", ()
        self.copy = self._counted = self.counting
        self._cursor = None
        self.report_selected.emit(path)

    def _spans_of(self, entry: Entry) -> tuple[Span, ...]:
        if entry.spans or self.review is None:
            return entry.spans
        figures = self.figures
        return tuple(figures[key].span for key in entry.figures if key in figures)

    def _beside(self, entries: Sequence[Entry], step: int) -> Entry | None:
        shown = [entry for entry in entries if self._stops_at(entry)]
        if self._cursor is None:
            return shown[0] if shown and step > 0 else None
        if step > 0:
            return next((e for e in shown if e.order > self._cursor), None)
        return next((e for e in reversed(shown) if e.order < self._cursor), None)

    def _stops_at(self, entry: Entry) -> bool:
        """Say whether going on stops at a finding: not where a correction has settled it."""
        return self.passes(entry) and not entry.settled

    def _reports_beyond(self, step: int) -> list[str]:
        paths = self.visible_reports()
        if self.path not in paths:
            return paths if step > 0 else paths[::-1]
        at = paths.index(self.path)
        return paths[at + 1 :] if step > 0 else paths[:at][::-1]

    def _on_opened(self) -> None:
        self._show("")

    def _on_review_changed(self, path: str) -> None:
        if not path or path != self.path:
            return
        if self.counting != self._counted:
            self.copy = self._counted = self.counting
        self.entries = self._workspace.entries(path)
        if self._taken is not None and not self._holds(self._taken):
            self._taken = None  # it was undone: the finding stands as it did when it was chosen
        known = self.entry.id if self.entry else ""
        self.entry = next((entry for entry in self.entries if entry.id == known), None)
        self.report_refreshed.emit(path)

    def _holds(self, repair: Repair) -> bool:
        figures = self.review.current.figures if self.review else {}
        return all(
            (figure := figures.get(change.figure)) is not None and figure.value == change.value
            for change in repair.changes
        )


def _meet(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
