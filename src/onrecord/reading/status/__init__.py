"""How sure: what the innermost voice commits to, and what did not happen."""
