"use strict";
// An answer as a picture: triples as they are; of rows, the first two columns that name things, joined in each row.
const picture = (() => {
  const MOST = 300; // edges that can still be told apart
  const NAMES = /[/#](name|prefLabel|label|headline|identifier)$/;
  const LONGEST = 60;

  const plain = (one) => one.type === "uri"
    || (one.type === "literal" && (!one.datatype || /#(string|langString)$/.test(one.datatype)) && one.value.length <= LONGEST
      && /\p{L}/u.test(one.value));

  const naming = ({ columns, rows }) => columns.filter((name) => {
    const values = rows.map((row) => row[name]).filter(Boolean);
    return values.length && values.every(plain);
  }).slice(0, 2);

  const ofTriples = ({ rows }, base) => {
    const names = new Map(rows.filter((row) => NAMES.test(row.predicate.value) && row.object.type === "literal")
      .map((row) => [row.subject.value, row.object.value]));
    return rows.filter((row) => !names.has(row.subject.value) || !NAMES.test(row.predicate.value)).map((row) => ({
      from: row.subject, to: row.object, label: results.short(row.predicate.value, base), arrows: "to", names,
    }));
  };

  const ofRows = (answer, base) => {
    const [first, second] = naming(answer);
    if (!second) return [];
    const rest = answer.columns.filter((name) => name !== first && name !== second);
    return answer.rows.filter((row) => row[first] && row[second]).map((row) => ({
      from: row[first], to: row[second], names: new Map(),
      title: rest.filter((name) => row[name]).map((name) => `${name}: ${results.short(row[name].value, base)}`).join("\n"),
    }));
  };

  const edges = (answer, base) => (answer.graph ? ofTriples(answer, base) : ofRows(answer, base)).slice(0, MOST);

  const draw = (place, joined, base, open) => {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const nodes = new Map();
    const node = (one, names) => {
      const id = `${one.type} ${one.value}`;
      const label = names.get(one.value) || (one.type === "uri" ? results.short(one.value, base) : one.value);
      if (!nodes.has(id)) {
        nodes.set(id, { id, label: label.slice(0, LONGEST), iri: one.type === "uri" ? one.value : null,
          shape: one.type === "uri" || !names.size ? "dot" : "box" });
      }
      return id;
    };
    const drawn = joined.map((one) => ({ from: node(one.from, one.names), to: node(one.to, one.names),
      label: one.label, title: one.title, arrows: one.arrows }));
    const font = { color: colour("--ink"), face: "system-ui", size: 18 };
    const network = new vis.Network(place, { nodes: [...nodes.values()], edges: drawn }, {
      layout: { randomSeed: 1, improvedLayout: nodes.size < 150 },
      nodes: { size: 9, color: { background: colour("--person"), border: colour("--person") }, font },
      edges: { color: colour("--several"), font: { ...font, size: 11, strokeColor: colour("--paper") } },
      physics: { stabilization: { iterations: 300 }, barnesHut: { springLength: 140, avoidOverlap: 0.3 } },
    });
    network.once("stabilizationIterationsDone", () => { network.setOptions({ physics: false }); place.dataset.nodes = nodes.size; });
    network.on("doubleClick", ({ nodes: [id] }) => { if (id && nodes.get(id).iri) open(nodes.get(id).iri); });
    return network;
  };

  return { edges, draw };
})();
