"""Every fault that can be planted in a right report.

Each takes a draft and plants one thing that is wrong in it; None where it has no place for it.
"""

from __future__ import annotations

from tests.support import planted_cells as cells
from tests.support import planted_words as words
from tests.support.fault import Fault

# What an auditor may not want to hear of, and is only told.
INFORMED = frozenset({"F105", "S105", "S107", "S109", "S207", "V107", "Y105", "N103"})
FAULTS: tuple[Fault, ...] = (
    cells.wrong_detail,
    cells.wrong_row_total,
    cells.wrong_column_total,
    cells.no_balance,
    cells.wrong_challenges,
    cells.too_few_in_force,
    cells.of_2019("A302", normative__made=6, normative__published=6, normative__total=4),
    cells.of_2019("A303", licensing__previous=5, licensing__change=-7),
    cells.of_2019("A304", procurement__projects=3, procurement__amount=0),
    cells.of_2019("A305", penalty__previous=0, penalty__change=0, penalty__decisions=8),
    cells.blank,
    cells.only_totals,
    cells.placeholder,
    cells.unit_in_cell,
    cells.negative,
    cells.fraction,
    cells.fees_in_yuan,
    cells.year_for_count,
    cells.rules_of_a_township,
    cells.row_missing,
    cells.table_missing,
    cells.row_label,
    cells.column_label,
    cells.old_form,
    words.section_missing,
    words.heading_changed,
    words.out_of_order,
    words.wrongly_numbered,
    words.section_empty,
    words.only_problems,
    words.paragraph_twice,
    words.body_twice,
    words.body_twice_other_figure,
    words.body_twice_other_sentence,
    words.wrong_count,
    words.wrong_count,
    words.wrong_count,
    words.contradiction,
    words.wrong_parts,
    words.wrong_percentage,
    words.wrong_year_in_body,
    words.wrong_year_of_period,
    words.short_period,
    words.carried_to_the_same_year,
    words.old_notice,
    words.early_date,
    words.late_date,
    words.other_body,
    words.mixed_self,
    words.bad_title,
    words.id_number,
    words.mobile,
    words.doubled_word,
    words.misspelled,
    words.template_left,
    words.bad_bytes,
    words.no_period,
    words.silent_on_fees,
    words.letter_left,
    words.aspect_missing,
    cells.odd_digits,
)
