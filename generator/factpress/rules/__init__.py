"""What must hold: one module a family, one function a rule; every module in this folder is found."""

from factpress.rules.rule import rules_of

RULES = rules_of(__name__, __path__)
