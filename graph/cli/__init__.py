"""The command `entente`: what a user types → calls of the library, and its answers on the screen."""

from graph.cli.app import app, main

__all__ = ["app", "main"]
