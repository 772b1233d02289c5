"""riskdesk: risks, cases, playbooks, drills and incidents of a property office, on one offline desk."""

__version__ = "0.1.0"
