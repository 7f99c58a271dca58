// Dates as exact as they were told: 27/04/2022, 04/2022, 2022, 21/02 (year not told), from – to.
{
  const EPOCH = 719163; // the number of 1970-01-01 when days are counted from year 1

  const single = (edtf) => {
    const [year, month, day] = edtf.split("-");
    const vietnamese = viewer.language === "vi";
    const months = viewer.say("month.names").split(" ");
    const known = (part) => part && !part.includes("X");
    const pieces = vietnamese
      ? [known(day) && day, known(month) && month, known(year) && year]
      : [known(day) && String(Number(day)), known(month) && months[Number(month) - 1], known(year) && year];
    return pieces.filter(Boolean).join(vietnamese ? "/" : " ") || edtf;
  };

  const shown = new Map(); // by language and date

  viewer.showDate = (edtf) => {
    if (!edtf) return viewer.say("undated");
    const key = viewer.language + edtf;
    return shown.get(key) ?? shown.set(key, [...new Set(edtf.split("/").map(single))].join(" – ")).get(key);
  };

  viewer.day = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000) + EPOCH;
  viewer.iso = (day) => new Date((day - EPOCH) * 86400000).toISOString().slice(0, 10);

  viewer.monthOf = (day) => {
    const date = new Date((day - EPOCH) * 86400000);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  viewer.firstDay = (month) => Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000) + EPOCH;
  viewer.showMonth = (month) => single(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
}
