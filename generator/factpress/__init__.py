"""Static, fact-checked explainer sites: records are read, evidence weighed, rules applied, pages written."""

__version__ = "0.1.0"
