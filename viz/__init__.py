"""From the graph kg to one self-contained HTML page.

    kg ─ select ─▶ the strongest part of it ─ exports.layout ─▶ positions ─ payload ─▶ JSON ─ page ─▶ one HTML file

    look        every colour, dash and shape
    select      which names a page shows: the strongest, or those about some names
    payload     what the page is told, as plain JSON
    page        pyvis with our own template
    digest      a short word for what a page says
    same        names that may mean the same
    aliases     other words by which a name can be found
    notebook    the page as a value that shows itself in Jupyter
    template/   the page itself: HTML, style, and the scripts that run in it

viz reads kg and never changes it; it never imports spaCy.
"""

from viz.notebook import Shown, show
from viz.page import render_page, write_page
from viz.select import LeftOut

__all__ = ["LeftOut", "Shown", "render_page", "show", "write_page"]
