// Clients were told of the downtime in time: each address of each of them, of this very window, and a server took it.
import { makeImpact } from '../../notice/impact.ts'
import { judgeNotice, type NoticeQuestion, type TenantTold } from '../../notice/judge-notice.ts'
import {
  noticeDueOf,
  noticeTermsSchema,
  type NoticeDue,
  type NoticeTerms,
} from '../../notice/notice-terms.ts'
import { selectNoticed } from '../../notice/note.ts'
import type { Promised, PromisedTenant } from '../../release/promised.ts'
import type { Release } from '../../release/release.ts'
import { resolveWindow } from '../../release/resolve-window.ts'
import { defineRule, type Facts, type Judgement, type RuleInput } from '../rule.ts'

export const noticeGiven = defineRule({
  id: 'notice-given',
  settings: noticeTermsSchema,
  looser: {
    workingDays: 'less',
    convention: ['clear', 'inclusive'],
    cutOff: 'more',
    calendars: ['both', 'provider', 'tenant'],
    hours: 'less',
  },
  evaluate({ settings, ...input }) {
    const { release, promised } = input
    const due = release && noticeDueOf(release)
    const base = { declared: release !== null, asked: due !== null, flaw: promised?.ledger.flaw ?? null }
    const expected = describeTerms(due, settings, promised)
    if (release !== null && due === null) return answer('pass', expected, base)
    const question =
      release && promised && due && makeQuestion({ ...input, release, promised }, due, settings)
    if (!question) return answer('inconclusive', expected, { ...base, window: null })
    const told = findAsked(input, question).map((tenant) => judgeNotice(tenant, question))
    const { start, end } = question.window
    const actual = { ...base, window: `${start.toString()}/${end.toString()}`, ...describe(told) }
    const tenants = told.filter(({ state }) => state !== 'in-time').map(({ tenant }) => tenant)
    return { ...answer(judge(told, base.flaw), expected, actual), tenants }
  },
})

function answer(outcome: Judgement['outcome'], expected: Facts, actual: Facts): Judgement {
  return { outcome, expected, actual, cases: [], tenants: [] }
}

type Declared = RuleInput & { readonly release: Release; readonly promised: Promised }

/** Null where the release has no window, or none that can be told. */
function makeQuestion(
  { release, promised, now }: Declared,
  due: NonNullable<NoticeDue>,
  terms: NoticeTerms,
): NoticeQuestion | null {
  const resolved = resolveWindow(release, promised.provider.zone)
  if (!resolved.ok || resolved.value === null) return null
  return {
    due,
    release: release.release,
    window: resolved.value,
    downtimeMinutes: release.expectedDowntimeMinutes ?? null,
    promised,
    impact: makeImpact({ release, promised, evidence: null }),
    terms,
    now: Temporal.Instant.fromEpochMilliseconds(Math.round(now)),
  }
}

/** A downtime is everybody's; without one, those whom the release touches are told. */
function findAsked(
  { release, evidence }: RuleInput,
  { promised }: NoticeQuestion,
): readonly PromisedTenant[] {
  if (release === null) return []
  return selectNoticed(release, promised, makeImpact({ release, promised, evidence }))
}

function describeTerms(due: NoticeDue, terms: NoticeTerms, promised: Promised | null): Facts {
  const { workingDays, convention, cutOff, calendars, hours } = terms
  if (due === null) return {}
  if (due === 'hours') return { hours }
  if (due === 'start') return { beforeStart: true }
  return { workingDays, convention, cutOff, calendars, zone: promised?.provider.zone ?? null }
}

function describe(told: readonly TenantTold[]): Facts {
  const named = (wanted: TenantTold['state']): string[] =>
    told.filter(({ state }) => state === wanted).map(({ tenant }) => tenant)
  return {
    tenants: told.length,
    inTime: named('in-time').length,
    late: told.filter(({ state }) => state === 'late').map(describeLate),
    missing: told.filter(({ state }) => state === 'missing').map(describeMissing),
    withoutContact: named('no-contact'),
    unknown: told.flatMap(({ tenant, unknown }) => (unknown === null ? [] : [`${tenant}: ${unknown}`])),
    deadlines: told.flatMap(({ tenant, deadline }) =>
      deadline ? [`${tenant} ${deadline.at.toString()} (${deadline.basis})`] : [],
    ),
  }
}

function describeLate({ tenant, contacts }: TenantTold): string {
  const last = contacts
    .flatMap(({ at }) => at?.toString({ smallestUnit: 'second', roundingMode: 'ceil' }) ?? [])
    .toSorted()
    .at(-1)
  return `${tenant} at ${last ?? ''}`
}

/** Addresses stay out of verdicts. */
function describeMissing({ tenant, contacts }: TenantTold): string {
  const missing = contacts.filter(({ at }) => at === null).length
  return `${tenant} (${missing} of ${contacts.length})`
}

function judge(told: readonly TenantTold[], flaw: string | null): Judgement['outcome'] {
  if (flaw !== null || told.length === 0) return 'inconclusive'
  const bad: readonly TenantTold['state'][] = ['late', 'missing', 'no-contact']
  if (told.some(({ state }) => bad.includes(state))) return 'fail'
  return told.some(({ state }) => state === 'unknown') ? 'inconclusive' : 'pass'
}
