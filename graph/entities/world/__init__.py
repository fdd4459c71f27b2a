"""The world table: words as printed → what they may mean.

table       the table itself: `world()`, and what can be asked of it
load        the data files of graph/data/world → checked entries (docs/world.md)
senses      an entry → its words, each with its sense
blocs       who is in which bloc, and when
cities      the cities of 15,000 people and more
people      well-known people: who held which office when
slips       names that are misspelled by one slip of the pen
folding     words → the key they are found by
"""

from graph.entities.world.people import People, Post, people
from graph.entities.world.senses import Form, Sense
from graph.entities.world.table import FOLDER, World, world

__all__ = ["FOLDER", "Form", "People", "Post", "Sense", "World", "people", "world"]
