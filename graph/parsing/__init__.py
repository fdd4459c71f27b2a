"""Text → parse, fast.

language    the only place that loads spaCy
paragraphs  a text → its paragraphs
headlines   a headline → the same with sentence-case spelling
docs        paragraphs → parsed texts, those that could hold a statement; of the others only the names
gate/       which paragraphs could
speed       a loaded pipeline → the same one, made faster
encoder, ruler, lemmas, embeddings     its parts, made faster
"""
