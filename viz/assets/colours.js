// Colours for the canvas, read from the style sheet, so that light and dark stand in one place.
{
  let known = {};

  viewer.readColours = () => {
    const style = getComputedStyle(document.documentElement);
    known = {};
    viewer.colour = (name) => (known[name] ??= style.getPropertyValue(`--${name}`).trim());
  };

  // "#0072b2" with an opacity as a colour that canvases and pictures understand.
  viewer.faded = (colour, opacity) => {
    const [red, green, blue] = [1, 3, 5].map((n) => parseInt(colour.slice(n, n + 2), 16));
    return `rgba(${red},${green},${blue},${opacity})`;
  };

  viewer.setTheme = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    viewer.readColours();
  };

  viewer.isDark = () => {
    const { theme } = document.documentElement.dataset;
    return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
}
