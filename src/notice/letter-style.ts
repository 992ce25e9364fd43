// The look of what clients are sent: the colours and type of the release page, and a sheet of paper's width.
import { pageStyle } from './page-style.ts'

export const letterStyle = `
${pageStyle}
a { color: var(--link); text-underline-offset: .18em; }
body { padding: 2.5rem 1.5rem; }
h1, h2, h3, p, ul, dl, dd { margin: 0; }
.letter { --tone: var(--link); max-width: 44rem; margin: 0 auto; background: var(--sheet); border: 1px solid var(--line); border-top: 6px solid var(--tone); border-radius: .6rem; padding: 2rem 2.5rem 1.5rem; }
.act { --tone: var(--open); }
.gone { --tone: var(--fail); }
.provider { color: var(--quiet); font-size: .9rem; margin-bottom: 1.25rem; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.2rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
.lead { font-size: 1.1rem; margin-top: .9rem; text-wrap: pretty; }
.facts { margin-top: 1.75rem; border-top: 1px solid var(--line); }
.facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: .25rem 1.25rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { font-weight: 600; }
.detail { display: block; font-weight: 400; color: var(--quiet); }
h2 { font-size: 1.25rem; line-height: 1.25; letter-spacing: -.01em; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1.03rem; line-height: 1.4; }
.item { padding: .75rem 0; }
.item + .item { border-top: 1px solid var(--line); }
.item.marked { border: 0; border-left: 4px solid var(--open); background: var(--open-tint); padding: .9rem 1.1rem 1rem; margin: 0 0 .75rem; border-radius: 0 .35rem .35rem 0; }
.mark { color: var(--open); font-weight: 700; font-size: .93rem; }
.item p + p, .item h3 + p, .item ul, .item pre { margin-top: .45rem; }
ul { padding-left: 1.2rem; }
code, pre { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
pre { padding: .7rem .9rem; background: var(--page); border-radius: .35rem; white-space: pre-wrap; }
footer { margin-top: 2.25rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .88rem; }
@media (max-width: 44rem) {
  body { padding: 0; background: var(--sheet); }
  .letter { border-width: 6px 0 0; border-radius: 0; padding: 1.25rem 1.1rem 1.5rem; }
  .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; background: #fff; }
  .letter { border: 0; padding: 0; max-width: none; }
}
`
