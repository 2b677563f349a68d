"""What the list of reports shows beside the findings: the second round, and the scores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from gui.models.report_columns import SCORE, STANDING
from gui.models.report_row import Row
from gui.second_rounds import SecondRounds
from gui.views.report_list import ReportList
from gui.workspace import Workspace
from parser.model import CrossFinding
from parser.review.review import Review
from parser.review.rounds import Remark
from parser.review.scores import Score, blamed, score


class ReportMarks(QObject):
    """Adds both to the rows as they are made; their columns come and go with them."""

    def __init__(self, reports: ReportList, workspace: Workspace, rounds: SecondRounds) -> None:
        """Follow the workspace and the second round."""
        super().__init__(reports)
        self._reports = reports
        self._workspace = workspace
        self._rounds = rounds
        self._blamed: dict[str, list[CrossFinding]] = {}
        self._remarks: dict[str, Remark] = {}
        self._scored = self._begun = False
        self._plain_row: Callable[[Review], Row] = reports.model.make_row
        reports.model.make_row = self._row
        workspace.opened.connect(self._on_opened)
        workspace.across_changed.connect(self._on_across)
        workspace.review_changed.connect(lambda _: self._fit_columns())
        rounds.changed.connect(self._on_round)
        self._fit_columns()

    def _row(self, review: Review) -> Row:
        row = self._plain_row(review)
        remark = self._rounds.remarks.get(review.path)
        told = [remark.summary] if remark else []
        points = None
        if self._workspace.profile.scoring.on and review.report.status == "ok":
            found = self._score(review)
            points = found.points
            told.append(found.sentence)
        standing = remark.standing if remark else None
        return replace(row, standing=standing, score=points, remark="\n".join(told))

    def _score(self, review: Review) -> Score:
        desk = self._workspace.desk
        between = [
            (finding, desk.verdict_across(finding))
            for finding in self._blamed.get(review.path, ())
            if desk is not None
        ]
        return score(review, between, self._workspace.profile)

    def _on_opened(self) -> None:
        self._blamed, self._remarks = {}, dict(self._rounds.remarks)
        self._fit_columns()

    def _on_across(self) -> None:
        self._fit_columns()
        desk = self._workspace.desk
        if not self._scored or desk is None:
            return
        before, self._blamed = self._blamed, blamed(desk.across, desk.reviews)
        paths = {*before, *self._blamed}
        changed = [p for p in paths if before.get(p) != self._blamed.get(p)]
        if changed:
            self._reports.model.refresh_all(changed)

    def _on_round(self) -> None:
        before, self._remarks = self._remarks, dict(self._rounds.remarks)
        paths = {*before, *self._remarks}
        changed = [p for p in paths if before.get(p) != self._remarks.get(p)]
        if changed:
            self._reports.model.refresh_all(changed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Show a column when there comes to be something in it, hide it when there is not."""
        scored, begun = self._workspace.profile.scoring.on, self._rounds.rounds.begun
        for column, now, before in (
            (SCORE, scored, self._scored),
            (STANDING, begun, self._begun),
        ):
            hidden = self._reports.view.isColumnHidden(column)
            if now != before or (not now and not hidden):
                self._reports.header.show_column(column, now)
        if scored and not self._scored:
            desk = self._workspace.desk
            self._blamed = blamed(desk.across, desk.reviews) if desk else {}
            self._reports.model.refresh_all(list(self._reports.model.rows))
        self._scored, self._begun = scored, begun
