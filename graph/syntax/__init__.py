"""What the parse says, in the words that entities and relations both use.

tree        texts parsed by spaCy, as one tree of plain objects: its words, spans, names, sentences
labels      the parser's labels and tags, grouped: subjects, objects, verbs; passive voice, relative pronouns
adding      to which verb of saying a participle adds: "said that …, adding that …"
cue_tables  the tables of graph/data/cues.toml and what each may hold
operators   graph/data/cues.toml: words that deny, plan or report, and verbs that only carry a noun
attending   whether somebody attends what a word tells of
told_again  which nouns tell again of a deed of force, and who answers for it
carriers    which verb only carries a noun ("launched an attack"), and which noun only measures another
"""
