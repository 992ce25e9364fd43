// Cases by tenant and feature, each with the first lines of its cause. Cases of one feature that ended in the same way
// are told together: a service that is down fails all of them, and that is one thing to know.
import type { Attempt, EvidenceCase } from '../evidence/evidence.ts'
import { classOf } from '../evidence/judge-case.ts'
import { compareTexts } from '../release/by-text.ts'
import { namePlace } from './name-place.ts'
import type { Block } from './render-text-blocks.ts'
import { renderMoment } from './render-text-facts.ts'
import { cut, plain, type Format, type Style } from './render-text-style.ts'

const causeLines = 2

/** A block for each feature of a tenant and each cause in it. */
export function renderCases(cases: readonly EvidenceCase[], style: Style): Block[] {
  const keyed = cases.map((found) => ({ found, key: sortKey(found) }))
  const sorted = keyed.toSorted((a, b) => compareTexts(a.key, b.key)).map(({ found }) => found)
  const groups = Map.groupBy(sorted, nameGroup)
  return [...groups].flatMap(([heading, group]) => {
    const alike = Map.groupBy(group, (found) => [found.outcome, ...causeOf(found)].join('\n'))
    return [...alike.values()].map((some, index) =>
      renderAlike(some, { style, heading: index === 0 ? heading : '' }),
    )
  })
}

function nameGroup({ tenant, feature }: EvidenceCase): string {
  return [tenant ?? '', feature].filter((word) => word !== '').join(' · ')
}

function sortKey({ tenant, feature, uri, line, scenario, id }: EvidenceCase): string {
  return [tenant ?? '', feature, uri ?? '', String(line ?? 0).padStart(6, '0'), scenario, id].join('\0')
}

type Alike = { readonly style: Style; readonly heading: string }

function renderAlike(cases: readonly EvidenceCase[], { style, heading }: Alike): Block {
  const [first, ...others] = cases
  const lead = others.length > 0 ? 'each: ' : ''
  const cause = first ? causeOf(first) : []
  return {
    head: heading === '' ? [] : [` ${style.paint('bold', cut(plain(heading), style.width - 2))}`],
    size: cases.length,
    entry: (index) => cases.slice(index, index + 1).map((found) => renderCase(found, style)),
    foot: cause.map((line, index) => {
      const text = `${index === 0 ? lead : ' '.repeat(lead.length)}${line}`
      return `       ${style.paint('dim', cut(text, style.width - 8))}`
    }),
  }
}

type Sign = { readonly sign: string; readonly format: Format }
const bad: Sign = { sign: '✘', format: 'red' }
/** A case that passed is named for another reason than its own end. */
const signs: Partial<Record<EvidenceCase['outcome'], Sign>> = {
  passed: { sign: '•', format: 'yellow' },
  flaky: { sign: '~', format: 'yellow' },
}

function renderCase(found: EvidenceCase, style: Style): string {
  const { sign, format } = signs[found.outcome] ?? bad
  const place = plain(namePlace(found))
  const room = style.width - 6 - found.outcome.length - (place === '' ? 0 : place.length + 2)
  const title = cut(plain(nameCase(found)), Math.max(20, room))
  const gap = ' '.repeat(Math.max(2, style.width - 6 - title.length - found.outcome.length - place.length))
  return `   ${style.paint(format, sign)} ${found.outcome} ${title}${place === '' ? '' : `${gap}${style.paint('dim', place)}`}`
}

/** The scenario with the values of its example. */
export function nameCase({ scenario, example }: EvidenceCase): string {
  const values = example.filter(({ name }) => name !== 'tenant').map(({ name, value }) => `${name} ${value}`)
  return values.length === 0 ? scenario : `${scenario} (${values.join(', ')})`
}

/** Of the attempt that tells of a failure: in a flaky case that is not the last one. */
function causeOf({ attempts, outcome }: EvidenceCase): string[] {
  const told = attempts.findLast((attempt) => attempt.message !== '' || isContradicted(attempt))
  const cause = told ? [...contradictionOf(told), ...messageOf(told)].slice(0, causeLines) : []
  const starts =
    cause.length === 0 && outcome === 'passed' ? attempts.slice(-causeLines).map(describeStart) : []
  return [...cause, ...starts, ...describeFlags(attempts)]
}

/** A test that pardons itself is worth a second look, and no pardon. */
function describeFlags(attempts: readonly Attempt[]): string[] {
  const flags = [...new Set(attempts.flatMap((attempt) => attempt.flags))]
  return flags.length === 0 ? [] : [`calls itself ${flags.join(' and ')}, which changes nothing`]
}

function describeStart({ start }: Attempt): string {
  if (start === null) return 'started nobody knows when'
  return `started ${renderMoment(start)}`
}

function contradictionOf(attempt: Attempt): string[] {
  return isContradicted(attempt)
    ? [`the results say ${attempt.status}, the messages say ${attempt.witness}`]
    : []
}

function isContradicted({ status, witness }: Attempt): boolean {
  return witness !== null && classOf(witness) !== classOf(status)
}

/** Places in code help whoever mends it; a reader of the verdict wants what happened. */
function messageOf({ message }: Attempt): string[] {
  const lines = message.split('\n').map((line) => plain(line).trim())
  const told = lines.filter((line) => line !== '')
  const words = told.filter((line) => !line.startsWith('at '))
  return words.length > 0 ? words : told
}
