// The look of the catalogue page: one style sheet, no font or image from elsewhere, for screens of any width.
import { linkColour, monoFont, paper, textFont } from '../notice/page-style.ts'

export const cataloguePageStyle = `
:root {
  color-scheme: light dark;
${paper}
  --link: ${linkColour};
  --slot: light-dark(#8a2a63, #f0a6d2);
  --slot-tint: light-dark(#f8eaf3, #331d2b);
  --good: light-dark(#0a6638, #74d39e);
  --open: light-dark(#7d4b00, #f2bd62);
  --found: light-dark(#ffe48a, #6a5300);
  --mono: ${monoFont};
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 9rem; }
body {
  margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.5 ${textFont};
}
h1, h2, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
.wrap { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
.quiet { color: var(--quiet); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 2; }
kbd { font: .8em/1 var(--mono); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: .25rem; padding: .1rem .35rem; background: var(--sheet); }

header.top { padding: 2rem 0 1rem; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.4rem); line-height: 1.1; letter-spacing: -.022em; }
header.top p { margin-top: .6rem; max-width: 46rem; }
.keys { font-size: .9rem; color: var(--quiet); }

.bar { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); padding: .75rem 0; }
.bar .wrap { display: grid; grid-template-columns: 1fr auto; gap: .5rem 1rem; align-items: center; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
input[type=search] {
  width: 100%; min-width: 0; font: inherit; font-size: 1.1rem; color: inherit; background: var(--sheet);
  border: 1px solid var(--quiet); border-radius: .5rem; padding: .6rem .9rem;
}
fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: 0; }
fieldset label { cursor: pointer; position: relative; }
fieldset input { position: absolute; opacity: 0; }
fieldset span { display: block; padding: .55rem .8rem; border: 1px solid var(--line); border-left-width: 0; background: var(--sheet); font-size: .92rem; }
fieldset label:first-of-type span { border-left-width: 1px; border-radius: .5rem 0 0 .5rem; }
fieldset label:last-of-type span { border-radius: 0 .5rem .5rem 0; }
fieldset input:checked + span { background: var(--ink); color: var(--page); border-color: var(--ink); }
fieldset input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
#count { font-size: .9rem; color: var(--quiet); grid-column: 1 / -1; min-height: 1.4em; }

.wrap.columns { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 2.5rem; padding-top: 1.5rem; padding-bottom: 4rem; }
.nouns { position: sticky; top: 8.5rem; align-self: start; max-height: calc(100vh - 10rem); overflow-y: auto; font-size: .95rem; }
.nouns a { display: flex; justify-content: space-between; gap: .5rem; padding: .25rem .5rem; border-radius: .35rem; color: inherit; text-decoration: none; }
.nouns a:hover { background: var(--sheet); text-decoration: underline; }
.nouns .none { opacity: .6; }

section:not([hidden]) ~ section, aside { margin-top: 2.75rem; }
h2 { font-size: 1.3rem; letter-spacing: -.012em; text-transform: capitalize; }
h2 + p { margin: .15rem 0 .9rem; }
aside .values { margin-top: .9rem; row-gap: .4rem; }
.phrase { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1.1rem .85rem; margin-top: .6rem; }
.phrase > * + * { margin-top: .45rem; }
.say { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
button:hover { text-decoration: underline; text-decoration-color: var(--quiet); text-underline-offset: .25em; }
.copy { font-size: 1.06rem; font-weight: 600; }
.keyword { color: var(--quiet); font-weight: 500; }
var { font-style: normal; color: var(--slot); background: var(--slot-tint); border-radius: .25rem; padding: 0 .2em; }
.note { font-size: .84rem; color: var(--quiet); white-space: nowrap; }
.note.unused { color: var(--open); font-weight: 600; }
.copied .note { color: var(--good); font-weight: 600; }
.example { display: block; width: 100%; font: .86rem/1.55 var(--mono); color: var(--quiet); border-left: 3px solid var(--line); padding-left: .75rem; }
.example span { display: block; white-space: pre-wrap; }
.values { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem .75rem; font-size: .9rem; }
.values dd { color: var(--quiet); }
.values b { font-weight: 500; color: var(--ink); }
details { font-size: .88rem; }
summary { cursor: pointer; color: var(--quiet); width: fit-content; }
details ul { margin-top: .35rem; display: grid; gap: .15rem; font: .93em/1.5 var(--mono); overflow-wrap: anywhere; }
#nothing { padding: 2rem 0; }
#nothing button { color: var(--link); text-decoration: underline; }
footer { border-top: 1px solid var(--line); padding: 1.25rem 0 2rem; font-size: .88rem; color: var(--quiet); }
code { font-family: var(--mono); font-size: .92em; overflow-wrap: anywhere; }
::highlight(found) { background: var(--found); color: inherit; }

@media (max-width: 60rem) {
  html { scroll-padding-top: 12rem; }
  .wrap.columns { grid-template-columns: minmax(0, 1fr); }
  .nouns .none { display: none; }
  .nouns { position: static; max-height: none; margin-bottom: 1.5rem; }
  .nouns ul { display: flex; flex-wrap: wrap; gap: .15rem .4rem; }
  .nouns a { background: var(--sheet); border: 1px solid var(--line); padding: .15rem .6rem; }
}
@media (max-width: 36rem) {
  .wrap { padding: 0 1rem; }
  header.top { padding-top: 1.25rem; }
  .keys { display: none; }
  .bar .wrap { grid-template-columns: minmax(0, 1fr); }
  fieldset label { flex: 1; text-align: center; }
  .say { grid-template-columns: minmax(0, 1fr); }
  .values { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .values dd + dt { margin-top: .3rem; }
}
@media print { .bar, .nouns, .keys { display: none; } .wrap.columns { display: block; } .phrase { break-inside: avoid; } }
`
