// A verdict that was read from a file is believed only as far as it fits itself: its words have to follow from its
// findings by what decides them, and its numbers from each other. Whoever changes all of it alike needs a signature to
// be stopped by.
import { caseOutcomes, type Counts } from '../evidence/evidence.ts'
import { decideWord } from './decide-word.ts'
import { decideForTenant } from './judge-tenants.ts'
import type { Finding, Verdict } from './verdict.ts'

/** The first thing that does not fit, as the end of a sentence; null where all of it does. */
export function findContradiction(verdict: Verdict, judged: Counts | null = null): string | null {
  const found = [
    ...compareWords(verdict),
    ...verdict.findings.flatMap((finding) => compareFinding(finding, verdict)),
    ...compareCounts(verdict, judged),
  ]
  return found[0] ?? null
}

function compareWords({ verdict, findings, tenants }: Verdict): string[] {
  const due = decideWord(findings)
  const wrong = Object.entries(tenants).filter(([id, own]) => own.verdict !== decideForTenant(findings, id))
  return [
    ...(due === verdict ? [] : [`it says ${verdict}, and its findings come to ${due}`]),
    ...wrong.map(([id, own]) => `it says ${own.verdict} for ${id}, and its findings come to something else`),
  ]
}

/** One finding a rule, none of a rule that is off, and none that is waived without a waiver. */
function compareFinding({ rule, waiver }: Finding, { findings, policy, waivers }: Verdict): string[] {
  const used = waivers.filter((one) => one.state === 'used' && one.rule === rule).map(({ link }) => link)
  return [
    ...(findings.filter((one) => one.rule === rule).length > 1 ? [`it has two findings of ${rule}`] : []),
    ...(policy.off.includes(rule) ? [`it has a finding of ${rule}, which is off`] : []),
    ...(waiver === undefined || isMadeOf(waiver, used)
      ? []
      : [`its finding of ${rule} is waived by something else than its waivers`]),
  ]
}

/** All of the links, in whatever order. */
function isMadeOf(waiver: string, links: readonly string[]): boolean {
  return (
    links.length > 0 &&
    links.every((link) => waiver.includes(link)) &&
    waiver.length === links.join(', ').length
  )
}

/** Of a missing case there is no result; each other is a test. */
function compareCounts({ counts, tenants }: Verdict, judged: Counts | null): string[] {
  const odd = Object.entries(tenants).filter(([, own]) => !addsUp(own))
  const isOther = judged !== null && JSON.stringify(judged) !== JSON.stringify(counts)
  return [
    ...(addsUp(counts) ? [] : ['its counts do not add up']),
    ...odd.map(([id]) => `its counts for ${id} do not add up`),
    ...(isOther ? ['its counts are not those of the evidence'] : []),
  ]
}

function addsUp(counts: Verdict['tenants'][string] | Counts): boolean {
  const ended = caseOutcomes.filter((outcome) => outcome !== 'missing')
  return ended.reduce((sum, outcome) => sum + counts[outcome], 0) === counts.tests
}
