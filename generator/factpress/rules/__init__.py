"""What has to hold: one module a family, one function a rule, all of them registered in one line."""

from factpress.rules import references, waivers
from factpress.rules.rule import rules_of

RULES = rules_of(references, waivers)
