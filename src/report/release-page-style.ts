// The look of the release page: one style sheet, no font or image from elsewhere, for screens of any width and paper.
import { pageStyle } from '../notice/page-style.ts'

export const releasePageStyle = `
${pageStyle}
.pass { --tone: var(--pass); --tint: var(--pass-tint); }
.block, .fail, .failed { --tone: var(--fail); --tint: var(--fail-tint); }
.inconclusive, .none, .preview, .noted, .flaky { --tone: var(--open); --tint: var(--open-tint); }
.passed { --tone: var(--pass); --tint: var(--pass-tint); }
.skipped { --tone: var(--quiet); --tint: var(--page); }
a { color: var(--link); text-underline-offset: .18em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); }
code, .mono { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h2 { font-size: 1.35rem; line-height: 1.25; letter-spacing: -.012em; margin: 3.25rem 0 1rem; text-wrap: balance; }
h3 { font-size: 1.05rem; line-height: 1.35; }
h4 { font-size: .95rem; font-weight: 600; }

.hero { background: var(--tint); border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); }
.hero .wrap { padding-top: 1.5rem; padding-bottom: 2.25rem; }
.brand { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; font-size: .9rem; }
.brand strong { letter-spacing: .01em; }
.brand nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; }
.headline { display: grid; grid-template-columns: auto 1fr; gap: 0 1.5rem; align-items: center; margin: 2.25rem 0 0; }
.seal {
  width: 5rem; height: 5rem; border-radius: 50%; background: var(--tone); color: var(--tint);
  display: grid; place-items: center; flex: none;
}
.seal svg { width: 2.6rem; height: 2.6rem; }
.word { color: var(--tone); font-weight: 700; font-size: .95rem; letter-spacing: .09em; text-transform: uppercase; }
h1 { font-size: clamp(1.75rem, 1.1rem + 2.6vw, 2.9rem); line-height: 1.1; letter-spacing: -.025em; text-wrap: balance; }
.reason { font-size: 1.2rem; line-height: 1.45; margin-top: 1.1rem; max-width: 46rem; text-wrap: pretty; }
.warnings { margin-top: 1.1rem; display: grid; gap: .5rem; max-width: 46rem; }
.warnings li { border-left: 4px solid var(--open); padding: .3rem .8rem; background: var(--sheet); border-radius: 0 .3rem .3rem 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13.5rem, 1fr)); gap: 1rem 2rem; margin-top: 2rem; padding-top: 1.25rem; border-top: 1px solid color-mix(in srgb, var(--tone) 30%, transparent); }
.facts dt { color: var(--quiet); font-size: .84rem; }
.facts dd { font-weight: 600; }
.facts .detail { display: block; font-weight: 400; font-size: .88rem; overflow-wrap: anywhere; }
.links { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin-top: 1.5rem; font-size: .95rem; }

.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; }
.stops { display: grid; gap: 1rem; }
.stop { border-left: 5px solid var(--tone); padding: 1.1rem 1.35rem 1.2rem; break-inside: avoid; }
.stop header { display: flex; flex-wrap: wrap; gap: .15rem .8rem; align-items: baseline; justify-content: space-between; }
.stop h3 { font-size: 1.15rem; }
.mark { color: var(--tone); font-weight: 700; white-space: nowrap; }
.stop dl { display: grid; grid-template-columns: 8.5rem 1fr; gap: .35rem 1rem; margin-top: .75rem; }
dt { color: var(--quiet); }
.stop dd { max-width: 48rem; }
.stop .found { font-weight: 600; }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); gap: 1rem; }
.card { padding: 1.05rem 1.2rem 1.15rem; break-inside: avoid; border-top: 4px solid var(--tone); }
.card header { display: flex; justify-content: space-between; gap: .75rem; align-items: baseline; }
.bar { display: flex; gap: 2px; height: .5rem; margin: .85rem 0 .8rem; border-radius: 1rem; overflow: hidden; background: var(--line); }
.bar span { background: var(--tone); min-width: 3px; }
.counts { display: flex; flex-wrap: wrap; gap: .1rem .95rem; font-size: .95rem; }
.counts b { font-weight: 650; }

.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; overflow-wrap: normal; }
caption { text-align: left; }
th, td { text-align: left; padding: .55rem .9rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--quiet); font-weight: 550; font-size: .88rem; }
tbody th { font-weight: 550; }
.matrix td { white-space: nowrap; }
.token { color: var(--tone); display: inline-block; margin-right: .8rem; }
.token.failed { font-weight: 700; }
td.worst-failed { background: var(--fail-tint); }
td.worst-flaky { background: var(--open-tint); }
.legend { font-size: .86rem; color: var(--quiet); margin-top: .6rem; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; }

.feature + .feature { margin-top: 1.6rem; }
.feature h3 { margin-bottom: .6rem; }
.for { margin-top: .25rem; }
.place { margin-top: .5rem; }
.failures { display: grid; gap: .75rem; }
.failure { padding: .95rem 1.2rem 1.05rem; break-inside: avoid; }
.failure header { display: flex; flex-wrap: wrap; gap: .1rem .9rem; justify-content: space-between; align-items: baseline; }
.failure .at { margin-top: .4rem; }
.tag { color: var(--quiet); font-size: .88rem; white-space: nowrap; }
.tag b { color: var(--tone); }
pre {
  font: .84rem/1.5 var(--mono); margin: .6rem 0 0; padding: .7rem .9rem; background: var(--page); border-radius: .35rem;
  white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--tone);
}

.group { padding: .35rem 1.35rem .6rem; }
.group + .group { margin-top: 1rem; }
.group > h3 { padding: .75rem 0 .45rem; color: var(--quiet); font-size: .92rem; font-weight: 600; }
.rule { display: grid; grid-template-columns: 1.4rem minmax(0, 5fr) minmax(0, 6fr); gap: .1rem .9rem; padding: .7rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.rule .title { font-weight: 600; }
.rule.pass .title { font-weight: 450; }
.rule .words { font-size: .93rem; }
.rule .words > span { display: block; }
.rule.pass .words { color: var(--quiet); }
.lead { color: var(--quiet); margin-right: .35rem; }

.list > li { padding: .75rem 1.35rem; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; }
.list b { font-weight: 600; }
footer { border-top: 1px solid var(--line); margin-top: 3.5rem; padding: 1.5rem 0 3rem; font-size: .88rem; color: var(--quiet); }
.small th, .small td { font-size: .84rem; padding: .35rem .9rem .35rem 0; }

@media (max-width: 44rem) {
  .wrap { padding: 0 1rem; }
  .hero .wrap { padding-top: 1.1rem; padding-bottom: 1.6rem; }
  .headline { grid-template-columns: 1fr; gap: .8rem; margin-top: 1.5rem; }
  .seal { width: 3.5rem; height: 3.5rem; }
  .seal svg { width: 1.9rem; height: 1.9rem; }
  .reason { font-size: 1.08rem; }
  .facts { grid-template-columns: 1fr; gap: .55rem; }
  .facts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: .75rem; }
  h2 { margin-top: 2.5rem; }
  .stop dl { grid-template-columns: 1fr; gap: 0; }
  .stop dd { margin-bottom: .5rem; }
  .stop, .card, .failure { padding-left: 1rem; padding-right: 1rem; }
  .group { padding-left: 1rem; padding-right: 1rem; }
  .rule { grid-template-columns: 1.3rem minmax(0, 1fr); }
  .rule .words { grid-column: 2; }
  .list > li { padding: .7rem 1rem; }
}
@media print {
  :root { color-scheme: light; }
  body { background: #fff; font-size: 10.5pt; }
  .hero { background: #fff; border-bottom: 0; }
  .hero .wrap { padding-top: .5rem; }
  nav { display: none; }
  .wrap { max-width: none; padding: 0; }
  h2 { margin-top: 1.6rem; break-after: avoid; }
  .scroll { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
