"""Statements against gold ones: how many are right, how many are found, and what is wrong with the others.

    gold = read_gold("gold.jsonl")
    result = evaluate(gold, extract(Document(text.id, text.text) for text in gold))
    result.total.f1, result.relation("allied").precision, result.part("polarity").share

**Found, false, missed.** An owed statement is *found* by a predicted one of the same relation and polarity whose two
ends match, in the same order unless the owed one is symmetric. An end matches where the canonical names are equal
(folded, common other names of a country mapped), or where the words of the text are. Each owed statement takes one
predicted one; what else says the same is neither right nor false. Owed statements that are optional count neither way.

**Parts.** How often one part of a statement is right, all else being right. For entity, direction, relation and
polarity: of the found statements together with the missed ones for which a false statement stands in the same text
that is wrong in this part alone, the share that is found.

    entity       one end is another
    direction    source and target are turned round (counted over the statements that have a direction)
    relation     another of the three relations
    polarity     denied where it is stated, or stated where it is denied

For names, symmetric, modality and attribution, which a statement may have wrong and still be found: of the found
statements, the share that has it right. Names are right where both canonical names are, not only the words in the text.
Attribution is measured only where the gold names a speaker somewhere; it is told apart by those statements that have a
speaker (the right one is named) and those that have none (none is named):

    speaker      of the found statements with a speaker
    no speaker   of the found statements without one

**Sources.** The part of a text's id before its first hyphen names its source, such as the outlet.

**Calibration.** Of statements with a confidence of 0.8 eight in ten should be right: see graph/evaluate/calibration.py.

**Rules.** Each predicted statement names its rule, "opposed.attack.verb subject -> object"; the words before the space
are its family: relation, group of the lexicon, part of speech. A family's precision is its found statements among its
found and false ones.
"""

from graph.evaluate.evaluation import Evaluation, evaluate, family
from graph.evaluate.files import read_claims, read_gold
from graph.evaluate.folding import fold
from graph.evaluate.values import PARTS, Claim, Claims, Found, GoldText, Missed, Owed, Score, Share, Wrong

__all__ = [
    "PARTS",
    "Claim",
    "Claims",
    "Evaluation",
    "Found",
    "GoldText",
    "Missed",
    "Owed",
    "Score",
    "Share",
    "Wrong",
    "evaluate",
    "family",
    "fold",
    "read_claims",
    "read_gold",
]
