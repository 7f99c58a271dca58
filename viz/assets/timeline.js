// The histogram of events, which is also the range slider; played, it shows the relation growing.
{
  const { make, say } = viewer;
  const MOST = 84; // bars that can still be told apart
  const RARE = 0.05; // the share of facts that may lie before the first bar
  let time = null; // {first, step, count} in months
  let playing = 0;

  const eventful = (fact) => viewer.graph.high[fact] && !["office", "relation"].includes(viewer.graph.kindOf(fact));

  const yearOf = (day) => Math.floor(viewer.monthOf(day) / 12);

  // Whole years, cut into months, quarters or years, so that there are few bars. A few facts long before
  // all others share the first bar.
  viewer.readTime = (graph) => {
    const days = [];
    let high = 0;
    for (let fact = 0; fact < graph.size; fact += 1) {
      if (eventful(fact)) { days.push(graph.low[fact]); high = Math.max(high, graph.high[fact]); }
    }
    if (!days.length) { time = null; return; }
    const lows = Int32Array.from(days).sort();
    const usual = yearOf(lows[Math.floor(lows.length * RARE)]);
    const early = usual - yearOf(lows[0]) > 5;
    const first = early ? usual : yearOf(lows[0]);
    const months = (yearOf(high) + 1 - first) * 12;
    const step = [1, 3, 12, 60, 120].find((one) => months / one <= MOST) ?? 600;
    const extra = early ? 1 : 0;
    time = { first: first * 12 - extra * step, step, early, count: Math.ceil(months / step) + extra };
  };

  const start = (bar) => viewer.firstDay(time.first + bar * time.step);
  const end = (bar) => viewer.firstDay(time.first + (bar + 1) * time.step) - 1;
  const barOf = (day) => Math.max(0, Math.min(time.count - 1, Math.floor((viewer.monthOf(day) - time.first) / time.step)));
  const shown = (bar) => (time.early && bar === 0 ? say("before", { when: name(1) }) : name(bar));
  const name = (bar) => {
    const month = time.first + bar * time.step;
    return time.step >= 12 ? String(Math.floor(month / 12)) : viewer.showMonth(month);
  };
  const shownEnd = (bar) => (time.step === 1 || (time.early && bar === 0) ? shown(bar) : viewer.showMonth(time.first + (bar + 1) * time.step - 1));
  const range = () => {
    const { from, to } = viewer.state;
    return [from ? barOf(from) : 0, to ? barOf(to) : time.count - 1];
  };

  // A date that covers several bars (a whole year) counts a part in each.
  const heights = () => {
    const { graph } = viewer;
    const bars = new Float64Array(time.count);
    for (let fact = 0; fact < graph.size; fact += 1) {
      if (!eventful(fact) || !graph.fits[fact]) continue;
      const [low, high] = [barOf(graph.low[fact]), barOf(graph.high[fact])];
      for (let bar = low; bar <= high; bar += 1) bars[bar] += 1 / (high - low + 1);
    }
    return bars;
  };

  const setRange = (low, high) => {
    const [first, last] = [Math.max(0, Math.min(low, high)), Math.min(time.count - 1, Math.max(low, high))];
    viewer.change({ from: first === 0 ? 0 : start(first), to: last === time.count - 1 ? 0 : end(last) });
  };
  viewer.setTime = (from, to) => setRange(from ? barOf(viewer.day(from)) : 0, to ? barOf(viewer.day(to)) : time.count - 1);

  const slider = (id, value) => {
    const box = viewer.one(id);
    box.max = String(time.count - 1);
    box.value = String(value);
    box.setAttribute("aria-valuetext", id === "from" ? shown(value) : shownEnd(value));
  };

  viewer.drawTime = () => {
    viewer.one("time").hidden = !time;
    if (!time) return;
    const [low, high] = range();
    const bars = heights();
    const most = Math.max(1, ...bars);
    viewer.fill(viewer.one("bars"), [...bars].map((count, bar) => {
      const height = count ? Math.max(4, (count / most) * 100) : 0;
      const element = viewer.svg("rect", { x: bar + 0.06, y: 100 - height, width: 0.88, height, class: bar >= low && bar <= high ? "in" : "out" });
      element.append(viewer.svg("title"));
      element.firstChild.textContent = say("bar", { when: shown(bar), n: Math.round(count * 10) / 10 });
      return element;
    }));
    viewer.one("bars").setAttribute("viewBox", `0 0 ${time.count} 100`);
    slider("from", low);
    slider("to", high);
    viewer.one("range").textContent = `${shown(low)} – ${shownEnd(high)}`;
    viewer.one("undated").checked = viewer.state.undated;
    viewer.one("all-time").hidden = !viewer.state.from && !viewer.state.to;
    const years = [0, Math.floor(time.count / 2), time.count - 1].map((bar) => make("span", {}, shown(bar)));
    viewer.fill(viewer.one("ticks"), years);
  };

  const stop = () => {
    clearInterval(playing);
    playing = 0;
    viewer.one("play").dataset.label = "play";
    viewer.one("play").classList.remove("on");
    viewer.speak(viewer.language);
  };

  const play = () => {
    if (playing) { stop(); return; }
    const [low, high] = range();
    let at = low;
    viewer.one("play").dataset.label = "pause";
    viewer.one("play").classList.add("on");
    viewer.speak(viewer.language);
    setRange(low, at);
    playing = setInterval(() => {
      at += 1;
      if (at > high) { stop(); return; }
      setRange(low, at);
    }, Math.max(120, Math.min(700, 9000 / (high - low + 1))));
  };

  // Pressing and drawing over the bars chooses a time; one press chooses one bar.
  const brush = (area) => {
    const at = (event) => {
      const box = area.getBoundingClientRect();
      return Math.max(0, Math.min(time.count - 1, Math.floor(((event.clientX - box.left) / box.width) * time.count)));
    };
    let first = null;
    area.addEventListener("pointerdown", (event) => { first = at(event); area.setPointerCapture(event.pointerId); setRange(first, first); });
    area.addEventListener("pointermove", (event) => { if (first !== null) setRange(first, at(event)); });
    area.addEventListener("pointerup", () => { first = null; });
    area.addEventListener("pointercancel", () => { first = null; });
  };

  viewer.startTime = () => {
    const number = (id) => Number(viewer.one(id).value);
    viewer.one("from").addEventListener("input", () => setRange(Math.min(number("from"), number("to")), number("to")));
    viewer.one("to").addEventListener("input", () => setRange(number("from"), Math.max(number("from"), number("to"))));
    viewer.one("undated").addEventListener("change", ({ target }) => viewer.change({ undated: target.checked }));
    viewer.one("all-time").addEventListener("click", () => viewer.change({ from: 0, to: 0 }));
    viewer.one("play").addEventListener("click", play);
    brush(viewer.one("bars"));
  };
}
