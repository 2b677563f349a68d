"""Any run of words, numbers and stops is read without failing, and every place is in the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.claims.lexicon import words
from parser.rules.case import Case
from parser.settings.profile import Profile
from tests.support.official import right_figures
from tests.support.spoken import prose_findings, spoken

_STOPS = ("，", "、", "；", "。", "：", "（", "）", "\n", "其中", "合计", "占", "%")
_NUMBERS = st.one_of(
    st.integers(0, 3000).map(str),
    st.sampled_from(
        ["2022年", "2023年", "2024年", "３", "1,234", "三万", "两", "12.5%", "0", "〇"]
    ),
)
_PIECES = st.one_of(
    st.sampled_from(sorted(words())), _NUMBERS, st.sampled_from(_STOPS), st.text(max_size=3)
)
_FIGURES = {form: right_figures(form) for form in ("2019", "2021")}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(_PIECES, min_size=3, max_size=40),
    st.sampled_from(sorted(_FIGURES)),
    st.integers(1, 6),
)
def test_no_prose_makes_it_fail(pieces: list[str], form: str, section: int) -> None:
    report = spoken(_FIGURES[form], {section: "".join(pieces) or "无"}, form=form)
    end = len(report.text)
    for mention in Case(report, Profile()).mentions:
        assert 0 <= mention.span.start < mention.span.end <= end
    for finding in prose_findings(report):
        assert finding.message
        assert all(0 <= span.start <= span.end <= end for span in finding.spans)
