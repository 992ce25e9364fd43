// Everything that is to be said about one release: to whom, in which words, by when. `preview` shows it, `send` sends
// it, `status` holds the ledger against it.
import { placeBeside } from '../release/place-beside.ts'
import type { Problem, Parsed } from '../release/problem.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { resolveWindow, type ReleaseWindow } from '../release/resolve-window.ts'
import { findLeaks } from './find-leaks.ts'
import { makeImpact, type Impact } from './impact.ts'
import { judgeNotice, type TenantTold } from './judge-notice.ts'
import {
  makeNoticeMessage,
  makeNotesMessage,
  wasNoticed,
  type Message,
  type MessageInput,
} from './message.ts'
import { selectNoticed } from './note.ts'
import { noticeDueOf, type NoticeDue, type NoticeTerms } from './notice-terms.ts'
import type { CalendarSender } from './render-calendar.ts'
import type { Languages, Texts } from './texts/texts.ts'

export type CampaignInput = {
  readonly release: Release
  /** Its release.yaml, relative to the project. */
  readonly file: string
  /** The policy file: tenants and languages lie beside it. */
  readonly policy: string
  readonly promised: Promised
  readonly languages: Languages
  readonly terms: NoticeTerms
  readonly sender: CalendarSender
  readonly contact: string
  readonly isCancelled?: boolean
}

export type TenantPlan = {
  readonly tenant: PromisedTenant
  readonly notes: Message
  /** Null where the tenant is not told of a window. */
  readonly notice: Message | null
  readonly told: TenantTold | null
}

export type Campaign = {
  readonly release: Release
  readonly due: NoticeDue
  readonly window: ReleaseWindow | null
  readonly impact: Impact
  readonly plans: readonly TenantPlan[]
  /** For chats and status pages: names nobody. Null where there is no notice. */
  readonly everybody: Message | null
}

/** The campaign, or everything that keeps it from being one. */
export function makeCampaign(input: CampaignInput): Parsed<Campaign> {
  const { release, promised, isCancelled = false } = input
  const due = isCancelled ? 'start' : noticeDueOf(release)
  const resolved = resolveWindow(release, promised.provider.zone)
  const window = resolved.ok ? resolved.value : null
  const impact = makeImpact({ release, promised, evidence: null })
  const readers = [...promised.tenants, makeEverybody(promised)]
  const problems = [
    ...findLeaks({ ...promised, release, file: input.file }, readers),
    ...readers.flatMap((tenant) => findSilence(tenant, input)),
    ...(due !== null && window === null ? [makeTimeless(input)] : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const asked = { ...input, isCancelled, due, window, impact }
  return {
    ok: true,
    value: {
      release,
      due,
      window,
      impact,
      plans: promised.tenants.map((tenant) => makePlan(tenant, asked)),
      everybody: makeNoticeOf(makeEverybody(promised), asked),
    },
  }
}

type Asked = CampaignInput & Pick<Campaign, 'due' | 'window' | 'impact'> & { readonly isCancelled: boolean }

function makePlan(tenant: PromisedTenant, asked: Asked): TenantPlan {
  const { release, promised, due, window, impact } = asked
  const isNoticed = selectNoticed(release, promised, impact).includes(tenant)
  const { now } = asked.sender
  const told =
    isNoticed && due !== null && window !== null
      ? judgeNotice(tenant, {
          ...asked,
          release: release.release,
          downtimeMinutes: release.expectedDowntimeMinutes ?? null,
          due,
          window,
          now,
        })
      : null
  return {
    tenant,
    notes: makeNotesMessage(tenant, makeInput(tenant, asked)),
    notice: isNoticed || asked.isCancelled ? makeNoticeOf(tenant, asked) : null,
    told,
  }
}

function makeNoticeOf(tenant: PromisedTenant, asked: Asked): Message | null {
  const { due, window, isCancelled } = asked
  if (due === null || window === null) return null
  if (isCancelled && !wasNoticed(tenant, asked)) return null
  return makeNoticeMessage(tenant, makeInput(tenant, asked), { window, isCancelled })
}

function makeInput(tenant: PromisedTenant, asked: Asked): MessageInput {
  return { ...asked, texts: textsOf(tenant, asked.languages) ?? failWithout(tenant) }
}

/** A reader that has every service and is nobody: what it reads may be read by all. */
function makeEverybody({ provider, tenants }: Promised): PromisedTenant {
  const services = [...new Set(tenants.flatMap((tenant) => tenant.services))]
  const calendar = provider.calendar ?? ''
  return { id: '*', name: 'all clients', zone: provider.zone, calendar, services, contacts: [] }
}

function textsOf({ language = 'en' }: PromisedTenant, languages: Languages): Texts | undefined {
  return Object.hasOwn(languages, language) ? languages[language] : undefined
}

function findSilence(
  tenant: PromisedTenant,
  { languages, policy }: Pick<CampaignInput, 'languages' | 'policy'>,
): Problem[] {
  if (textsOf(tenant, languages)) return []
  const { id, language = '' } = tenant
  return [
    {
      file: placeBeside(policy, 'tenants.yaml'),
      path: `${id}.language`,
      expected: `one of ${Object.keys(languages).toSorted().join(', ')}`,
      received: language,
      remedy: `Write ${placeBeside(policy, `texts/${language}.yaml`)}, or give the tenant another language.`,
    },
  ]
}

function failWithout({ id }: PromisedTenant): never {
  throw new Error(`The language of ${id} was not looked for before.`)
}

function makeTimeless({ release, file }: CampaignInput): Problem {
  return {
    file,
    path: 'window',
    expected: `the window of a release of kind ${release.kind}`,
    received: 'nothing',
    remedy: 'Give the release its window: clients are told when it will be.',
  }
}
