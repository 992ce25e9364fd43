// The tenants on the release page: how each fared, and which capability was tried for whom.
import { html, type Html } from '../notice/html.ts'
import { cellMarks, verdictMarks, words } from './page-words.ts'
import type { Cell, Matrix, Report, TenantCard } from './report.ts'

const columns = ['passed', 'flaky', 'failed', 'skipped'] as const

export function renderTenants(report: Report): Html | null {
  if (report.tenants.length === 0) return null
  return html`<ul class="cards">
      ${report.tenants.map(renderCard)}
    </ul>
    ${isPassOfOne(report) && html`<p class="legend">${words.passOfOne}</p>`}`
}

/** Whether some tenant passes and gets nothing all the same: it must not take its own card for the verdict. */
export function isPassOfOne({ word, tenants }: Report): boolean {
  return (word === 'block' || word === 'inconclusive') && tenants.some(({ verdict }) => verdict === 'pass')
}

function renderCard(card: TenantCard): Html {
  const mark = verdictMarks[card.verdict]
  return html`<li class="sheet card ${card.verdict}">
    <header>
      <h3>${card.name}</h3>
      <span class="mark"><span aria-hidden="true">${mark.glyph}</span> ${mark.word}</span>
    </header>
    <p class="quiet"><code>${card.id}</code> · ${card.tests} ${card.tests === 1 ? 'case' : 'cases'}</p>
    <div class="bar" aria-hidden="true">
      ${columns.map((column) => card[column] > 0 && { markup: `<span class="${column}" style="flex-grow:${card[column]}"></span>` })}
    </div>
    <ul class="counts">
      ${columns.map((column) => card[column] > 0 && html`<li><b>${card[column]}</b> ${cellMarks[column].word}</li>`)}
    </ul>
    ${card.failedDetail.length > 0 && html`<p class="quiet">of the failed: ${card.failedDetail.join(', ')}</p>`}
  </li> `
}

export function renderMatrix({ matrix }: Report): Html | null {
  if (matrix === null) return null
  return html`<div class="sheet scroll" role="region" aria-label="${words.matrixCaption}" tabindex="0">
      <table class="matrix">
        <caption class="hidden">
          ${words.matrixCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.capability}</th>
            ${matrix.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${matrix.rows.map(renderRow)}
        </tbody>
      </table>
    </div>
    <p class="legend">
      ${columns.map((column) => html`<span>${cellMarks[column].glyph} ${cellMarks[column].word}</span>`)}<span
        >· ${words.noCase}</span
      >
    </p>
    ${matrix.ofNoTenant > 0 && html`<p class="legend">${words.ofNoTenant(matrix.ofNoTenant)}</p>`}`
}

function renderRow({ capability, cells }: Matrix['rows'][number]): Html {
  return html`<tr>
    <th scope="row">${capability}</th>
    ${cells.map(renderCell)}
  </tr> `
}

function renderCell(cell: Cell | null): Html {
  if (cell === null)
    return html`<td class="quiet">
      <span aria-hidden="true">·</span><span class="hidden">${words.noCase}</span>
    </td>`
  return html`<td class="${worstOf(cell)}">${columns.map((column) => renderToken(column, cell[column]))}</td>`
}

function renderToken(column: (typeof columns)[number], number: number): Html | null {
  if (number === 0) return null
  const { glyph, word } = cellMarks[column]
  return html`<span class="token ${column}"
    ><span aria-hidden="true">${glyph}</span> ${number}<span class="hidden"> ${word} </span></span
  >`
}

function worstOf({ failed, flaky }: Cell): string {
  if (failed > 0) return 'worst-failed'
  return flaky > 0 ? 'worst-flaky' : ''
}
