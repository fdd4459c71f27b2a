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

JAIL = """
word   He    fled  a     Kampala  city      jail  ~.
tag    PRP   VBD   DT    NNP      NN        NN    .
dep    nsubj ROOT  det   compound compound  dobj  punct
head   fled  =     jail  jail     jail      fled  fled
lemma  =     flee  =     =        =         =     =
ent    =     =     =     GPE      =         =     =
"""
OWN = """
word   They     closed  their     Kampala   office  ~.
tag    PRP      VBD     PRP$      NNP       NN      .
dep    nsubj    ROOT    poss      compound  dobj    punct
head   closed   =       office    office    closed  closed
lemma  =        close   =         =         =       =
ent    =        =       =         GPE       =       =
"""
STREETS = """
word   They     love   Kampala  's       streets  ~.
tag    PRP      VBP    NNP      POS      NNS      .
dep    nsubj    ROOT   poss     case     dobj     punct
head   love     =      streets  Kampala  love     love
lemma  =        =      =        =        street   =
ent    =        =      GPE      =        =        =
"""
ARCHBISHOP = """
word   Archbishop  Berg     of    Kampala  prayed  ~.
tag    NNP         NNP      IN    NNP      VBD     .
dep    compound    nsubj    prep  pobj     ROOT    punct
head   Berg        prayed   Berg  of       =       prayed
lemma  =           =        =     =        pray    =
ent    =           PERSON   =     GPE      =       =
"""
TAKEN_TO = """
word   It     took  her   to    Kampala  ~.
tag    PRP    VBD   PRP   IN    NNP      .
dep    nsubj  ROOT  dobj  prep  pobj     punct
head   took   =     took  took  to       took
lemma  =      take  she   =     =        =
ent    =      =     =     =     GPE      =
"""
BESIDE = """
word   Buses   link  Kampala  and      Gulu     ~.
tag    NNS     VBP   NNP      CC       NNP      .
dep    nsubj   ROOT  dobj     cc       conj     punct
head   link    =     link     Kampala  Kampala  link
lemma  bus     =     =        =        =        =
ent    =       =     GPE      =        GPE      =
"""
PROPOSAL = """
word   They     saw   a         Kampala   proposal  ~.
tag    PRP      VBD   DT        NNP       NN        .
dep    nsubj    ROOT  det       compound  dobj      punct
head   saw      =     proposal  proposal  saw       saw
lemma  =        see   =         =         =         =
ent    =        =     =         GPE       =         =
"""
SENT = """
word   They   sent   a        message  to       Kampala  ~.
tag    PRP    VBD    DT       NN       IN       NNP      .
dep    nsubj  ROOT   det      dobj     prep     pobj     punct
head   sent   =      message  sent     message  to       sent
lemma  =      send   =        =        =        =        =
ent    =      =      =        =        =        GPE      =
"""
STRUCK = """
word   The   Kampala   attack   on      Lima  failed  ~.
tag    DT    NNP       NN       IN      NNP   VBD     .
dep    det   compound  nsubj    prep    pobj  ROOT    punct
head   attack attack   failed   attack  on    =       failed
lemma  =     =         =        =       =     fail    =
ent    =     GPE       =        =       GPE   =       =
"""


@pytest.mark.parametrize("table", [FELL, WELCOMED, NORTH, LISTED, REACHED, JAIL, OWN, STREETS, ARCHBISHOP, TAKEN_TO])
def test_a_capital_where_something_happens_is_the_place(table: str) -> None:
    doc = parse(table)
    assert all(is_place(name, doc) for name in find_names(doc, world()) if name.place is not None)
    assert any(name.place is not None for name in find_names(doc, world()))


@pytest.mark.parametrize("table", [OFFICIALS, CONDEMNED, TIES, PRAISED, PROPOSAL, SENT, STRUCK])
def test_a_capital_that_acts_is_its_country(table: str) -> None:
    doc = parse(table)
    found = [is_place(name, doc) for name in find_names(doc, world())]
    assert found == [False] * (2 if table == STRUCK else 1)


def test_a_capital_beside_another_town_is_the_place() -> None:
    doc = parse(BESIDE)
    assert next(is_place(name, doc) for name in find_names(doc, world()))
