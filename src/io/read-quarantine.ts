// The quarantine lies beside the policy. Where there is none nothing is excused; one that is not right is a finding of
// its rule, so that a verdict tells of it.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { placeBeside } from '../release/place-beside.ts'
import { parseQuarantine, type WrittenQuarantine } from '../release/quarantine.ts'
import { describeText } from './read-text.ts'

type Found = { readonly quarantine?: WrittenQuarantine; readonly inputs: readonly Input[] }

/** What is written beside the policy file, and the file as an input of the verdict. */
export function readQuarantine(policy: string, cwd: string): Found {
  const file = placeBeside(policy, 'quarantine.yaml')
  const path = resolve(cwd, file)
  if (!existsSync(path)) return { inputs: [] }
  try {
    const text = readFileSync(path, 'utf8')
    const parsed = parseQuarantine({ file, text })
    return {
      quarantine: parsed.ok
        ? { entries: parsed.value, problems: [] }
        : { entries: [], problems: parsed.problems },
      inputs: [describeText(file, text)],
    }
  } catch (error) {
    return { quarantine: { entries: [], problems: [unreadable(file, error)] }, inputs: [] }
  }
}

function unreadable(file: string, error: unknown) {
  const received = error instanceof Error ? error.message : String(error)
  const remedy = 'Make it a file of entries, or take it away.'
  return { file, path: '', expected: 'a file that can be read', received, remedy }
}
