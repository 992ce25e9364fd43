// A verdict that passed because somebody took a failure upon themselves says whose word that is: whoever deploys decides
// knowing it.
import type { Verdict } from '../verdict.ts'
import { makeHarmless, type Exception } from './check.ts'

/** Waivers in force, and cases that the quarantine kept from deciding. */
export function listExceptions({ waivers, quarantined }: Verdict): Exception[] {
  const used = waivers.filter(({ state }) => state === 'used')
  return [
    ...used.map(({ rule, ...rest }) => describe('waiver', { ...rest, name: rule })),
    ...quarantined.map(({ scenario, ...rest }) => describe('quarantine', { ...rest, name: scenario })),
  ]
}

function describe(kind: Exception['kind'], { name, owner, expires }: Omit<Exception, 'kind'>): Exception {
  return { kind, name: makeHarmless(name), owner: makeHarmless(owner), expires: makeHarmless(expires) }
}
