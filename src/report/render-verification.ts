// What `airlock verify` says in a deployment's log: a line for each check, then what to do.
import type { Exception, Verification } from '../gate/attestation/check.ts'

/** Aligned lines; what was expected stands only where something else was found. */
export function renderVerification({ checks, verified, exceptions }: Verification): string {
  const width = Math.max(...checks.map(({ check }) => check.length))
  const lines = checks.map(({ check, ok, expected, found }) => {
    const told = found === 'as expected' ? expected : found
    return `${ok ? '✓' : '✗'} ${check.padEnd(width)}  ${ok ? told : `expected ${expected}, found ${found}`}`
  })
  const failed = checks.filter(({ ok }) => !ok).map(({ check }) => check)
  const end = verified ? `All ${checks.length} checks hold.` : `Do not deploy: ${failed.join(', ')}.`
  return `${[...lines, '', ...describeExceptions(exceptions), end].join('\n')}\n`
}

const mostShown = 5

/** One line, since the log of a deployment is no place for a report. */
function describeExceptions(exceptions: Verification['exceptions']): string[] {
  if (exceptions.length === 0) return []
  const count = (of: Exception['kind']): number => exceptions.filter(({ kind }) => kind === of).length
  const [waivers, cases] = [count('waiver'), count('quarantine')]
  const counted = [
    ...(waivers > 0 ? [`${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`] : []),
    ...(cases > 0 ? [`${cases} ${cases === 1 ? 'case' : 'cases'} in quarantine`] : []),
  ]
  const told = exceptions.map(({ name, owner, expires }) => `${name} until ${expires} by ${owner}`)
  const rest = told.length > mostShown ? `; ${told.length - mostShown} more` : ''
  return [`It rests on ${counted.join(' and ')}: ${told.slice(0, mostShown).join('; ')}${rest}.`]
}
