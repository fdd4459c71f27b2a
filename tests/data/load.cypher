// Copy this folder's files into the import folder of the database, then: cypher-shell -f load.cypher
CREATE CONSTRAINT entente_name IF NOT EXISTS FOR (n:Entity) REQUIRE n.name IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (n:Entity {name: row.`name:ID`})
SET n.`kind` = row.`kind`, n.`names` = row.`names`, n.`mentions` = toInteger(row.`mentions:int`), n.`documents` = toInteger(row.`documents:int`), n.`first` = row.`first`, n.`last` = row.`last`, n.`iso2` = row.`iso2`, n.`iso3` = row.`iso3`, n.`wikidata` = row.`wikidata`, n.`latitude` = toFloat(row.`latitude:double`), n.`longitude` = toFloat(row.`longitude:double`), n.`country` = row.`country`;

LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row
WITH row WHERE row.`:TYPE` = 'ALLIED'
MATCH (a:Entity {name: row.`:START_ID`}), (b:Entity {name: row.`:END_ID`})
MERGE (a)-[r:ALLIED]->(b)
SET r.`relation` = row.`relation`, r.`negated` = toBoolean(row.`negated:boolean`), r.`symmetric` = toBoolean(row.`symmetric:boolean`), r.`sign` = toInteger(row.`sign:int`), r.`weight` = toFloat(row.`weight:double`), r.`documents` = toInteger(row.`documents:int`), r.`actual` = toInteger(row.`actual:int`), r.`planned` = toInteger(row.`planned:int`), r.`possible` = toInteger(row.`possible:int`), r.`past` = toInteger(row.`past:int`), r.`cues` = row.`cues`, r.`attributed_to` = row.`attributed_to`, r.`when` = row.`when`, r.`first` = row.`first`, r.`last` = row.`last`, r.`confidence` = toFloat(row.`confidence:double`), r.`evidence` = row.`evidence`, r.`sources` = row.`sources`, r.`evidence_json` = row.`evidence_json`;

