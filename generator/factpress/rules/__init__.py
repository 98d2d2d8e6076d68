"""What has to hold: one module a family, one function a rule, all of them registered in one line."""

from factpress.rules import (
    characters,
    coverage,
    files,
    form,
    limits,
    prose,
    quote_form,
    receipts,
    references,
    roles,
    shape,
    source_form,
    values,
    waivers,
    yaml,
)
from factpress.rules.rule import rules_of

RULES = rules_of(
    files,
    characters,
    yaml,
    limits,
    shape,
    values,
    form,
    quote_form,
    source_form,
    references,
    roles,
    receipts,
    coverage,
    prose,
    waivers,
)
