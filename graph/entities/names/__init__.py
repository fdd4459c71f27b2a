"""A parsed text → the names in it, and the entity of each.

find        all names of a text: the world table's, the model's, the unknown ones
scan        the names that the world table knows, longest first
model       a span that the model took for a name → the name, trimmed and corrected, or nothing
additions   … what it means without words that add nothing
ministries  the body of a state, whichever way its name is put
unknown     names that neither knows: capitalised words in argument places
context     what the rest of the text decides: which Korea, whose Moscow
cuts        … where it starts and ends without words that can be of no name
ends        … and what it left out behind: "Hassan el-Masri", "Peter the Great"
several     … or several names, where it joined them: "Obama-Biden", "Austria Karl Holm"
posts       … without the office that is held at a body: "Gazprom | Board Chairman"
parted      … the person alone where it joined him to his state, body or office
called      storms and operations, who are nobody
firms       companies by their short names, symbols of exchanges, words of a body's own
gathered    what groups call themselves, couples of one surname
forenamed   a person whom a forename tells
surnamed    a land's or town's name that is a person's surname
guesses     the model's guesses, put right by one another
headed      the title of a text → the full names of persons whom the text calls by a surname
canonical   the names of one text → one entity each
owners      bodies that every state has → those of the state that the text is about
kinds       of what kind a name is, where the words beside say so
openings    … as its first word tells: "Jabhat al-Zelma", "Marj al-Zelma"
nobody      what looks like a name and is none: common words, offices, weapons
states      … and what is only a state's: its force, its government, a field of it
things      … and ships, ideas, hashtags, titles, acronyms of common words
otherwise   words of the table that name an ocean, a language, a ship, a cup
pieces      the pieces of one person's name, put together
known       well-known people by their full names
bearers     which of several places of one name is meant
longer      bodies and places that the model cut short, as long as the text writes them
oppositions a state's opposition, as one name with its state's
embassies   a state's embassy, as one name with its state's
whereabouts whether a capital is the place or its country
name        the value: a run of tokens and what it names
"""

from graph.entities.names.canonical import canonical_entities
from graph.entities.names.find import find_names, marked_names
from graph.entities.names.headed import headed
from graph.entities.names.known import well_known
from graph.entities.names.name import Name
from graph.entities.names.owners import of_states

__all__ = ["Name", "canonical_entities", "find_names", "headed", "marked_names", "of_states", "well_known"]
