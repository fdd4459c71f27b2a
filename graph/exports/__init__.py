"""The graph `kg` in other programs' formats; one module for each, all written whole or not at all."""
