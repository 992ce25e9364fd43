// What people write besides features: every file of policy/ and releases/ must be readable, and what it says is what tags
// of features may name.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Environment } from '../src/io/environment.ts'
import { listFiles } from '../src/io/list-files.ts'
import { findUnreadChanges } from '../src/io/read-release-changes.ts'
import { readProvider } from '../src/io/read-provider.ts'
import { readNamedText } from '../src/io/read-text.ts'
import { readPolicy } from '../src/gate/policy/parse-policy.ts'
import { ruleIds } from '../src/gate/rules/rules.ts'
import { makeFinding, type LintFinding } from '../src/plan/lint/lint-finding.ts'
import type { LintContext } from '../src/plan/lint/lint-rule.ts'
import { lintPromise } from '../src/plan/lint/lint-promise.ts'
import { parseCalendar } from '../src/release/calendar/parse-calendar.ts'
import { nameCustomRule } from '../src/release/policy.ts'
import type { Problem } from '../src/release/problem.ts'
import type { Target } from '../src/release/target.ts'
import { collectPromise, learn } from './learn-from-policies.ts'
import { kindOf, parsePolicyFile, type Source, type Surroundings } from './parse-policy-file.ts'

export type PolicyFiles = Omit<LintContext, 'book'> & {
  readonly findings: readonly LintFinding[]
  /** How many files were looked at. */
  readonly count: number
  /** Null where its file cannot be read. */
  readonly target: Target | null
}

type Wanted = { readonly paths: readonly string[]; readonly target: string }

const folders = ['policy', 'releases']
const yaml = /\.ya?ml$/

/** The named files, or all of them, by the parsers that the other commands use, and by each other. */
export function lintPolicies({ paths, target }: Wanted, { cwd }: Environment): PolicyFiles {
  const there = folders.filter((folder) => existsSync(resolve(cwd, folder)))
  const read = (file: string): Source => ({ file, text: readNamedText(cwd, file) })
  const all = listPolicyFiles(cwd, [target, ...there]).map(read)
  const named = paths.length === 0 ? all : listPolicyFiles(cwd, paths).map(read)
  const { value: provider } = readProvider({ cwd, policy: 'policy/policy.yaml' })
  const around = {
    zone: provider?.zone ?? 'UTC',
    calendars: collectCalendars(all),
    rules: collectRules(all),
  }
  const { had, ...learnt } = learn(all, target)
  const known = { tenants: learnt.tenants, services: had, regions: [...around.calendars.keys()] }
  const findings = [
    ...named.flatMap((source) => findProblems(source, around)),
    ...named.filter(({ file }) => kindOf(file) === 'release').flatMap(({ file }) => findUnread(cwd, file)),
    ...lintPromise(collectPromise(named, around), known),
  ]
  return { ...learnt, findings, count: named.length }
}

/** Of a release only what it is declared by: whatever else lies in its folder is not ours. */
function listPolicyFiles(cwd: string, places: readonly string[]): string[] {
  const found = ['**/*.{yaml,yml}', '**/changes/*.md'].flatMap((glob) => listFiles(cwd, places, glob))
  const isOurs = (file: string): boolean => {
    if (!yaml.test(file)) return isChange(cwd, file)
    return !/(^|\/)releases\//.test(file) || kindOf(file) === 'release'
  }
  return [...new Set(found.filter(isOurs))].toSorted()
}

function isChange(cwd: string, file: string): boolean {
  const [, release] = /^(.*)\/changes\/[^/]+\.md$/.exec(file) ?? []
  return release !== undefined && existsSync(resolve(cwd, release, 'release.yaml'))
}

function collectCalendars(sources: readonly Source[]): Surroundings['calendars'] {
  const calendars = sources.filter(({ file }) => kindOf(file) === 'calendar').map(parseCalendar)
  return new Map(calendars.flatMap((parsed) => (parsed.ok ? [[parsed.value.region, parsed.value]] : [])))
}

/** Ours, and those of the policies that read. */
function collectRules(sources: readonly Source[]): string[] {
  const policies = sources.filter(({ file }) => kindOf(file) === 'policy').map(readPolicy)
  const own = policies.flatMap((read) => (read.ok ? read.value.customRules.map(nameCustomRule) : []))
  return [...ruleIds, ...own]
}

function findProblems(source: Source, around: Surroundings): LintFinding[] {
  const parsed = parsePolicyFile(source, around)
  return parsed.ok ? [] : parsed.problems.map(explain)
}

/** Lies beside a release and is none of its changes: whoever tells clients refuses it. */
function findUnread(cwd: string, release: string): LintFinding[] {
  return findUnreadChanges(cwd, dirname(release)).map(explain)
}

function explain({ file, line = 1, column = 1, path, expected, received, remedy }: Problem): LintFinding {
  const where = path === '' ? '' : `${path}: `
  const message = `${where}expected ${expected}, received ${received}. ${remedy}`
  return makeFinding('policy-readable', file, { line, column, message })
}
