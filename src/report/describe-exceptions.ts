// What somebody has taken upon themselves for a while, in one sentence: the same wherever a verdict is read.
import type { Verdict } from '../gate/verdict.ts'

export function describeQuarantined(excused: Verdict['quarantined'][number]): string {
  const { scenario, tenant, outcome, owner, link, reason, expires } = excused
  const name = tenant === null ? scenario : `${scenario} for ${tenant}`
  return `${name}: ${outcome}, until ${expires}, ${owner}: ${reason} (${link})`
}

/** Why a case that did not pass stops nothing, for whoever sees only that case. */
export function describeExcuse(excuse: Verdict['quarantined'][number] | Verdict['waivers'][number]): string {
  const { owner, link, reason, expires } = excuse
  return `${'case' in excuse ? 'In quarantine' : 'Waived'} until ${expires} by ${owner}: ${reason} (${link})`
}

const waiverWords = {
  used: 'in force',
  unmatched: 'nothing needs it',
  expired: 'its time is over',
  'not-yet': 'its time has not come',
  'not-enough': 'it covers only a part, so it changes nothing',
  never: 'this rule cannot be waived, so it changes nothing',
} satisfies Record<Verdict['waivers'][number]['state'], string>

export function describeWaiver(waiver: Verdict['waivers'][number]): string {
  const { rule, cases, tenants, reason, owner, link, expires, state } = waiver
  const narrowing = [...cases, ...tenants.map((tenant) => `tenant ${tenant}`)]
  const what = narrowing.length === 0 ? rule : `${rule} for ${narrowing.join(', ')}`
  return `${what}: ${reason} (${owner}, ${link}, until ${expires}). ${waiverWords[state]}`
}
