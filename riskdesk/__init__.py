"""riskdesk: risks, cases, playbooks, drills and incidents of a property office, on one offline desk."""

import sys
from types import ModuleType

# Looking for plugins of pydantic, of which there are none here, takes 25 ms of the start, and as much again where
# many packages are installed.
_loader = ModuleType("pydantic.plugin._loader")
_loader.__dict__["get_plugins"] = tuple
sys.modules.setdefault(_loader.__name__, _loader)

__version__ = "0.1.0"
