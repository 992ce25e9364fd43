// The first thing anybody reads: may it be deployed, and if not, why not, in one sentence.
import type { Verdict } from '../gate/verdict.ts'
import { describeOpening } from './describe-opening.ts'
import { renderInstant } from './render-instant.ts'
import type { Report, ReportInput, RuleLine } from './report.ts'

type Headline = Pick<Report, 'word' | 'title' | 'reason'>

const mostReasons = 3

/** The verdict as a title and the reason as a sentence. */
export function makeHeadline(
  { verdict }: Pick<ReportInput, 'verdict'>,
  rules: readonly RuleLine[],
): Headline {
  if (!verdict) {
    return {
      word: 'none',
      title: 'This run has not been judged',
      reason: 'There is no verdict, so nothing may be deployed on the strength of this run.',
    }
  }
  const word = verdict.verdict
  const title = `${nameSubject(verdict) ?? 'This run'} ${(verdict.preview ? previewTitles : titles)[word]}`
  return { word, title, reason: reasons[word](rules, verdict) }
}

const titles = {
  pass: 'may be deployed',
  block: 'is blocked',
  inconclusive: 'cannot be judged',
} satisfies Record<Verdict['verdict'], string>

/** Of another time than its own a verdict says nothing that is. */
const previewTitles = {
  pass: 'would pass',
  block: 'would be blocked',
  inconclusive: 'could not be judged',
} satisfies Record<Verdict['verdict'], string>

export const previewNote = 'A preview: judged for another time than its own. It is no leave to deploy.'

type Reason = (rules: readonly RuleLine[], verdict: Verdict) => string

const reasons = {
  pass: (rules, verdict) => {
    const { counts, policy } = verdict
    const noted = rules.filter(({ state }) => state === 'noted').length
    const all = `${rules.length} rules${policy.off.length === 0 ? '' : ' that were asked'} hold`
    const held = noted === 0 ? `All ${all}` : `${rules.length - noted} of ${all}`
    const except = noted === 0 ? '' : `, and ${count(noted, 'finding')} did not have to stop it`
    return `${held}${except}; ${countPassed(counts)} passed.${tellOpening(verdict)}`
  },
  block: (rules) => {
    const failed = rules.filter(({ state }) => state === 'fail').map((rule) => rule.failed)
    return failed.length === 0
      ? 'A rule stops it.'
      : `Stopped, because ${joinSome(failed, 'does not hold|do not hold')}.`
  },
  inconclusive: (rules) => {
    const open = rules.filter(({ state }) => state === 'inconclusive').map(({ title }) => lowerFirst(title))
    return open.length === 0
      ? 'Nothing decides it: every rule that would is waived.'
      : `Stopped until it is shown that ${joinSome(open, 'holds|hold')}.`
  },
} satisfies Record<Verdict['verdict'], Reason>

/** Failures that stop nothing, as waived ones, must not be missing from the first sentence. */
function countPassed({ tests, missing, passed, flaky }: Verdict['counts']): string {
  const [all, good] = [count(tests + missing, 'case'), passed + flaky]
  return good === tests + missing ? all : `${good.toLocaleString('en')} of ${all}`
}

function tellOpening(verdict: Verdict): string {
  const opening = describeOpening(verdict, (instant) => renderInstant(instant).join(', '))
  return opening === null ? '' : ` ${opening}`
}

/** The release, else the candidate; null if neither is known. */
export function nameSubject(verdict: Verdict | null): string | null {
  if (verdict?.release) return `Release ${verdict.release.id}`
  return verdict?.subject.version ? `Candidate ${verdict.subject.version}` : null
}

/** `a`, `a and b`, `a; b; and c`: the phrases hold commas of their own. `verb` says of one and of many what the rest does. */
function joinSome(phrases: readonly string[], verb: string): string {
  const more = phrases.length - mostReasons
  const [one = '', many = ''] = verb.split('|')
  const rest = `${count(more, 'more rule')} ${more === 1 ? one : many}`
  const shown = more > 0 ? [...phrases.slice(0, mostReasons), rest] : phrases
  if (shown.length < 3) return shown.join(' and ')
  return `${shown.slice(0, -1).join('; ')}; and ${shown.at(-1) ?? ''}`
}

function lowerFirst(text: string): string {
  return text.startsWith('API') ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
