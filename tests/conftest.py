"""Settings of all tests: how long an example takes is measured in bench/, never asserted."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")
