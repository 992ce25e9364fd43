// What is found wrong once `${NAME}`s have values is found in values; whoever mends it looks for the line.
import { makePlacer } from '../release/parse-document.ts'
import type { Problem } from '../release/problem.ts'
import { readNamedText } from './read-text.ts'

/** The same problems, each with the place in its file at which its value is written. */
export function placeProblems(cwd: string, problems: readonly Problem[]): Problem[] {
  const files = new Set(problems.map(({ file }) => file))
  const placers = new Map(
    [...files].map((file) => [file, makePlacer({ file, text: readNamedText(cwd, file) })] as const),
  )
  return problems.map((problem) => ({ ...problem, ...placers.get(problem.file)?.(parsePath(problem.path)) }))
}

/** `tenants[0].secret` → tenants, 0, secret. */
function parsePath(path: string): string[] {
  return path.split(/[.[\]]+/).filter(Boolean)
}
