/** What runs within a page and tells what is wrong with it; every fault is a line of text. */

/** Least size of a figure's text, in pixels of the screen. */
const TEXT_SIZE = 14;
/** By how many pixels boxes may overlap: browsers measure fonts, not glyphs. */
const TOLERANCE = 1.5;

globalThis.house = {
  /** Opens what is folded, so that it is looked at too. */
  open() {
    for (const details of document.querySelectorAll("details")) details.open = true;
  },

  /** What axe finds by all its rules, experimental ones and those of level AAA included. */
  async axe(only) {
    const rules = axe.getRules().map(({ ruleId }) => ruleId)
      .filter((rule) => only === undefined || only.includes(rule));
    const { violations } = await axe.run(document, {
      runOnly: rules,
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) =>
      `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`
    );
  },

  /** Whether the page must be scrolled sideways. */
  sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} pixels wide in ${clientWidth}`] : [];
  },

  /** Exhibits that take no room. */
  hidden() {
    return [...document.querySelectorAll("figure.exhibit")]
      .filter((figure) => figure.getBoundingClientRect().height < 10)
      .map((figure) => figure.id || figure.textContent.slice(0, 40));
  },

  /** Text in figures that is small, outside its figure, or upon other text. */
  texts() {
    return [...document.querySelectorAll(".drawing svg")].flatMap((svg) => {
      const figure = svg.closest("figure").querySelector("figcaption")?.textContent ?? "";
      const frame = svg.getBoundingClientRect();
      const scale = svg.getScreenCTM().a;
      const lines = [...svg.querySelectorAll("text")].flatMap((text) =>
        text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]
      ).map((line) => ({
        text: line.textContent,
        size: scale * parseFloat(getComputedStyle(line).fontSize),
        box: line.getBoundingClientRect(),
      }));
      const outside = ({ box }) =>
        box.left < frame.left - TOLERANCE || box.right > frame.right + TOLERANCE ||
        box.top < frame.top - TOLERANCE || box.bottom > frame.bottom + TOLERANCE;
      const overlap = (a, b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOLERANCE &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3 * TOLERANCE;
      return lines.flatMap((line, i) => [
        ...(line.size < TEXT_SIZE - 0.05 ? [`${figure}: ${line.text} of ${line.size} pixels`] : []),
        ...(outside(line) ? [`${figure}: ${line.text} is cut off`] : []),
        ...lines.slice(0, i).filter((other) => overlap(line.box, other.box))
          .map((other) => `${figure}: ${line.text} upon ${other.text}`),
      ]);
    });
  },
};
