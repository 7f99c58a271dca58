"""What can be done to the merged example, and the beginning of what must be said of it: each message once."""

from ontology.terms import PREFIXES

PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
SCHEMES = "https://w3id.org/banggiao/scheme/"


def drop(kind: str, path: str) -> str:
    return f"DELETE {{ ?x {path} ?y }} WHERE {{ ?x a {kind} ; {path} ?y }}"


def add(kind: str, said: str) -> str:
    return f"INSERT {{ ?x {said} }} WHERE {{ ?x a {kind} }}"


def swap(kind: str, path: str, value: str) -> str:
    return f"DELETE {{ ?x {path} ?y }} INSERT {{ ?x {path} {value} }} WHERE {{ ?x a {kind} ; {path} ?y }}"


# What is done to the graph, and the beginning of what must be said.
MUTATIONS = [
    (drop("bg:Meeting", "bg:evidence"), "must have at least one sentence as evidence: add bg:evidence, or"),
    (swap("bg:Relation", "prov:wasDerivedFrom", "<x:y>"), "must be derived from at least one article"),
    (drop("bg:Agreement", "bg:claim"), "must lead to the claims"),
    (swap("bg:Meeting", "bg:earliest", '"2024-01-01"^^xsd:date'), "has an earliest day after its latest"),
    (swap("bg:Visit", "bg:earliest", '"soon"'), "has an earliest day after its latest"),
    (add("bg:Visit", 'bg:latest "2030-01-01"^^xsd:date'), "must have at most one latest day"),
    (drop("foaf:Person", "foaf:name"), "must have exactly one name"),
    (add("foaf:Person", 'foaf:name "Ai khác"'), "must have exactly one name"),
    (swap("foaf:Person", "foaf:name", '""'), "must have exactly one name"),
    (swap("foaf:Person", "bg:country", "<x:y>"), "must belong to at most one country"),
    (drop("bg:Office", "org:member"), "must be held by exactly one person"),
    (drop("bg:Office", "bg:title"), "must have exactly one title"),
    (swap("bg:Office", "org:organization", "<x:y>"), "must belong to at most one polity or body"),
    (drop("bg:Office", "bg:post"), "must have exactly one post"),
    (swap("bg:Meeting", "bg:participant", "<x:y>"), "must have exactly two participants"),
    (swap("bg:Meeting", "bg:date", '"27/4"^^<http://id.loc.gov/datatypes/edtf/EDTF>'), "its date must be one EDTF"),
    (swap("bg:Meeting", "bg:date", '"2022-04-27"'), "its date must be one EDTF"),
    (swap("bg:Meeting", "bg:place", "<x:y>"), "must have at most one place"),
    (swap("bg:Meeting", "bg:form", '"talks"'), "must have at most one form"),
    (swap("bg:Meeting", "bg:form", f"<{SCHEMES}statuses/done>"), "has a form from outside the list forms"),
    (swap("bg:Meeting", "bg:topic", '"trade"'), "has topics that are no concepts"),
    (swap("bg:Meeting", "bg:topic", f"<{SCHEMES}statuses/done>"), "has a topic from outside the list topics"),
    (swap("bg:Meeting", "bg:status", '"done"'), "must have at most one status"),
    (swap("bg:Visit", "bg:status", f"<{SCHEMES}forms/talks>"), "has a status from outside the list statuses"),
    (swap("bg:Visit", "bg:visitor", "<x:y>"), "must have at most one visitor"),
    (drop("bg:Visit", "bg:destination"), "must have exactly one destination"),
    (swap("bg:Visit", "bg:origin", "<x:y>"), "must have at most one origin"),
    (swap("bg:Visit", "bg:start", '"2022"'), "its start must be one EDTF"),
    (swap("bg:Visit", "bg:end", '"2022"'), "its end must be one EDTF"),
    (swap("bg:Visit", "bg:rank", '"state"'), "must have at most one rank"),
    (swap("bg:Visit", "bg:rank", f"<{SCHEMES}forms/talks>"), "has a rank from outside the list ranks"),
    (drop("bg:Delegation", "bg:leader"), "must have exactly one leader"),
    (drop("bg:Delegation", "bg:origin"), "must come from exactly one polity"),
    (swap("bg:Delegation", "bg:destination", "<x:y>"), "must have at most one destination"),
    (drop("bg:Agreement", "bg:party"), "must have at least two parties"),
    (drop("bg:Agreement", "bg:kind"), "must have exactly one kind"),
    (swap("bg:Agreement", "bg:kind", f"<{SCHEMES}forms/talks>"), "has a kind from outside the list kinds"),
    (add("bg:Agreement", 'schema:name "Tên khác"'), "must have at most one name"),
    (swap("bg:Anniversary", "bg:years", "0"), "must have at most one number of years"),
    (swap("bg:Anniversary", "bg:occasion", '"victory"'), "must have at most one occasion"),
    (swap("bg:Anniversary", "bg:occasion", f"<{SCHEMES}forms/talks>"), "has an occasion from outside"),
    (swap("bg:Anniversary", "bg:since", '"1967"'), "its since must be one EDTF"),
    (drop("bg:Relation", "bg:level"), "must have exactly one level"),
    (swap("bg:Relation", "bg:level", f"<{SCHEMES}forms/talks>"), "has a level from outside the list levels"),
    (drop("bg:Tie", "bg:between"), "must tie exactly two"),
    (swap("bg:Tie", "bg:kind", f"<{SCHEMES}forms/talks>"), "has a kind from outside the list ties"),
    (swap("bg:Tie", "prov:wasDerivedFrom", "<x:y>"), "must be derived from at least one meeting"),
    (drop("bg:Tie", "bg:evidence"), "must have at least one sentence as evidence: add bg:evidence."),
    ("INSERT DATA { <x:y> a bg:Value }", "must be of exactly one fact"),
    ("INSERT DATA { <x:y> a bg:Value }", "must be of exactly one property"),
    ("INSERT DATA { <x:y> a bg:Value }", "must have exactly one value"),
    ("INSERT DATA { <x:y> a rdf:Statement }", "follows for exactly one fact that has dates"),
    ("INSERT DATA { <x:y> a rdf:Statement ; rdf:predicate bg:place }", "follows for exactly one date of a fact"),
    ("INSERT DATA { <x:y> a rdf:Statement }", "must say what it follows from"),
    ('INSERT DATA { <x:y> a rdf:Statement ; bg:earliest "soon" }', "follows for an earliest day after the latest"),
    (drop("bg:Evidence", "oa:hasSource"), "must come from exactly one article"),
    (drop("oa:TextQuoteSelector", "oa:exact"), "must have exactly one quote"),
    (swap("oa:TextPositionSelector", "oa:start", "-1"), "must have exactly one start"),
    (drop("oa:TextPositionSelector", "oa:end"), "must have exactly one end"),
    (swap("oa:TextPositionSelector", "oa:start", "99"), "must start before it ends"),
    (drop("schema:NewsArticle", "schema:identifier"), "must have exactly one id"),
    (drop("schema:NewsArticle", "schema:inLanguage"), "must have exactly one language"),
    (swap("schema:NewsArticle", "schema:sha256", '"123"'), "must have exactly one SHA-256"),
    (swap("schema:NewsArticle", "schema:datePublished", '"hôm nay"'), "must have at most one publication date"),
    (drop("org:Post", "skos:prefLabel"), "must have one preferred label"),
    (drop("skos:Concept", "skos:prefLabel"), "must have a label in Vietnamese and one in English"),
    (drop("skos:Concept", "skos:notation"), "must have exactly one notation"),
    (drop("skos:Concept", "skos:inScheme"), "must be in exactly one scheme"),
    (add("bg:Country", 'bg:iso2 "Vietnam"'), "must have at most one ISO alpha-2 code"),
    (add("bg:Country", "bg:capital <x:y>"), "must have a city as its capital"),
]
