"""Who is who: the world table, the mentions in a text, and the entities that they stand for."""
