"""riskdesk: risks, cases, playbooks, drills and incidents of a property office, on one offline desk."""

import os

# Looking for plugins of pydantic reads the metadata of every installed package, a twentieth of the start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
