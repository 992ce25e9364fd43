// Which files of a project's code stand on which others, and which of them every case stands on.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** Imports of values, as they are written in TypeScript that runs as it is; what only types are taken from does not run. */
const importPattern =
  /^(?:import|export)\s(?!type\b)[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(['"](\.[^'"]+)['"]\)|^import\s+['"](\.[^'"]+)['"]/gm

/** File → the files it imports; paths relative to `cwd`, with forward slashes. */
export function readImports(cwd: string, files: readonly string[]): Map<string, string[]> {
  return new Map(files.map((file) => [file, parseImports(readFileSync(join(cwd, file), 'utf8'), file)]))
}

function parseImports(text: string, file: string): string[] {
  return [...text.matchAll(importPattern)].map(([, ...names]) =>
    join(dirname(file), names.find((name) => name !== undefined) ?? ''),
  )
}

/** Hooks and settings of Cucumber, wherever they are written. */
const aroundPattern =
  /^(?:Before|After|BeforeAll|AfterAll|BeforeStep|AfterStep|set(?:WorldConstructor|DefaultTimeout|DefinitionFunctionWrapper))\s*[<(]/m

/** Files with code that runs around every case, beside the phrases that they may have. */
export function findAround(cwd: string, files: readonly string[]): string[] {
  return files.filter((file) => aroundPattern.test(readFileSync(join(cwd, file), 'utf8')))
}
