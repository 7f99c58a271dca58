// The facts of the selection as Turtle: the triples that the graph itself has of them, with the articles that tell them.
{
  const BASE = "https://w3id.org/banggiao/";
  const NAME = "http://www.w3.org/2004/02/skos/core#prefLabel";
  const DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom";
  const EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

  const full = (iri) => (/^https?:/.test(iri) ? iri : BASE + iri);
  const text = (value) => `"${value.replace(/[\\"\n\r\t]/g, (letter) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[letter])}"`;

  const term = (iri) => {
    for (const [prefix, space] of Object.entries(viewer.graph.rdf.prefixes)) {
      if (iri.startsWith(space) && /^\w+$/.test(iri.slice(space.length))) return `${prefix}:${iri.slice(space.length)}`;
    }
    return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`;
  };

  // A slot's value by the kind that the ontology's table gives it.
  const literal = (number, kind) => {
    if (number < 0) return `${text(viewer.graph.dates[-number][0])}^^${term(EDTF)}`;
    const [raw, , , iri] = viewer.graph.words[number];
    if (kind === "concept" || kind === "place") return term(iri);
    return kind === "number" ? raw : text(raw);
  };

  const objects = (fact, slot, kind, used) => {
    if (["person", "side", "sides", "code"].includes(kind)) {
      const column = viewer.graph.columns[viewer.graph.kindOf(fact)].roles[slot];
      const nodes = column ? viewer.graph.standing(fact, slot) : [];
      nodes.forEach((node) => used.add(node));
      return nodes.map((node) => term(full(viewer.graph.nodes.iri[node])));
    }
    const number = viewer.graph.slot(fact, slot);
    if (kind === "concepts") return number ? number.map((one) => literal(one, "concept")) : [];
    return number ? [literal(number, kind)] : [];
  };

  const articleIri = (id) => `${BASE}article/${encodeURIComponent(id).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`;

  const statement = (fact, iris, used, tellings) => {
    const { class: name, slots } = viewer.graph.rdf.kinds[viewer.graph.kindOf(fact)];
    const lines = slots.flatMap(([slot, property, kind]) => objects(fact, slot, kind, used).map((one) => `${term(property)} ${one}`));
    for (const { article } of tellings) lines.push(`${term(DERIVED)} ${term(articleIri(article.id))}`);
    return `${term(full(iris[fact]))} a ${term(name)} ;\n    ${[...new Set(lines)].join(" ;\n    ")} .`;
  };

  const label = (node) => {
    const subject = term(full(viewer.graph.nodes.iri[node]));
    const name = viewer.graph.nodes.name[node];
    if (!viewer.graph.nodes.iri[node].startsWith("scheme/")) return `${subject} ${term(NAME)} ${text(name)} .`;
    const [vi, en] = viewer.allNames(node);
    return `${subject} ${term(NAME)} ${text(vi)}@vi, ${text(en)}@en .`;
  };

  viewer.turtle = async (facts) => {
    const iris = await viewer.unpack("iris");
    const used = new Set();
    const statements = [];
    const told = await viewer.readFacts(facts);
    for (const fact of [...facts].sort((x, y) => x - y)) statements.push(statement(fact, iris, used, told.get(fact)));
    const prefixes = Object.entries(viewer.graph.rdf.prefixes).map(([prefix, space]) => `@prefix ${prefix}: <${space}> .`);
    const labels = [...used].sort((x, y) => x - y).map(label);
    return `${[...prefixes, "", ...statements, ...labels].join("\n")}\n`;
  };
}
