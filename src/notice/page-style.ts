// What all pages look alike in, those for clients and those for stakeholders: colours in light and dark, and type. No
// font or image from elsewhere.

/** Colours of the paper, and of what stands on it. */
export const paper = `  --page: light-dark(#f5f5f2, #111316);
  --sheet: light-dark(#ffffff, #1a1d21);
  --ink: light-dark(#15181c, #eceef1);
  --quiet: light-dark(#59626d, #a3acb7);
  --line: light-dark(#dddfe1, #30353b);`
export const linkColour = `light-dark(#0b57a4, #8cc1ff)`
export const monoFont = `ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace`
export const textFont = `ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif`

export const pageStyle = `:root {
  color-scheme: light dark;
${paper}
  --pass: light-dark(#0a6638, #74d39e);
  --pass-tint: light-dark(#e3f2e8, #15291e);
  --fail: light-dark(#a81a1a, #ff9a91);
  --fail-tint: light-dark(#fbe8e5, #371a19);
  --open: light-dark(#7d4b00, #f2bd62);
  --open-tint: light-dark(#fcf0da, #312611);
  --link: ${linkColour};
  --mono: ${monoFont};
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 ${textFont};
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}`
