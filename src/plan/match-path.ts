// What is named at the command line: `features/a.feature`, a folder, or `features/a.feature:12` for what stands there.
// A name that fits nothing is refused, since a run without what was meant would look like one with it.
import type { Rule, Scenario } from '@cucumber/messages'
import { makeFlagProblem, type Problem } from '../release/problem.ts'
import { listScenarios, type Feature, type FeaturePickle } from './parse-feature.ts'
import { findNearWord } from './phrases/compare-words.ts'

/** Whether a pickle is what was named. Names are relative to the project, with forward slashes. */
export function matchesPath(path: string, feature: Feature, entry: FeaturePickle): boolean {
  const { file, line } = splitPath(path)
  return isInside(feature.uri, file) && (line === null || standsAt(line, feature, entry))
}

/** Whether a feature is what was named, or below it, or holds the line that was named. */
export function namesFile(path: string, uri: string): boolean {
  return isInside(uri, splitPath(path).file)
}

/** What was named and is not there, with what may have been meant. */
export function findPathProblems(paths: readonly string[], features: readonly Feature[]): Problem[] {
  return paths.flatMap((path) => {
    const { file, line } = splitPath(path)
    const named = features.filter(({ uri }) => isInside(uri, file))
    if (named.length === 0) return [unknownPath(path, file, features)]
    if (line === null) return []
    if (!named.some(({ uri }) => uri === file)) return [lineOfFolder(path, line)]
    const isThere = named.some((feature) => feature.pickles.some((entry) => standsAt(line, feature, entry)))
    return isThere ? [] : [emptyLine(path, line, named)]
  })
}

function splitPath(path: string): { file: string; line: number | null } {
  const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(path) ?? []
  return { file: file.replace(/\/$/, ''), line: line === undefined ? null : Number(line) }
}

function isInside(uri: string, file: string): boolean {
  return file === '.' || uri === file || uri.startsWith(`${file}/`)
}

/** A line of an example row means that row; any other line from its tags to its last means the whole scenario. */
function standsAt(line: number, { document, text }: Feature, entry: FeaturePickle): boolean {
  if (line > text.trimEnd().split('\n').length) return false
  const scenarios = listScenarios(document).map(({ scenario }) => scenario)
  const owner = scenarios.findLast((scenario) => startOf(scenario) <= line)
  if (!owner || !entry.pickle.astNodeIds.includes(owner.id)) return false
  // The head of a rule, its background with it, is no part of the scenario before.
  const isBehind = listRules(document).some((rule) => startOf(rule) <= line && startOf(rule) > startOf(owner))
  if (isBehind) return false
  const rows = owner.examples.flatMap(({ tableBody }) => tableBody.map(({ location }) => location.line))
  return rows.includes(line) ? entry.line === line : true
}

function listRules({ feature }: Feature['document']): Rule[] {
  return (feature?.children ?? []).flatMap(({ rule }) => rule ?? [])
}

function startOf({ tags, location }: Pick<Scenario, 'tags' | 'location'>): number {
  return Math.min(location.line, ...tags.map((tag) => tag.location.line))
}

function unknownPath(path: string, file: string, features: readonly Feature[]): Problem {
  const uris = features.map(({ uri }) => uri)
  const near = findNearWord(file, new Set(uris.flatMap((uri) => [uri, ...foldersOf(uri)])))
  return makeFlagProblem(path, {
    expected: 'a feature file of the target, or a folder of them',
    received: 'none of that name',
    remedy: near === null ? 'Correct the name.' : `Did you mean ${near}?`,
  })
}

function foldersOf(uri: string): string[] {
  const names = uri.split('/').slice(0, -1)
  return names.map((_name, index) => names.slice(0, index + 1).join('/'))
}

/** That line of each of its features would be whatever happens to stand there. */
function lineOfFolder(path: string, line: number): Problem {
  return makeFlagProblem(path, {
    expected: 'a line of a feature file',
    received: `line ${line} of a folder`,
    remedy: 'Name the file, or leave the line out.',
  })
}

function emptyLine(path: string, line: number, named: readonly Feature[]): Problem {
  const starts = named.flatMap(({ document }) =>
    listScenarios(document).map(({ scenario }) => startOf(scenario)),
  )
  const [first] = starts.toSorted((a, b) => a - b)
  const where = first === undefined ? 'none there' : `the first begins at line ${first}`
  return makeFlagProblem(path, {
    expected: `a line of a scenario (${where})`,
    received: `line ${line}`,
    remedy: 'Correct the line.',
  })
}
