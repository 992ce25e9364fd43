// The bills of materials that a release names, and what differs between them.
import { posix } from 'node:path'
import type { Bill } from '../notice/compare-components.ts'
import { billSchema, compareComponents } from '../notice/compare-components.ts'
import { parseYaml } from '../release/parse-document.ts'
import type { ChangedComponent } from '../release/promised.ts'
import type { Release } from '../release/release.ts'
import { readChecked, type Checked } from './read-checked.ts'

type Place = {
  readonly cwd: string
  /** Folder of the release: the files are named from there. */
  readonly release: string
  /** Services there are. */
  readonly known: readonly string[]
}

/** What differs between the two documents; JSON is YAML, so that mistakes have their line and column. */
export function readComponents(
  { before, after }: NonNullable<Release['sbom']>,
  { cwd, release, known }: Place,
): Checked<readonly ChangedComponent[]> {
  const read = (name: string): Checked<Bill> =>
    readChecked({ cwd, file: posix.join(release, name) }, (source) => parseYaml(source, billSchema))
  const [old, own] = [read(before), read(after)]
  const inputs = [...old.inputs, ...own.inputs]
  const problems = [...old.problems, ...own.problems]
  if (old.value === null || own.value === null) return { value: null, inputs, problems }
  return { value: compareComponents({ before: old.value, after: own.value }, known), inputs, problems }
}
