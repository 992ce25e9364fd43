// The release notes of one tenant: what it must do, then what changes for it, or that nothing does.
import { changeTypes, type Change } from '../release/changes.ts'
import type { Promised, PromisedTenant } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { formatDay } from './format-time.ts'
import type { Impact } from './impact.ts'
import type { Letter, LetterItem, LetterSection } from './letter.ts'
import { selectChanges, selectServices } from './note.ts'
import { parseProse } from './prose.ts'
import { fill, type Texts } from './texts/texts.ts'

export type NotesInput = {
  readonly release: Release
  readonly promised: Promised
  readonly impact: Impact
  readonly provider: string
  readonly texts: Texts
}

export function makeNotes(tenant: PromisedTenant, input: NotesInput): Letter {
  const { release, promised, texts, provider } = input
  const changes = selectChanges(tenant, promised)
  const demands = changes.filter(({ actionRequired }) => actionRequired !== undefined)
  const values = { version: release.candidate.version, tenant: tenant.name, provider }
  const lead = [
    fill(texts.notesLead, values),
    ...(changes.length === 0 ? [texts.notesNothing] : []),
    ...(changes.length > 0 && demands.length === 0 ? [texts.noAction] : []),
  ]
  const first = demands[0]?.actionBy
  const date = first === undefined ? '' : readDay(first, texts)
  const subject = fill(texts[subjectOf(changes, demands)], { ...values, date })
  return {
    language: texts.locale,
    provider,
    subject,
    title: subject,
    tone: demands.length > 0 ? 'act' : 'calm',
    lead,
    facts: makeFacts(tenant, input, changes),
    sections: [...makeDemands(demands, texts), ...makeGroups(changes, texts)],
    footer: fill(texts.footer, values),
  }
}

function subjectOf(changes: readonly Change[], demands: readonly Change[]): keyof Texts {
  if (changes.length === 0) return 'notesSubjectNothing'
  if (demands.length === 0) return 'notesSubject'
  return demands[0]?.actionBy === undefined ? 'notesSubjectAction' : 'notesSubjectActionBy'
}

function makeFacts(
  tenant: PromisedTenant,
  { release, impact, texts }: NotesInput,
  changes: readonly Change[],
) {
  const named = changes.flatMap(({ services }) => services)
  const touched = selectServices(tenant, impact).filter((service) => named.includes(service))
  return [
    { name: texts.version, value: release.candidate.version },
    { name: texts.services, value: tenant.services.join(', ') },
    { name: texts.servicesTouched, value: touched.join(', ') || texts.noServices },
  ]
}

/** What the reader must do, earliest first. Its own section, since people stop reading. */
export function makeDemands(demands: readonly Change[], texts: Texts): LetterSection[] {
  const items = demands.map(({ title, actionRequired = '', actionBy }): LetterItem => ({
    title,
    mark: actionBy === undefined ? texts.actionAny : fill(texts.actionBy, { date: readDay(actionBy, texts) }),
    blocks: parseProse(actionRequired),
  }))
  return items.length === 0 ? [] : [{ title: texts.actionTitle, items }]
}

function readDay(date: string, { locale }: Texts): string {
  return formatDay(Temporal.PlainDate.from(date), locale)
}

function makeGroups(changes: readonly Change[], texts: Texts): LetterSection[] {
  return changeTypes.flatMap((type) => {
    const items = changes
      .filter((change) => change.type === type)
      .map(({ title, prose }): LetterItem => ({ title, mark: null, blocks: parseProse(prose) }))
    return items.length === 0 ? [] : [{ title: texts[type], items }]
  })
}
