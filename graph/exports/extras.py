"""The name of a package that only some users need in, the package out, or advice how to get it."""

from graph.extras import need

__all__ = ["need"]
