// Taking away: files made in the page, the clipboard, and CSV of the selection with its sentences.
{
  viewer.download = (name, type, content) => {
    const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
    const link = viewer.make("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const byHand = (text) => {
    const box = viewer.make("textarea", { class: "hidden", "aria-hidden": "true" });
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  };

  viewer.copied = "";
  viewer.copy = async (text, done) => {
    viewer.copied = text;
    try { await navigator.clipboard.writeText(text); } catch { byHand(text); }
    viewer.tell(viewer.say(done));
  };

  viewer.tell = (text) => {
    const box = viewer.one("toast");
    box.textContent = text;
    box.classList.add("on");
    setTimeout(() => box.classList.remove("on"), 1800);
  };

  // A cell that spreadsheets take as text: quoted where needed, no formula even if it begins like one.
  const cell = (text) => {
    const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(tame) ? `"${tame.replace(/"/g, '""')}"` : tame;
  };

  viewer.csv = async (facts) => {
    const heads = ["date", ...viewer.rowHeads.slice(1), "sentence", "article", "url"];
    const lines = [heads.map((head) => (["article"].includes(head) ? viewer.say("article") : head === "url" ? "URL" : viewer.say(head))).join(",")];
    const told = await viewer.readFacts(facts);
    for (const fact of facts) {
      const row = { ...viewer.rowOf(fact), date: viewer.graph.when(fact) };
      for (const { article, quotes } of told.get(fact)) {
        lines.push([...viewer.rowHeads.map((head) => row[head]), quotes.join(" … "), article.title ?? article.id, article.url ?? ""].map(cell).join(","));
      }
    }
    return `${lines.join("\r\n")}\r\n`;
  };
}
