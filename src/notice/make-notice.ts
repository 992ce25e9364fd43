// The notice of maintenance for one tenant: when, in its own time and in UTC; how long it is really down, which is not
// how long the window is; what it touches, what to do, whom to ask.
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'
import { formatWindow } from './format-time.ts'
import type { Impact } from './impact.ts'
import type { Letter, LetterFact } from './letter.ts'
import { makeDemands } from './make-notes.ts'
import { selectChanges, selectStopped } from './note.ts'
import { fill, type Texts } from './texts/texts.ts'

export type NoticeState = {
  readonly window: ReleaseWindow
  /** 0 in the first notice; the SEQUENCE of the calendar file. */
  readonly revision: number
  /** The window that the notice before this one named; null in the first. */
  readonly earlier: ReleaseWindow | null
  readonly isCancelled: boolean
}

export type NoticeInput = {
  readonly release: Release
  readonly promised: Promised
  readonly impact: Impact
  readonly provider: string
  /** Whom clients ask. */
  readonly contact: string
  readonly texts: Texts
}

export function makeNotice(tenant: PromisedTenant, input: NoticeInput, state: NoticeState): Letter {
  const { release, promised, texts, provider } = input
  const { zone } = tenant
  const demands = selectChanges(tenant, promised).filter((change) => change.actionRequired !== undefined)
  const { day, time } = formatWindow(state.window, { zone, locale: texts.locale })
  const values = { version: release.candidate.version, tenant: tenant.name, provider, date: day, time }
  const hasDemands = demands.length > 0 && !state.isCancelled
  return {
    language: texts.locale,
    provider,
    subject: fill(texts[subjectOf(state)], values),
    title: texts[titleOf(release, state)],
    tone: toneOf(state, hasDemands),
    lead: [
      ...(state.isCancelled ? [texts.noticeCancelled] : [fill(texts.noticeLead, values)]),
      ...describeEarlier(state, { zone, texts }),
      ...(hasDemands || state.isCancelled ? [] : [texts.noAction]),
    ],
    facts: makeFacts(tenant, input, state),
    sections: hasDemands ? makeDemands(demands, texts) : [],
    footer: fill(texts.footer, values),
  }
}

function subjectOf({ isCancelled, revision }: NoticeState): keyof Texts {
  if (isCancelled) return 'noticeSubjectCancelled'
  return revision > 0 ? 'noticeSubjectUpdate' : 'noticeSubject'
}

function titleOf({ kind }: Release, { isCancelled }: NoticeState): keyof Texts {
  if (isCancelled) return 'noticeTitleCancelled'
  return kind === 'emergency' ? 'noticeTitleEmergency' : 'noticeTitle'
}

function toneOf({ isCancelled }: NoticeState, hasDemands: boolean): Letter['tone'] {
  if (isCancelled) return 'gone'
  return hasDemands ? 'act' : 'calm'
}

type Place = { readonly zone: string; readonly texts: Texts }

/** A window that moved starts the notice period anew, and the reader must know which one to forget. */
function describeEarlier({ earlier, window, isCancelled }: NoticeState, { zone, texts }: Place): string[] {
  if (earlier === null || isCancelled) return []
  if (earlier.start.equals(window.start) && earlier.end.equals(window.end)) return [texts.noticeUpdated]
  const { day, time } = formatWindow(earlier, { zone, locale: texts.locale })
  return [fill(texts.noticeReplaces, { earlier: `${day}, ${time}` })]
}

function makeFacts(tenant: PromisedTenant, input: NoticeInput, state: NoticeState): LetterFact[] {
  const { release, impact, texts, contact } = input
  const { locale } = texts
  const own = formatWindow(state.window, { zone: tenant.zone, locale })
  const utc = formatWindow(state.window, { zone: 'UTC', locale })
  const id = release.release
  return [
    { name: texts.yourTime, value: own.day, detail: own.time },
    { name: texts.utc, value: utc.day, detail: utc.time },
    ...(state.isCancelled ? [] : [{ name: texts.downtime, value: describeDowntime(release, texts) }]),
    { name: texts.servicesTouched, value: selectStopped(tenant, impact).join(', ') },
    { name: texts.impact, value: describeImpact(release, state, texts) },
    ...(release.emergency ? [{ name: texts.reason, value: release.emergency.reason }] : []),
    { name: texts.contact, value: contact },
    { name: texts.reference, value: fill(texts.revision, { id, revision: String(state.revision) }) },
  ]
}

function describeDowntime({ expectedDowntimeMinutes: minutes }: Release, texts: Texts): string {
  if (minutes === undefined) return texts.downtimeUnknown
  if (minutes === 0) return texts.downtimeNone
  const shown = Math.ceil(minutes)
  return shown === 1 ? texts.downtimeOneMinute : fill(texts.downtimeMinutes, { minutes: String(shown) })
}

function describeImpact(release: Release, { isCancelled }: NoticeState, texts: Texts): string {
  if (isCancelled) return texts.impactCancelled
  return release.expectedDowntimeMinutes === 0 ? texts.impactNone : texts.impactOutage
}
