"""The notices that the forms come with, as findings cite them. Source: the forms' data."""

from __future__ import annotations

import re

from parser.official.form import Form, forms

IN_FORCE = forms()[-1].notice
TRIAL = forms()[0].notice
FORM_IN_FORCE = f"{IN_FORCE}所附格式"
TRIAL_FORM = f"{TRIAL}所附格式"
_ALL = "、".join(form.notice for form in reversed(forms()))
ALL_FORMS = f"{_ALL}所附格式"
ALL_REPORT_FORMS = f"{_ALL}所附年度报告格式"
_NUMBER = re.compile(r"〔(\d+)〕(\d+)号$")


def by_number() -> dict[tuple[int, int], Form]:
    """Return each form by the year and the number of its notice: (2021, 30)."""
    found = ((_NUMBER.search(form.notice), form) for form in forms())
    return {(int(n[1]), int(n[2])): form for n, form in found if n}
