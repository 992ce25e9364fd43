// The words of the rules about telling clients.
import { nameFew } from './name-few.ts'
import {
  count,
  list,
  number,
  part,
  renderTime,
  some,
  text,
  type FoundFacts,
  type Words,
} from './render-text-facts.ts'

export const noticeWords = {
  'impact-declared': {
    expected: (e) => {
      const services = list(e, 'services')
      return services.length === 0
        ? 'every touched service declared'
        : `nothing touched but ${services.join(', ')}`
    },
    found: (a) =>
      a['declared'] === false
        ? 'no release was declared'
        : some([
            ...list(a, 'undeclared').map((one) => `undeclared: ${one}`),
            ...list(a, 'unmapped').map((source) => `unknown services: ${source}`),
            list(a, 'touched').length === 0 ? 'nothing says what is touched' : '',
            a['everybody'] === true ? 'may touch every tenant' : `touches ${names(a, 'tenants')}`,
            count(a, 'sources', 'source'),
          ]),
  },
  'notes-published': {
    expected: (e) => `release notes of ${text(e, 'version') || 'the version'} with each tenant`,
    found: (a) =>
      a['declared'] === false || flaw(a) !== ''
        ? flaw(a) || 'no release was declared'
        : some([
            ...list(a, 'withoutContact').map((tenant) => `${tenant} has no contact`),
            ...list(a, 'missing').map((tenant) => `not ${tenant}`),
            ...list(a, 'outdated').map((tenant) => `${tenant} has those of other changes`),
            number(a, 'tenants') === 0
              ? 'no tenants known'
              : `${number(a, 'published')} of ${count(a, 'tenants', 'tenant')}`,
          ]),
  },
  'notice-given': {
    expected: (e) => {
      if (typeof e['hours'] === 'number') return `told ${count(e, 'hours', 'hour')} before the window starts`
      if (e['beforeStart'] === true) return 'told before the window starts'
      if (typeof e['workingDays'] !== 'number') return 'notice where one is due'
      const days = `${number(e, 'workingDays')} ${text(e, 'convention')} working days`
      return `told ${days} before, by ${text(e, 'cutOff')} ${text(e, 'zone')} (${whose[text(e, 'calendars')] ?? ''})`
    },
    found: (a) => {
      if (a['declared'] === false) return 'no release was declared'
      if (a['asked'] === false) return 'a patch without downtime'
      if (flaw(a) !== '') return flaw(a)
      if (text(a, 'window') === '') return 'no window that can be told'
      return some([
        ...list(a, 'withoutContact').map((tenant) => `${tenant} has no contact`),
        ...list(a, 'late').map(renderLate),
        ...list(a, 'missing').map((tenant) => `not told: ${tenant}`),
        ...list(a, 'unknown'),
        number(a, 'tenants') === 0 ? 'no tenants known' : '',
        part(a, 'inTime', 'tenant in time|tenants in time'),
        ...nameFew(list(a, 'deadlines').map((deadline) => `by ${renderDeadline(deadline)}`)),
      ])
    },
  },
} satisfies Record<string, Words>

const whose: Readonly<Record<string, string>> = {
  both: 'the stricter calendar',
  provider: "the provider's calendar",
  tenant: "the tenant's calendar",
}

function flaw(a: FoundFacts): string {
  return text(a, 'flaw') === '' ? '' : `the ledger cannot be relied on: ${text(a, 'flaw')}`
}

function names(a: FoundFacts, key: string): string {
  return nameFew(list(a, key)).join(', ') || 'no tenant'
}

/** `cedar at 2026-11-24T10:00:00Z` to the minute. */
function renderLate(late: string): string {
  const [tenant = '', at = ''] = late.split(' at ')
  return `${tenant} only at ${renderTime(at)}`
}

/** `cedar 2026-11-19T17:00:00Z (…)` → the moment and whose it is. */
function renderDeadline(deadline: string): string {
  const [tenant = '', at = ''] = deadline.split(' ')
  return `${renderTime(at)} for ${tenant}`
}
