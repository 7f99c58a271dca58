// The one name that all scripts share, and the smallest helpers. Text only ever enters the page as text.
"use strict";
const viewer = {};

viewer.one = (id) => document.getElementById(id);

// An element with attributes ("class", "aria-label", "onclick" as a function) and children: elements or text.
viewer.make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

viewer.svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

viewer.fill = (element, ...children) => element.replaceChildren(...children.flat().filter((child) => child !== null));

// Letters without marks or case: "Đinh Tiến Dũng" and "dinh tien dung" fold alike, "Sơ-reng" like "so reng".
viewer.fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/[^\p{L}\p{N}|]+/gu, " ").trim();

viewer.later = (wait, action) => {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(action, wait); };
};
