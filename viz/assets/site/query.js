"use strict";
// The query page: ready questions, the editor, and the answer as a table or a picture.
(() => {
  const at = (id) => document.getElementById(id);
  const form = at("ask"), editor = at("query"), choice = at("named"), parameters = at("parameters");
  const words = JSON.parse(form.dataset.words), { base, language } = form.dataset;
  const WANTED = "application/sparql-results+json, application/n-triples;q=0.9";
  const FORMATS = { false: ["csv", "tsv", "json", "xml"], true: ["ttl", "nt", "jsonld"] };
  let asking = null, answer = null, drawn = null;

  const say = (name, given) => words[name].replace(/\{(\w+)\}/g, (_, part) => given[part]);

  const field = ({ name, says, needed }) => {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { name, required: needed, maxLength: 200 });
    label.append(needed ? `${says} (${words.needed}) ` : `${says} `, input);
    return label;
  };

  const fail = (text) => {
    at("failure").textContent = text;
    at("failure").hidden = !text;
    const place = /line (\d+), column (\d+)/.exec(text);
    if (!place) return;
    const lines = editor.value.split("\n"), start = lines.slice(0, place[1] - 1).join("\n").length + (place[1] > 1 ? 1 : 0);
    editor.focus();
    editor.setSelectionRange(start + place[2] - 1, start + (lines[place[1] - 1] || "").length);
  };

  const show = (name) => {
    for (const one of ["table", "picture"]) {
      at(one).hidden = one !== name;
      at(`show-${one}`).setAttribute("aria-pressed", String(one === name));
    }
    if (name === "picture") draw();
  };

  const library = () => window.vis ? Promise.resolve() : new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: "/assets/vis-network.min.js", onload: done, onerror: failed }));
  });

  const draw = async () => {
    if (drawn || !answer) return;
    const joined = "yes" in answer ? [] : picture.edges(answer, base);
    if (!joined.length) { at("picture").textContent = words["picture.few"]; return; }
    await library();
    drawn = picture.draw(at("picture"), joined, base, (iri) => { const path = results.path(iri, base); if (path) location.assign(path); });
  };

  const clear = () => {
    if (drawn) drawn.destroy();
    drawn = answer = null;
    delete at("picture").dataset.nodes;
    at("picture").textContent = "";
    at("table").textContent = "";
    at("answer").hidden = true;
    fail("");
  };

  const saves = () => {
    const links = ("yes" in answer ? ["json", "xml"] : FORMATS[answer.graph]).map((format) => Object.assign(document.createElement("a"), {
      textContent: format, download: `banggiao.${format}`, href: `/sparql?${new URLSearchParams({ format, query: editor.value })}`,
    }));
    at("saves").replaceChildren(...links.flatMap((link) => [link, " "]));
  };

  const told = (seconds) => {
    if ("yes" in answer) { at("table").textContent = answer.yes ? words.yes : words.no; return at("table").textContent; }
    at("table").append(answer.rows.length ? results.table(answer, base) : words.empty);
    const cut = answer.rows.length > results.MOST ? `, ${say("shown", { n: results.MOST })}` : "";
    return say("rows", { n: answer.rows.length, seconds }) + cut;
  };

  const run = async () => {
    if (asking) asking.abort();
    clear();
    const mine = asking = new AbortController(), began = performance.now();
    at("stop").disabled = false;
    at("answer").hidden = false;
    at("status").textContent = words.running;
    try {
      const response = await fetch("/sparql", { method: "POST", signal: mine.signal, body: new URLSearchParams({ query: editor.value }), headers: { Accept: WANTED } });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      answer = results.read(response.headers.get("Content-Type"), text);
      at("status").textContent = told(((performance.now() - began) / 1000).toLocaleString(language, { maximumFractionDigits: 2 }));
      history.replaceState(null, "", `/query?${new URLSearchParams({ lang: language, query: editor.value })}`);
      saves();
      show(at("picture").hidden ? "table" : "picture");
    } catch (error) {
      if (mine !== asking) return;
      at("answer").hidden = true;
      fail(error.name === "AbortError" ? "" : error.message || words.failed);
    } finally {
      if (mine === asking) { asking = null; at("stop").disabled = true; }
    }
  };

  const fill = async () => {
    const given = new URLSearchParams([...new FormData(parameters)].filter(([, value]) => value).concat([["lang", language]]));
    const response = await fetch(`/named/${encodeURIComponent(choice.value)}?${given}`);
    const text = await response.text();
    if (!response.ok) { clear(); fail(text); return; }
    editor.value = text;
    await run();
  };

  choice.addEventListener("change", () => {
    const wanted = choice.value ? JSON.parse(choice.selectedOptions[0].dataset.parameters) : [];
    parameters.firstElementChild.replaceChildren(...wanted.map(field));
    parameters.hidden = !choice.value;
    if (choice.value && !wanted.some((one) => one.needed)) fill();
  });
  parameters.addEventListener("submit", (event) => { event.preventDefault(); fill(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  editor.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
  at("stop").addEventListener("click", () => { if (asking) asking.abort(); });
  for (const name of ["table", "picture"]) at(`show-${name}`).addEventListener("click", () => show(name));
})();
