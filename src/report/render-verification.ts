// What `airlock verify` says in a deployment's log: a line for each check, then what to do.
import type { Verification } from '../gate/attestation/check.ts'

/** Aligned lines; what was expected stands only where something else was found. */
export function renderVerification({ checks, verified }: Verification): string {
  const width = Math.max(...checks.map(({ check }) => check.length))
  const lines = checks.map(({ check, ok, expected, found }) => {
    const told = found === 'as expected' ? expected : found
    return `${ok ? '✓' : '✗'} ${check.padEnd(width)}  ${ok ? told : `expected ${expected}, found ${found}`}`
  })
  const failed = checks.filter(({ ok }) => !ok).map(({ check }) => check)
  const end = verified ? `All ${checks.length} checks hold.` : `Do not deploy: ${failed.join(', ')}.`
  return `${[...lines, '', end].join('\n')}\n`
}
