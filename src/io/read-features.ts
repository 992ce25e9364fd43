// Features as they stand in their folders: text in, parsed features out, and everything that is wrong thrown together.
import { globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findLostScenarios } from '../plan/find-lost-scenarios.ts'
import { parseFeature, type Feature, type FeatureText } from '../plan/parse-feature.ts'
import { clarifySyntax } from '../plan/syntax-problems.ts'
import { ConfigurationError, type Problem } from '../release/problem.ts'
import { findUnlistedFeatures } from './find-unlisted-features.ts'
import { nameFeature } from './name-feature.ts'
import { makeUnreadable, readNamedText } from './read-text.ts'

/** Every feature below the given files and folders, sorted by path; all their syntax errors at once. */
export function readFeatures(cwd: string, places: readonly string[]): Feature[] {
  const files = [...new Set(places.flatMap((place) => listFeatures(cwd, place)))].toSorted()
  const { texts, unread } = readFeatureTexts(cwd, files)
  const parsed = texts.map(parseFeature)
  const misspelt = parsed.flatMap((one, index) =>
    one.ok ? findLostScenarios(one.value) : clarifySyntax(one.problems, texts[index]?.text ?? ''),
  )
  const problems = [...findUnlistedFeatures(cwd, places), ...unread, ...misspelt]
  if (problems.length > 0) throw new ConfigurationError(problems)
  return parsed.flatMap((one) => (one.ok ? [one.value] : []))
}

export type FeatureTexts = {
  readonly texts: readonly FeatureText[]
  /** Files that are no text. */
  readonly unread: readonly Problem[]
}

export function readFeatureTexts(cwd: string, files: readonly string[]): FeatureTexts {
  const read = files.map((uri) => readFeatureText(cwd, uri))
  return {
    texts: read.flatMap((one) => ('text' in one ? one : [])),
    unread: read.flatMap((one) => ('text' in one ? [] : one.problems)),
  }
}

function readFeatureText(cwd: string, uri: string): FeatureText | { readonly problems: readonly Problem[] } {
  try {
    return { uri, text: readNamedText(cwd, uri) }
  } catch (error) {
    if (error instanceof ConfigurationError) return { problems: error.problems }
    throw error
  }
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
