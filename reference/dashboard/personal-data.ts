// Personal data, in full for those who may see it and masked for everybody else: enough to ask a caller whether it is
// theirs, and nothing to take away.
import type { Consumer } from '../model/consumer.ts'
import type { Identity } from '../model/identity.ts'
import type { UserVisit } from './page.ts'
import { hasPermission } from './role.ts'
import type { Fact } from './table.ts'

export function seesPersonalData({ user, platform }: UserVisit): boolean {
  return hasPermission(user, 'personal-data') || platform.faults.has('pii-unmasked')
}

/** A value that a customer is known by. */
export function renderIdentity(visit: UserVisit, { value, safeValue }: Identity): string {
  return seesPersonalData(visit) ? value : safeValue
}

/** Whatever the tenant keeps of the person, each with a name made from where it stands. */
export function makePersonalFacts(visit: UserVisit, { friendlyName, data }: Consumer): Fact[] {
  const { personal, address, contact, communication } = data
  const render = seesPersonalData(visit) ? (text: string) => text : maskText
  const entries = [
    ...flatten('name', friendlyName),
    ...flatten('', personal),
    ...flatten('address', address),
    ...flatten('contact', contact),
    ...flatten('communication', communication),
  ]
  return entries.map(({ term, text }) => ({
    term: capitalise(term),
    cell: { text: render(text), isFree: true },
  }))
}

/** The first character, and no word of how many follow. */
function maskText(text: string): string {
  return `${Array.from(text)[0] ?? ''}*****`
}

type Entry = { readonly term: string; readonly text: string }

function flatten(term: string, value: unknown): Entry[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object')
    return [{ term, text: typeof value === 'string' ? value : JSON.stringify(value) }]
  if (isTyped(value)) return flatten(makeTerm(term, value.type), value.value)
  const isSingle = Array.isArray(value) && value.length === 1
  return Object.entries(value).flatMap(([key, inner]) => flatten(makeTerm(term, isSingle ? '' : key), inner))
}

/** Contacts say of each value what it is: `{ type: 'MOBILE', value: '+44 …' }`. */
function isTyped(value: object): value is { readonly type: string; readonly value: unknown } {
  return 'type' in value && typeof value.type === 'string' && 'value' in value
}

/** `dateOfBirth` → `date of birth`; places in a list are counted from one. */
function makeTerm(outer: string, key: string): string {
  const inner = /^\d+$/.test(key)
    ? String(Number(key) + 1)
    : key
        .replaceAll(/[_-]+/g, ' ')
        .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
        .toLowerCase()
  return `${outer} ${inner}`.trim()
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
