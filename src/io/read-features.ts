// Features as they stand in their folders: text in, parsed features out, and everything that is wrong thrown together.
import { globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseFeature, type Feature } from '../plan/parse-feature.ts'
import { clarifySyntax } from '../plan/syntax-problems.ts'
import { ConfigurationError } from '../release/problem.ts'
import { nameFeature } from './name-feature.ts'
import { makeUnreadable, readNamedText } from './read-text.ts'

/** Every feature below the given files and folders, sorted by path; all their syntax errors at once. */
export function readFeatures(cwd: string, places: readonly string[]): Feature[] {
  const files = [...new Set(places.flatMap((place) => listFeatures(cwd, place)))].toSorted()
  const texts = files.map((uri) => ({ uri, text: readNamedText(cwd, uri) }))
  const parsed = texts.map(parseFeature)
  const problems = parsed.flatMap((one, index) =>
    one.ok ? [] : clarifySyntax(one.problems, texts[index]?.text ?? ''),
  )
  if (problems.length > 0) throw new ConfigurationError(problems)
  return parsed.flatMap((one) => (one.ok ? [one.value] : []))
}

function listFeatures(cwd: string, place: string): string[] {
  const absolute = resolve(cwd, place)
  try {
    if (!statSync(absolute).isDirectory()) return [nameFeature(cwd, absolute)]
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(place, error)], { cause: error })
  }
  return globSync('**/*.feature', { cwd: absolute }).map((file) => nameFeature(cwd, join(absolute, file)))
}
