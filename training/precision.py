"""16-bit floats where the processor has tiles for them (AMX); elsewhere they are slower than 32."""

from __future__ import annotations

from pathlib import Path

import torch


def has_tiles() -> bool:
    """Whether this processor multiplies 16-bit tiles."""
    try:
        return "amx_bf16" in Path("/proc/cpuinfo").read_text()
    except OSError:
        return False


def mixed() -> torch.autocast:
    """A context for forward passes: bfloat16 where that is faster, else none."""
    return torch.autocast("cpu", torch.bfloat16, enabled=has_tiles())
