// What failed on the release page: in the scenario's own words, with the first lines of the cause.
import { html, type Html } from '../notice/html.ts'
import { outcomeWords, words } from './page-words.ts'
import type { FailedScenario, Failures, Report } from './report.ts'

export function renderFailures({ failures }: Report): Html | null {
  if (failures.total === 0) return null
  return html`${failures.features.map(renderFeature)}${failures.more > 0 && html`<p class="quiet">${words.more(failures.more, failures.all)}</p>`}`
}

function renderFeature({ feature, scenarios }: Failures['features'][number]): Html {
  return html`<div class="feature">
    <h3>${feature}</h3>
    <ul class="failures">
      ${scenarios.map(renderFailure)}
    </ul>
  </div> `
}

function renderFailure(failed: FailedScenario): Html {
  return html`<li class="sheet failure failed">
    <header>
      <h4>${failed.scenario}</h4>
      <span class="tag"
        ><b>${outcomeWords[failed.outcome]}</b> ·
        ${failed.severity}${failed.attempts > 1 && ` · ${words.attempts(failed.attempts)}`}</span
      >
    </header>
    ${failed.example !== '' && html`<p class="quiet">${failed.example}</p>`} ${renderTenants(failed)}
    ${failed.step !== null && html`<p class="at"><span class="lead">${words.step}</span>${failed.step}</p>`}
    <pre>${failed.cause}</pre>
    <p class="quiet mono place">${failed.place}</p>
  </li> `
}

/** Each tenant leads to its own case in the Allure report, where there is one. */
function renderTenants({ tenants, scenario }: FailedScenario): Html | null {
  const named = tenants.filter(({ name }) => name !== '')
  if (named.length === 0) return renderLinks(tenants, scenario)
  return html`<p class="for">
    <span class="lead">${words.failedFor}</span>${named.map(({ name, link }, index) => [
      index > 0 && ', ',
      link === null
        ? name
        : html`<a href="${link}">${name}<span class="hidden">: ${words.openInAllure}</span></a>`,
    ])}
  </p>`
}

function renderLinks(tenants: FailedScenario['tenants'], scenario: string): Html | null {
  const links = tenants.flatMap(({ link }) => link ?? [])
  if (links.length === 0) return null
  return html`<p>
    ${links.map((link) => html`<a href="${link}">${words.openInAllure}<span class="hidden">: ${scenario}</span></a> `)}
  </p>`
}

/** Cases that failed first: they passed, and yet something is the matter. */
export function renderFlaky({ flaky, flakyMore, failures }: Report): Html | null {
  if (flaky.length === 0) return null
  return html`${renderFlakyList(flaky)}${flakyMore > 0 && html`<p class="quiet">${words.moreFlaky(flakyMore, failures.all)}</p>`}`
}

function renderFlakyList(flaky: Report['flaky']): Html {
  return html`<ul class="sheet list">
    ${flaky.map(
      (found) =>
        html`<li>
          <b>${found.scenario}</b
          >${found.example !== '' && html` <span class="quiet">${found.example}</span>`}
          ${renderTenants(found)}
          <p class="quiet">${words.attempts(found.attempts)} · <span class="mono">${found.place}</span></p>
        </li> `,
    )}
  </ul>`
}
