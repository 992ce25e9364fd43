// What an acceptance case is: something lies in a project, and the gate is asked about it. What it has to answer lies
// in the case's folder, written by hand, with the text that a release manager reads.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GateOptions } from '../../scripts/gate.ts'
import { makeReleaseFiles, usualPolicy, usualPolicyFiles, writeFiles, type Files } from './promise-files.ts'
import { writeResults, type Written } from './results-folder.ts'
import { writeRun, type RunSpec } from './run-folder.ts'

export type AcceptanceCase = {
  /** Writes what is judged, below the project's root. */
  readonly arrange: (root: string) => Promise<void>
  readonly ask: GateOptions
  readonly nowMs?: number
}

type RunMore = {
  /** Whatever happens to the run's folder after it was sealed. */
  readonly after?: (run: RunFolder) => Promise<void>
  readonly files?: Files
  /** False leaves the release undeclared. */
  readonly isDeclared?: boolean
  readonly ask?: GateOptions
  readonly nowMs?: number
}

/** A run's folder and what was written into it. */
export type RunFolder = { readonly path: string; readonly files: ReadonlyMap<string, string> }

/** A run of Airlock, judged by a policy that says where the platform is at home, and what stands in `files` besides. */
export function judgeRun(
  spec: RunSpec,
  { after, files = {}, isDeclared = true, ask, nowMs }: RunMore = {},
): AcceptanceCase {
  return {
    async arrange(root) {
      const path = join(root, 'run')
      const own = files['policy/policy.yaml'] ?? ''
      await writeFiles(root, {
        ...usualPolicyFiles,
        ...(isDeclared ? makeReleaseFiles() : {}),
        ...files,
        'policy/policy.yaml': `${usualPolicy}${own}`,
      })
      const written = await writeRun(path, spec)
      await after?.({ path, files: written })
    },
    ask: { run: 'run', ...ask },
    ...(nowMs === undefined ? {} : { nowMs }),
  }
}

type ResultsMore = {
  /** Other files of the folder: values as JSON, texts as they are. */
  readonly others?: Readonly<Record<string, unknown>>
  /** What stands in the policy below `extends: results-only`. */
  readonly rules?: string
}

/** Allure results of another framework, judged by the preset for them. */
export function judgeResults(
  results: readonly Written[],
  { others, rules = '' }: ResultsMore = {},
): AcceptanceCase {
  return {
    async arrange(root) {
      await writeFiles(root, { 'policy/policy.yaml': `extends: results-only\n${rules}` })
      await writeResults(join(root, 'allure-results'), results, others)
    },
    ask: { results: ['allure-results'] },
  }
}

/** Changes one file of a run, as somebody would who wants another answer. */
export async function editFile(
  { path }: RunFolder,
  name: string | undefined,
  change: (text: string) => string,
): Promise<void> {
  const file = join(path, name ?? '')
  await writeFile(file, change(await readFile(file, 'utf8')))
}
