"""Whether a capital is the place where it stands, or its country: on parses checked by hand."""

import pytest

from graph.entities.names import find_names
from graph.entities.names.whereabouts import is_place
from graph.entities.world import world
from tests.parses import parse

FELL = """
word   Bombs  fell  in    central  Kampala  ~.
tag    NNS    VBD   IN    JJ       NNP      .
dep    nsubj  ROOT  prep  amod     pobj     punct
head   fell   =     fell  Kampala  in       fell
lemma  bomb   fall  =     =        =        =
ent    =      =     =     =        GPE      =
"""
WELCOMED = """
word   They      welcomed  him       to        Kampala  ~.
tag    PRP       VBD       PRP       IN        NNP      .
dep    nsubj     ROOT      dobj      prep      pobj     punct
head   welcomed  =         welcomed  welcomed  to       welcomed
lemma  =         welcome   he        =         =        =
ent    =         =         =         =         GPE      =
"""
NORTH = """
word   Militants  fought  north   of     Kampala  ~.
tag    NNS        VBD     RB      IN     NNP      .
dep    nsubj      ROOT    advmod  prep   pobj     punct
head   fought     =       fought  north  of       fought
lemma  militant   fight   =       =      =        =
ent    =          =       =       =      GPE      =
"""
LISTED = """
word   He     met   them  in    Lima  and   Kampala  ~.
tag    PRP    VBD   PRP   IN    NNP   CC    NNP      .
dep    nsubj  ROOT  dobj  prep  pobj  cc    conj     punct
head   met    =     met   met   in    Lima  Lima     met
lemma  =      meet  they  =     =     =     =        =
ent    =      =     =     =     GPE   =     GPE      =
"""
REACHED = """
word   They     reached  Kampala  ~.
tag    PRP      VBD      NNP      .
dep    nsubj    ROOT     dobj     punct
head   reached  =        reached  reached
lemma  =        reach    =        =
ent    =        =        GPE      =
"""
OFFICIALS = """
word   Officials  from       Kampala  protested  ~.
tag    NNS        IN         NNP      VBD        .
dep    nsubj      prep       pobj     ROOT       punct
head   protested  Officials  from     =          protested
lemma  official   =          =        protest    =
ent    =          =          GPE      =          =
"""
CONDEMNED = """
word   Kampala    condemned  the   raid       ~.
tag    NNP        VBD        DT    NN         .
dep    nsubj      ROOT       det   dobj       punct
head   condemned  =          raid  condemned  condemned
lemma  =          condemn    =     =          =
ent    GPE        =          =     =          =
"""
TIES = """
word   He     has   ties  to    Kampala  ~.
tag    PRP    VBZ   NNS   IN    NNP      .
dep    nsubj  ROOT  dobj  prep  pobj     punct
head   has    =     has   ties  to       has
lemma  =      have  tie   =     =        =
ent    =      =     =     =     GPE      =
"""
PRAISED = """
word   They     praised  Kampala  ~.
tag    PRP      VBD      NNP      .
dep    nsubj    ROOT     dobj     punct
head   praised  =        praised  praised
lemma  =        praise   =        =
ent    =        =        GPE      =
"""


@pytest.mark.parametrize("table", [FELL, WELCOMED, NORTH, LISTED, REACHED])
def test_a_capital_where_something_happens_is_the_place(table: str) -> None:
    doc = parse(table)
    assert all(is_place(name, doc) for name in find_names(doc, world()))


@pytest.mark.parametrize("table", [OFFICIALS, CONDEMNED, TIES, PRAISED])
def test_a_capital_that_acts_is_its_country(table: str) -> None:
    doc = parse(table)
    assert [is_place(name, doc) for name in find_names(doc, world())] == [False]
