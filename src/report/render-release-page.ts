// The release page: one file that opens from anywhere, for people who want to see in a minute whether a release may go
// out, why not, and what would mend it. No script, no request; whatever tests wrote is shown as text.
import { html, renderSentence, type Html } from '../notice/html.ts'
import { renderHead } from '../notice/render-head.ts'
import { shortTitles, verdictMarks, words } from './page-words.ts'
import { releasePageStyle } from './release-page-style.ts'
import { renderFailures, renderFlaky } from './render-page-failures.ts'
import {
  renderOmissions,
  renderProblems,
  renderQuarantined,
  renderSmallPrint,
  renderWaivers,
} from './render-page-details.ts'
import { renderRules, renderStopping } from './render-page-rules.ts'
import { renderMatrix, renderTenants } from './render-page-tenants.ts'
import type { Fact, Report } from './report.ts'

/** index.html */
export function renderReleasePage(report: Report): string {
  const mark = verdictMarks[report.word]
  const page = html`<!doctype html>
    <html lang="en">
      ${renderHead({ title: `${mark.word} · ${report.title} · ${words.product}`, style: releasePageStyle, icon: renderIcon(report) })}
      <body>
        ${renderHero(report)}
        <main class="wrap">
          ${sections.map(({ id, title, render }) => renderSection({ id, title }, render(report)))}
        </main>
        ${renderFooter(report)}
      </body>
    </html> `
  return page.markup
}

type Section = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly render: (report: Report) => Html | null
}

// In the order in which questions come up: why not, for whom, how much, what exactly, on what grounds.
const sections: readonly Section[] = [
  { id: 'stopping', title: words.stopping, short: shortTitles.stopping, render: renderStopping },
  { id: 'tenants', title: words.tenants, short: shortTitles.tenants, render: renderTenants },
  { id: 'failures', title: words.failures, short: shortTitles.failures, render: renderFailures },
  { id: 'matrix', title: words.matrix, short: shortTitles.matrix, render: renderMatrix },
  { id: 'flaky', title: words.flaky, short: shortTitles.flaky, render: renderFlaky },
  { id: 'rules', title: words.rules, short: shortTitles.rules, render: renderRules },
  { id: 'problems', title: words.problems, short: shortTitles.problems, render: renderProblems },
  { id: 'omissions', title: words.omissions, short: shortTitles.omissions, render: renderOmissions },
  {
    id: 'quarantined',
    title: words.quarantined,
    short: shortTitles.quarantined,
    render: renderQuarantined,
  },
  { id: 'waivers', title: words.waivers, short: shortTitles.waivers, render: renderWaivers },
  { id: 'small-print', title: words.smallPrint, short: shortTitles.smallPrint, render: renderSmallPrint },
]

/** A section without content is no section, so a page never shows an empty heading. */
function renderSection({ id, title }: { id: string; title: string }, body: Html | null): Html | null {
  if (body === null) return null
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `
}

function renderHero(report: Report): Html {
  const mark = verdictMarks[report.word]
  return html`<header class="hero ${report.word}">
    <div class="wrap">
      <div class="brand">
        <span><strong>${words.product}</strong> <span class="quiet">${words.page}</span></span
        >${renderContents(report)}
      </div>
      <div class="headline">
        <span class="seal" aria-hidden="true">${glyphs[report.word]}</span>
        <div>
          <p class="word">${mark.word}</p>
          <h1>${report.title}</h1>
        </div>
      </div>
      <p class="reason">${report.reason}</p>
      ${
        report.warnings.length > 0 &&
        html`<ul class="warnings">
          ${report.warnings.map((text) => html`<li>${renderSentence(text)}</li>`)}
        </ul>`
      }
      <dl class="facts">${report.facts.map(renderFact)}</dl>
      ${renderLinks(report)}
    </div>
  </header>`
}

function renderFact({ name, value, detail }: Fact): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${detail !== '' && html` <span class="detail">${detail}</span>`}</dd>
  </div> `
}

function renderContents(report: Report): Html {
  const shown = sections.filter(({ render }) => render(report) !== null)
  return html`<nav aria-label="On this page">
    <ul>
      ${shown.map(({ id, short }) => html`<li><a href="#${id}">${short}</a></li>`)}
    </ul>
  </nav>`
}

function renderLinks({ links }: Report): Html {
  const hasAllure = links.some(({ name }) => name === words.allure)
  return html`<ul class="links">
    ${links.map(({ name, href, note }) => html`<li><a href="${href}">${name}</a> <span class="quiet">${note}</span></li> `)}
    ${!hasAllure && html`<li class="quiet">${words.noAllure}</li>`}
  </ul>`
}

function renderFooter({ folder }: Report): Html {
  return html`<footer>
    <div class="wrap">
      <p>${words.origin} ${words.reproduce} <code>npx airlock report --run ${quote(folder)}</code></p>
    </div>
  </footer>`
}

/** As a shell takes it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

const stroke =
  'fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"'
const question = '<path d="M8.2 9a3.9 3.9 0 1 1 5.6 3.5c-1.1.6-1.8 1.4-1.8 2.7M12 19.6v.1"/>'

function drawGlyph(path: string): Html {
  return { markup: `<svg viewBox="0 0 24 24" ${stroke}>${path}</svg>` }
}

const glyphs = {
  pass: drawGlyph('<path d="M4.5 12.8l5 5L19.5 7"/>'),
  block: drawGlyph('<path d="M6 6l12 12M18 6L6 18"/>'),
  inconclusive: drawGlyph(question),
  preview: drawGlyph(question),
  none: drawGlyph(question),
} satisfies Record<Report['word'], Html>

const open = '%237d4b00'
const iconColours = { pass: '%230a6638', block: '%23a81a1a', inconclusive: open, preview: open, none: open }

// The tab shows the verdict too: among ten open pages the blocked one is found at once.
function renderIcon({ word }: Report): string {
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='4' fill='${iconColours[word]}'/></svg>`
}
