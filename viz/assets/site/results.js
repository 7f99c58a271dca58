"use strict";
// An answer of the endpoint as rows of terms, and rows as a table. A term is {type: "uri" | "bnode" | "literal", value}.
const results = (() => {
  const MOST = 1000; // rows of the table
  const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;
  const ESCAPES = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

  const unescaped = (text) =>
    text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, sign) =>
      sign ? ESCAPES[sign] || sign : String.fromCodePoint(parseInt(short || long, 16)));

  const term = ([, iri, blank, text, language, datatype]) =>
    iri !== undefined ? { type: "uri", value: unescaped(iri) }
      : blank !== undefined ? { type: "bnode", value: blank }
        : { type: "literal", value: unescaped(text), "xml:lang": language, datatype };

  const triples = (text) => text.split("\n").filter(Boolean).map((line) => {
    const [subject, predicate, object] = [...line.matchAll(TERM)].map(term);
    return { subject, predicate, object };
  });

  // Return {columns, rows, graph} or {yes: true or false}.
  const read = (type, text) => {
    if (type.startsWith("application/n-triples")) {
      return { columns: ["subject", "predicate", "object"], rows: triples(text), graph: true };
    }
    const answer = JSON.parse(text);
    return "boolean" in answer ? { yes: answer.boolean }
      : { columns: answer.head.vars, rows: answer.results.bindings, graph: false };
  };

  const short = (iri, base) => (iri.startsWith(base) ? iri.slice(base.length) : iri.replace(/^.*[/#](?=.)/, ""));
  const path = (iri, base) => (iri.startsWith(base) && !iri.includes("#") ? "/" + iri.slice(base.length) : null);

  const cell = (one, base) => {
    const element = document.createElement("td");
    if (!one) return element;
    const inside = one.type === "uri" && path(one.value, base) ? document.createElement("a") : document.createElement("span");
    inside.textContent = one.type === "uri" ? short(one.value, base) : one.value;
    if (inside.tagName === "A") inside.href = path(one.value, base);
    if (one.type === "uri") inside.title = one.value;
    if (one["xml:lang"]) inside.lang = one["xml:lang"];
    element.append(inside);
    return element;
  };

  const line = (cells) => {
    const row = document.createElement("tr");
    row.append(...cells);
    return row;
  };

  const table = ({ columns, rows }, base) => {
    const made = document.createElement("table");
    const heads = columns.map((name) => Object.assign(document.createElement("th"), { textContent: name, scope: "col" }));
    made.createTHead().append(line(heads));
    made.createTBody().append(...rows.slice(0, MOST).map((row) => line(columns.map((name) => cell(row[name], base)))));
    return made;
  };

  return { read, table, short, path, MOST };
})();
