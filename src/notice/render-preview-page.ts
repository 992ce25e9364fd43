// The page of `airlock notice preview`: who gets what by when, and what it will look like. For release managers, so
// unlike what it previews it names every tenant.
import type { Campaign, TenantPlan } from './campaign.ts'
import { formatWindow } from './format-time.ts'
import { html, type Html } from './html.ts'
import { letterStyle } from './letter-style.ts'
import type { NoticeStatus, TenantStatus } from './make-status.ts'
import type { Message } from './message.ts'
import { previewStyle } from './preview-style.ts'
import { renderHead } from './render-head.ts'
import { renderLeft } from './render-status.ts'

/** index.html, beside the folders notes/ and notices/. */
export function renderPreviewPage(campaign: Campaign, status: NoticeStatus): string {
  const { release } = campaign
  const page = html`<!doctype html>
    <html lang="en">
      ${renderHead({ title: `Notices of release ${release.release} · Airlock`, style: letterStyle + previewStyle })}
      <body>
        <main class="wrap">
          <p class="provider">
            <strong>Airlock</strong> who gets what by when; nothing of this was sent by looking at it
          </p>
          <h1>Notices of release ${release.release}</h1>
          <dl class="facts">${describe(campaign).map(renderFact)}</dl>
          ${campaign.plans.map((plan) => renderPlan(plan, findStatus(plan, status)))}
        </main>
      </body>
    </html> `
  return page.markup
}

function findStatus({ tenant }: TenantPlan, { tenants }: NoticeStatus): TenantStatus | undefined {
  return tenants.find((one) => one.tenant === tenant.id)
}

type Fact = readonly [name: string, value: string]

function describe({ release, window, impact }: Campaign): Fact[] {
  const { day, time } = window ? formatWindow(window, { zone: 'UTC', locale: 'en-GB' }) : noWindow
  const minutes = release.expectedDowntimeMinutes
  const touched = impact.isUnknown ? 'not known, so all tenants' : impact.services.join(', ')
  return [
    ['Version', `${release.candidate.version}, ${release.kind}`],
    ['Window', `${day} ${time}`.trim()],
    ['Expected downtime', minutes === undefined ? 'not stated' : `${minutes} min`],
    ['Services touched', touched],
    ...impact.undeclared.map(({ source, service }): Fact => ['Not declared', `${service}, says ${source}`]),
  ]
}

const noWindow = { day: 'none', time: '' }

function renderFact([name, value]: Fact): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function renderPlan({ tenant, notice, notes }: TenantPlan, status: TenantStatus | undefined): Html {
  const state = status?.notice?.state ?? 'none'
  return html`<section class="plan ${tones[state]}" aria-labelledby="tenant-${tenant.id}">
    <header>
      <h2 id="tenant-${tenant.id}">${tenant.name}</h2>
      <p class="state">${stateWords[state]}</p>
    </header>
    <dl class="facts">${describePlan({ tenant, status }).map(renderFact)}</dl>
    ${notice !== null && renderMessage(notice, { folder: `notices/${tenant.id}`, name: 'notice' })}
    ${renderMessage(notes, { folder: `notes/${tenant.id}`, name: 'notes' })}
  </section>`
}

type State = NonNullable<TenantStatus['notice']>['state'] | 'none'

const tones: Readonly<Record<State, string>> = {
  'in-time': 'kept',
  late: 'gone',
  missing: 'act',
  'no-contact': 'gone',
  unknown: 'act',
  none: 'calm',
}

const stateWords: Readonly<Record<State, string>> = {
  'in-time': 'Told in time',
  late: 'Told too late',
  missing: 'Not told yet',
  'no-contact': 'Nobody to tell',
  unknown: 'Nobody can say whether in time',
  none: 'No notice needed',
}

function describePlan({
  tenant,
  status,
}: Pick<TenantPlan, 'tenant'> & { status: TenantStatus | undefined }): Fact[] {
  const notice = status?.notice ?? null
  return [
    ['To', tenant.contacts.join(', ') || 'no contact'],
    ...(notice ? [['By', describeDeadline(notice)] as const] : []),
    ['Local zone', tenant.zone],
  ]
}

function describeDeadline({
  deadline,
  basis,
  unknown,
  minutesLeft,
}: NonNullable<TenantStatus['notice']>): string {
  if (deadline === null) return `unknown: ${unknown ?? ''}`
  const left = minutesLeft === null ? '' : `, ${renderLeft(minutesLeft)}`
  return `${deadline.slice(0, 10)} ${deadline.slice(11, 16)} UTC${left} (${basis ?? ''})`
}

/** In a frame of its own, without rights: it is shown as the client will see it. */
function renderMessage(
  { letter, html: page, calendar }: Message,
  place: { folder: string; name: string },
): Html {
  const { folder, name } = place
  const link = (file: string, label: string): Html => html`<a href="${folder}/${file}">${label}</a> `
  return html`<details>
    <summary>${letter.subject}</summary>
    <p class="forms">
      ${link(`${name}.html`, 'page')}${link(`${name}.md`, 'Markdown')}${link(`${name}.txt`, 'text')}
      ${calendar !== null && [link('maintenance.ics', 'calendar file'), link('feed.ics', 'feed')]}
    </p>
    <iframe title="${letter.subject}" sandbox="" loading="lazy" srcdoc="${page}"></iframe>
  </details>`
}
