// The end of the release page: what was left out, what was wrong with the evidence, and what everything rests on.
import { html, type Html } from '../notice/html.ts'
import { words } from './page-words.ts'
import type { Report } from './report.ts'

export function renderOmissions({ exclusions, word, hasPlan }: Report): Html | null {
  if (exclusions.length === 0)
    return word === 'none'
      ? null
      : html`<p class="quiet">${hasPlan ? words.omissionsNone : words.omissionsUnknown}</p>`
  return html`<ul class="sheet list">
    ${exclusions.map(
      ({ reason, count, scenarios, more }) =>
        html`<li>
          <b>${count}</b> ${reason} <br /><span class="quiet"
            >${scenarios.join(' · ')}${more > 0 && ` and ${more} more`}</span
          >
        </li> `,
    )}
  </ul>`
}

export function renderProblems({ problems }: Report): Html | null {
  if (problems.length === 0) return null
  return html`<ul class="sheet list">
    ${problems.map(
      ({ kind, count, subjects }) =>
        html`<li><b>${count}</b> ${kind} <br /><span class="quiet">${subjects.join(' · ')}</span></li> `,
    )}
  </ul>`
}

export function renderQuarantined({ quarantined }: Report): Html | null {
  return renderList(quarantined)
}

export function renderWaivers({ waivers }: Report): Html | null {
  return renderList(waivers)
}

function renderList(lines: readonly string[]): Html | null {
  if (lines.length === 0) return null
  return html`<ul class="sheet list">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`
}

/** Digests of policy and inputs: enough to show later what was judged. */
export function renderSmallPrint({ inputs, otherInputs, policy }: Report): Html | null {
  if (policy === '') return null
  return html`<div class="small quiet">
    <p>${words.policy}: <span class="mono">${policy}</span></p>
    ${
      inputs.length > 0 &&
      html`<div class="scroll" role="region" aria-label="${words.inputs}" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.file}</th>
              <th scope="col">${words.digest}</th>
            </tr>
          </thead>
          <tbody>
            ${inputs.map(
              ({ path, sha256 }) =>
                html`<tr>
                  <th scope="row" class="mono">${path}</th>
                  <td class="mono">${sha256}</td>
                </tr> `,
            )}
          </tbody>
        </table>
      </div>`
    }
    ${otherInputs.count > 0 && html`<p>${words.otherInputs(otherInputs.count, renderSize(otherInputs.bytes))}</p>`}
  </div>`
}

function renderSize(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`
  return `${(bytes / 1e6).toFixed(1)} MB`
}
