// Features that would be passed over in silence: files that are nearly named as features, and those behind links to
// folders, which patterns do not follow.
import { globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Problem } from '../release/problem.ts'
import { findBehindLinks } from './find-behind-links.ts'
import { nameFeature } from './name-feature.ts'

/** A problem for each such file below the folders among the places. */
export function findUnlistedFeatures(cwd: string, places: readonly string[]): Problem[] {
  return places.map((place) => resolve(cwd, place)).flatMap((folder) => findBelow(cwd, folder))
}

function findBelow(cwd: string, folder: string): Problem[] {
  // What is not there is told by whoever reads it.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const files = globSync('**/*', { cwd: folder }).map((file) => join(folder, file))
  const behind = findBehindLinks({ cwd: folder, patterns: ['**/*.feature'], found: files })
  return [
    ...files.filter(isNearlyNamed).map((file) => explainName(nameFeature(cwd, file))),
    ...behind.map((file) => explainLink(nameFeature(cwd, file))),
  ]
}

/** `.Feature`, `.features`, what an editor of texts makes of it, and Gherkin in Markdown, which is not read. */
function isNearlyNamed(file: string): boolean {
  return /\.features?(?:\.txt|\.md)?$/i.test(file) && !file.endsWith('.feature')
}

function explainName(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'features in files whose names end in .feature',
    received: 'a name that nearly does',
    remedy: 'Rename it, or move it out of the folder of features.',
  }
}

function explainLink(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'features in folders of their own',
    received: 'a link to a folder, which is not followed',
    remedy: 'Name the folder it leads to under `features` of the target, or take the link away.',
  }
}
