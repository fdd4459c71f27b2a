"""Own names and relations in sentences: as the model never saw them, and the same however many processes read."""

from pathlib import Path
from typing import Any

import pytest

from graph import Document, Project, extract
from graph.data_files import File
from tests.cli.commands import run

NAMES = """
never = ["Water Cannon"]
[adidas]
kind = "organisation"
[Zorvania]
kind = "country"
demonym = "Zorvanian"
capitals = [{ name = "Zorv City" }]
["Ministry of Truth"]
kind = "organisation"
aliases = ["Minitru"]
["Ola Brandt"]
kind = "person"
aliases = ["Ola", "the Duke of Zorv"]
[Amazon]
kind = "organisation"
["Acme Robotics"]
kind = "organisation"
aliases = ["Acme"]
"""
RELATIONS = """
[employs]
about = "SOURCE employs TARGET"
sources = ["organisation", "country"]
targets = ["person"]
[employs.work]
about = "SOURCE employs TARGET"
verbs = ["employ", "hire"]
verb_frames = ["subject -> object"]
[funds]
about = "SOURCE gives TARGET money"
sign = 1
[funds.money]
about = "SOURCE gives TARGET money"
verbs = ["fund", "finance"]
verb_frames = ["subject -> object"]
["mediates between"]
about = "SOURCE brings TARGET and others to a table"
["mediates between".talks]
about = "SOURCE mediates between TARGET and others"
verbs = ["mediate"]
verb_frames = ["subject -> between"]
"""
PROJECT = Project((File("relations.toml", RELATIONS),), (), (File("names.toml", NAMES),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorvania condemned Poland.", ["Zorvania opposed Poland"]),
        ("adidas condemned Poland.", ["adidas opposed Poland"]),
        ("Zorv City accused Poland of lies.", ["Zorvania opposed Poland"]),
        ("Poland bombed Zorvanian positions.", ["Poland opposed Zorvania"]),
        ("Poland and Zorvania signed a pact.", ["Poland allied Zorvania"]),
        ("Poland condemned the Ministry of Truth.", ["Poland opposed Ministry of Truth"]),
        ("Minitru denounced Poland.", ["Ministry of Truth opposed Poland"]),
        ("The Duke of Zorv flew to Oslo.", ["Ola Brandt visited Oslo"]),
        ("Amazon criticised Poland.", ["Amazon opposed Poland"]),
        ("Acme CEO Jane Roe said Acme supports Poland.", ["Acme Robotics allied Poland"]),
        ("Water Cannon supports Poland.", []),
        ("Acme hired Ola in May.", ["Acme Robotics employs Ola Brandt"]),
        ("Ola was hired by Acme.", ["Acme Robotics employs Ola Brandt"]),
        ("Acme hired Poland.", []),
        ("Norway did not finance Boko Haram.", ["Norway not funds Boko Haram"]),
        (
            "Qatar mediated between Israel and Hamas.",
            ["Qatar mediates between Israel", "Qatar mediates between Hamas"],
        ),
    ],
)
def test_a_sentence_states_this(nlp: Any, text: str, expected: list[str]) -> None:
    (reading,) = extract([Document("d", text)], nlp, project=PROJECT)
    assert [f"{s.source} {s.key} {s.target}" for s in reading.statements] == expected


def test_without_the_project_nothing_of_it_is_known(nlp: Any) -> None:
    (reading,) = extract([Document("d", "Qatar mediated between Israel and Hamas. Minitru hired Ola.")], nlp)
    assert reading.statements == ()


def test_processes_and_one_alone_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.toml").write_text(RELATIONS, encoding="utf-8")
    Path("n.toml").write_text(NAMES, encoding="utf-8")
    Path("texts").mkdir()
    for number, text in enumerate(("Zorvania condemned Poland.", "Acme hired Ola.", "Minitru will fund adidas.")):
        Path(f"texts/{number}.txt").write_text(text, encoding="utf-8")
    given = ("build", "texts", "--relations", "r.toml", "--names", "n.toml")
    files = ("statements.jsonl", "graph.graphml", "graph.html", "project.json")
    assert run(*given, "-o", "alone").exit_code == 0
    made = {name: Path("alone", name).read_bytes() for name in files}
    assert b'"relation": "funds"' in made["statements.jsonl"]
    assert run(*given, "-o", "many", "--workers", "2").exit_code == 0
    assert {name: Path("many", name).read_bytes() for name in files} == made
    again = run(*given, "-o", "many", "--workers", "2")
    assert "3 of 3 documents are read already." in again.stderr
    other = run("build", "texts", "--names", "n.toml", "-o", "many", "--workers", "2")
    assert "read already" not in other.stderr
    assert b'"relation": "funds"' not in Path("many/statements.jsonl").read_bytes()
