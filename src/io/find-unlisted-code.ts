// Code that would be passed over in silence: folders that are not there, files that are not named as code is, and those
// behind links to folders, which are not followed. A check in a hook that nobody loads never fails.
import { globSync, readFileSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import type { Problem } from '../release/problem.ts'
import { usualCode } from '../release/target.ts'
import { findBehindLinks } from './find-behind-links.ts'
import { nameFeature } from './name-feature.ts'
import { readImports } from './read-imports.ts'
import { makeUnreadable } from './read-text.ts'

/** A problem for each folder and file of a target's code that no worker would load. */
export function findUnlistedCode(cwd: string, code: readonly string[]): Problem[] {
  return listCodeFolders(cwd, code).flatMap((folder) => findBelow(cwd, folder))
}

/** The folders of code there are and should be: of the usual ones a project may lack some. */
export function listCodeFolders(cwd: string, code: readonly string[]): string[] {
  return code.filter((folder) => !usualCode.includes(folder) || inspect(cwd, folder) !== 'ENOENT')
}

/** `folder`, or why it is none. */
function inspect(cwd: string, folder: string): string {
  try {
    return statSync(resolve(cwd, folder)).isDirectory() ? 'folder' : 'a file'
  } catch (error) {
    return makeUnreadable(folder, error).received
  }
}

function findBelow(cwd: string, folder: string): Problem[] {
  const found = inspect(cwd, folder)
  if (found !== 'folder') return [explainFolder(folder, found)]
  const absolute = resolve(cwd, folder)
  const files = globSync('**/*', { cwd: absolute }).map((file) => join(absolute, file))
  const behind = findBehindLinks({ cwd: absolute, patterns: ['**/*.ts'], found: files })
  return [
    ...findOddlyNamed(cwd, files).map(explainName),
    ...behind.map((file) => explainLink(nameFeature(cwd, file))),
  ]
}

const codeEndings = new Set(['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'])

/** Files that define something for Cucumber and are loaded by nobody; one that is imported does what it does there. */
function findOddlyNamed(cwd: string, files: readonly string[]): string[] {
  const isLoaded = (file: string): boolean => extname(file) === '.ts'
  const named = files.map((file) => nameFeature(cwd, file))
  const odd = named.filter(
    (file) => codeEndings.has(extname(file).toLowerCase()) && !isLoaded(file) && definesSteps(cwd, file),
  )
  if (odd.length === 0) return []
  const imported = new Set([...readImports(cwd, named.filter(isLoaded)).values()].flat())
  return odd.filter((file) => !imported.has(file))
}

function definesSteps(cwd: string, file: string): boolean {
  return (
    statSync(resolve(cwd, file)).isFile() &&
    readFileSync(resolve(cwd, file), 'utf8').includes('@cucumber/cucumber')
  )
}

function explainFolder(file: string, received: string): Problem {
  return {
    file,
    path: '',
    expected: 'a folder of steps or support code',
    received,
    remedy: 'Correct it under `code` of the target.',
  }
}

function explainName(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'steps and hooks in files whose names end in .ts',
    received: `${extname(file)}, which is not loaded`,
    remedy: 'Rename it, or import it where it is needed.',
  }
}

function explainLink(file: string): Problem {
  return {
    file,
    path: '',
    expected: 'code in folders of their own',
    received: 'a link to a folder, which is not followed',
    remedy: 'Name the folder it leads to under `code` of the target, or take the link away.',
  }
}
