// Where the platform is at home: the policy says it, and everything that people write in wall time depends on it.
import { readPolicy } from '../gate/policy/parse-policy.ts'
import type { Promised } from '../release/promised.ts'
import { readOptional, type Checked } from './read-checked.ts'

type Place = { readonly cwd: string; readonly policy: string }

const nowhere: Promised['provider'] = { zone: 'UTC', calendar: null }

/** By the policy file; UTC and no calendar where there is none. The file itself is an input of whoever judges by it. */
export function readProvider({ cwd, policy }: Place): Checked<Promised['provider']> {
  const read = readOptional(
    { cwd, file: policy },
    (source) => {
      const parsed = readPolicy(source)
      if (!parsed.ok) return parsed
      const { zone, calendar = null } = parsed.value
      return { ok: true, value: { zone, calendar } }
    },
    nowhere,
  )
  return { ...read, inputs: [] }
}
