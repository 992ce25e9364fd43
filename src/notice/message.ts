// What is to be said to whom, in every form it takes: written as files by `preview`, sent by `send`.
import { hash } from 'node:crypto'
import type { LedgerEntry } from '../release/ledger.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import type { ReleaseWindow } from '../release/resolve-window.ts'
import { digestChanges } from './digest-changes.ts'
import type { Impact } from './impact.ts'
import type { Letter } from './letter.ts'
import { makeNotes } from './make-notes.ts'
import { makeNotice, type NoticeState } from './make-notice.ts'
import { selectStopped } from './note.ts'
import { renderCalendar, type CalendarEvent, type CalendarSender } from './render-calendar.ts'
import { renderLetterHtml } from './render-letter-html.ts'
import { renderLetterMarkdown } from './render-letter-markdown.ts'
import { renderLetterText } from './render-letter-text.ts'
import type { Texts } from './texts/texts.ts'

export type Message = {
  readonly kind: LedgerEntry['kind']
  /** Id of the tenant; `*` where it is for everybody. */
  readonly tenant: string
  readonly release: string
  readonly version: string
  readonly revision: number
  /** Null in release notes. */
  readonly window: ReleaseWindow | null
  /** As the release states it; null where it does not, and in release notes. */
  readonly downtimeMinutes: number | null
  /** Those of the tenant that stop; null in release notes. */
  readonly services: readonly string[] | null
  /** sha256 of the changes it tells of, as hex; null in a notice. */
  readonly changesSha256: string | null
  readonly letter: Letter
  readonly text: string
  readonly html: string
  readonly markdown: string
  /** Null in release notes. */
  readonly event: CalendarEvent | null
  readonly calendar: string | null
  /** sha256 of the text, as hex. */
  readonly contentSha256: string
}

export type MessageInput = {
  readonly release: Release
  readonly promised: Promised
  readonly impact: Impact
  readonly sender: CalendarSender
  readonly contact: string
  readonly texts: Texts
}

/** The release notes of a tenant. Words that changed since a server took them make another revision. */
export function makeNotesMessage(tenant: PromisedTenant, input: MessageInput): Message {
  const letter = makeNotes(tenant, { ...input, provider: input.sender.provider })
  const forms = renderForms(letter)
  const changesSha256 = digestChanges(tenant, input.promised)
  const { version } = input.release.candidate
  const last = findTold(tenant, input).findLast(
    (entry) => entry.kind === 'notes' && entry.version === version,
  )
  const isSame =
    last === undefined ||
    (last.contentSha256 === forms.contentSha256 && (last.changesSha256 ?? changesSha256) === changesSha256)
  const revision = (last?.revision ?? 0) + (isSame ? 0 : 1)
  const rest = { window: null, downtimeMinutes: null, services: null, event: null, calendar: null }
  return { kind: 'notes', ...nameMessage(tenant, input), revision, changesSha256, letter, ...forms, ...rest }
}

/**
 * The notice of a tenant for this window: what a server took last, where that says the same, else its next revision,
 * which says that it replaces the one before.
 */
export function makeNoticeMessage(
  tenant: PromisedTenant,
  input: MessageInput,
  { window, isCancelled = false }: { window: ReleaseWindow; isCancelled?: boolean },
): Message {
  const told = findNotices(tenant, input)
  const last = told.at(-1)
  // Whoever reads that it will not be knows of no other time than that of the notice before.
  const named = isCancelled ? (windowOf(last) ?? window) : window
  const make = (revision: number): Message => {
    const earlier = windowOf(told.findLast((entry) => entry.revision < revision))
    return renderNotice(tenant, input, { window: named, revision, earlier, isCancelled })
  }
  if (!last) return make(0)
  const again = make(last.revision)
  const isSame = last.kind === again.kind && last.contentSha256 === again.contentSha256
  return isSame ? again : make(last.revision + 1)
}

/** Whether a notice of this release has ever reached somebody of the tenant: who heard of nothing needs no cancellation. */
export function wasNoticed(
  tenant: Pick<PromisedTenant, 'id'>,
  input: Pick<MessageInput, 'release' | 'promised'>,
): boolean {
  return findNotices(tenant, input).length > 0
}

function findNotices(...of: Parameters<typeof findTold>): LedgerEntry[] {
  return findTold(...of).filter(({ kind }) => kind !== 'notes')
}

/** What was said to the tenant about this release and reached somebody. */
function findTold(
  { id }: Pick<PromisedTenant, 'id'>,
  { release, promised }: Pick<MessageInput, 'release' | 'promised'>,
): LedgerEntry[] {
  return promised.ledger.entries.filter(
    (entry) => entry.tenant === id && entry.release === release.release && entry.accepted.length > 0,
  )
}

function windowOf(entry: LedgerEntry | undefined): ReleaseWindow | null {
  const window = entry?.window
  if (!window) return null
  return { start: Temporal.Instant.from(window.start), end: Temporal.Instant.from(window.end) }
}

function renderNotice(tenant: PromisedTenant, input: MessageInput, state: NoticeState): Message {
  const letter = makeNotice(tenant, { ...input, provider: input.sender.provider }, state)
  const forms = renderForms(letter)
  const event: CalendarEvent = {
    ...state,
    release: input.release,
    tenant,
    services: selectStopped(tenant, input.impact),
    summary: letter.subject,
    description: forms.text,
  }
  return {
    kind: state.isCancelled ? 'cancellation' : 'notice',
    ...nameMessage(tenant, input),
    revision: state.revision,
    window: state.window,
    downtimeMinutes: input.release.expectedDowntimeMinutes ?? null,
    services: event.services,
    changesSha256: null,
    letter,
    ...forms,
    event,
    calendar: renderCalendar(event, input.sender),
  }
}

function nameMessage({ id }: PromisedTenant, { release }: MessageInput) {
  return { tenant: id, release: release.release, version: release.candidate.version }
}

function renderForms(letter: Letter) {
  const text = renderLetterText(letter)
  return {
    text,
    html: renderLetterHtml(letter),
    markdown: renderLetterMarkdown(letter),
    contentSha256: hash('sha256', text),
  }
}
