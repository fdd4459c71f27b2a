"""One document → its reading, by a straight line of named steps.

steps       the line: paragraphs → parse → names → … → statements; each step a function of values
document    one document, or some together, parsed by us or elsewhere → readings
parts       a text longer than the model reads at once → parts, and their readings → one
batches     documents without end → readings, in batches of so many words
explaining  one text → all that was seen in it
telling     the values of the steps, in words
parsed      the value: parsed paragraphs joined to one text, with offsets that lead back
published   words and offsets of the plain text → those of the published one
statements  decisions → statements, mentions, entities
"""
