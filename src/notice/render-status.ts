// What `airlock notice` prints.
import type { Outcome } from './outcome.ts'
import type { ContactStatus, NoticeStatus, TenantStatus } from './make-status.ts'

/** Ends with a line break. */
export function renderStatus({ release, version, window, tenants }: NoticeStatus): string {
  const when = window === null ? 'no window' : `window ${minute(window.start)} to ${minute(window.end)}`
  return `${[`Release ${release}, version ${version}, ${when}`, ...tenants.map(renderTenant)].join('\n\n')}\n`
}

function renderTenant({ tenant, name, notice, notes }: TenantStatus): string {
  const lines = [
    `${tenant} (${name})`,
    ...(notice === null ? ['  notice  not needed'] : renderNotice(notice)),
    '  notes',
    ...renderContacts(notes.contacts),
  ]
  return lines.join('\n')
}

function renderNotice(notice: NonNullable<TenantStatus['notice']>): string[] {
  const { state, deadline, basis, unknown, minutesLeft, contacts } = notice
  const by =
    deadline === null ? `deadline unknown: ${unknown ?? ''}` : `by ${minute(deadline)} (${basis ?? ''})`
  const left = minutesLeft === null || state === 'in-time' ? '' : `, ${renderLeft(minutesLeft)}`
  return [`  notice  ${stateWords[state]}, ${by}${left}`, ...renderContacts(contacts)]
}

const stateWords: Readonly<Record<NonNullable<TenantStatus['notice']>['state'], string>> = {
  'in-time': 'given in time',
  late: 'given TOO LATE',
  missing: 'NOT GIVEN to all',
  'no-contact': 'NO CONTACT',
  unknown: 'given',
}

function renderContacts(contacts: readonly ContactStatus[]): string[] {
  return contacts.map(({ address, state, at, answer }) => {
    if (state === 'not-sent') return `    ${address}  not sent`
    return `    ${address}  ${state} ${minute(at ?? '')}: ${oneLine(answer ?? '')}`
  })
}

/** `2 days 3 h left`, or how long it is over. */
export function renderLeft(minutes: number): string {
  const all = Math.abs(minutes)
  const [days, hours] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60)]
  const short = hours > 0 ? `${hours} h` : `${all % 60} min`
  const length = days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}${hours > 0 ? ` ${hours} h` : ''}` : short
  return minutes < 0 ? `over for ${length}` : `${length} left`
}

/** One line for each delivery, as it happens. */
export function renderOutcome({ delivery, state, answer }: Outcome): string {
  const { message, channel, recipient } = delivery
  const place = channel === 'smtp' ? recipient : channel
  const whose = message.tenant === '*' ? '' : ` of ${message.tenant}`
  return `${message.kind}${whose} to ${place}: ${outcomeWords[state]}${answer === '' ? '' : `: ${oneLine(answer)}`}`
}

const outcomeWords: Readonly<Record<Outcome['state'], string>> = {
  accepted: 'accepted',
  refused: 'REFUSED',
  unanswered: 'NO ANSWER',
  'sent-before': 'accepted before, not sent again',
}

function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

/** A server's answer may hold anything. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ').trim()
}
