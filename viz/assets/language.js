// Words in the reader's language: messages of the page, and the names of nodes, islands and values of slots.
{
  const messages = viewer.embedded("messages");
  let names = [];
  let islands = [];
  const formats = { vi: new Intl.NumberFormat("vi"), en: new Intl.NumberFormat("en") }; // made once: to make one takes 0.1 ms
  viewer.language = "vi";

  viewer.number = (value) => formats[viewer.language].format(value);

  viewer.say = (key, values = {}) =>
    ((values.n === 1 && messages[viewer.language][`one.${key}`]) || messages[viewer.language][key] || key).replace(/\{(\w+)\}/g, (whole, name) =>
      (typeof values[name] === "number" ? viewer.number(values[name]) : values[name] ?? whole));

  viewer.speak = (language) => {
    viewer.language = messages[language] ? language : "vi";
    document.documentElement.lang = viewer.language;
    document.title = viewer.say("title");
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = viewer.say(element.dataset.say);
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", viewer.say(element.dataset.label));
      if (element.tagName === "BUTTON") element.title = viewer.say(element.dataset.label);
    }
    for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = viewer.say(element.dataset.hint);
  };

  viewer.readNames = (index) => {
    names = index.nodes.name.map((name) => [name, name]);
    for (const [n, vi, en] of index.translations) names[n] = [vi, en];
    islands = index.nodes.islands.map(([code]) => index.countries[code] ?? code);
  };

  const nth = (pair) => pair[viewer.language === "en" ? 1 : 0];
  viewer.name = (node) => nth(names[node]);
  viewer.allNames = (node) => names[node];
  viewer.island = (island) => {
    const found = islands[island];
    if (found === "+") return viewer.say("international");
    if (found === "?") return viewer.say("unknown");
    return Array.isArray(found) ? nth(found) : found;
  };

  // A value of a slot: the number of a word, or of a date below zero.
  viewer.word = (number) => {
    if (number < 0) return viewer.showDate(viewer.graph.dates[-number][0]);
    const [raw, vi, en] = viewer.graph.words[number];
    return (viewer.language === "en" ? en : vi) ?? raw;
  };
}
