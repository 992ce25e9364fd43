// Whether a run was one of a platform that exists to be shown. Its target says so, in a file of the project: a run's own
// folder is not asked for more than the target's name.
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { parseYaml } from '../release/parse-document.ts'
import { placeBeside } from '../release/place-beside.ts'
import { readChecked } from './read-checked.ts'

type Place = { readonly cwd: string; /** The policy file. */ readonly policy: string }

const targetSchema = z.looseObject({ name: z.string(), example: z.string() })

/** `run` is the absolute folder of a run. What cannot be read is no example. */
export function hasExample(run: string, { cwd, policy }: Place): boolean {
  const name = readTargetName(run)
  const folder = resolve(cwd, placeBeside(policy, 'targets'))
  const files = globSync('*.{yaml,yml}', { cwd: folder })
  return name !== null && files.some((file) => readShownTarget(folder, file) === name)
}

/** The name of a target with an example. */
function readShownTarget(cwd: string, file: string): string | null {
  return readChecked({ cwd, file }, (source) => parseYaml(source, targetSchema)).value?.name ?? null
}

function readTargetName(run: string): string | null {
  try {
    const plan: unknown = JSON.parse(readFileSync(join(run, 'plan.json'), 'utf8'))
    return z.looseObject({ target: z.string() }).safeParse(plan).data?.target ?? null
  } catch {
    // No plan, or one that was cut short: the gate tells of that, and nothing is taken for an example.
    return null
  }
}
