// What people write besides features: every file of the policy folder must be readable, and what it says is what tags
// of features may name.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { parsePolicy } from '../src/gate/parse-policy.ts'
import type { Environment } from '../src/io/environment.ts'
import { listFiles } from '../src/io/list-files.ts'
import { readNamedText } from '../src/io/read-text.ts'
import { makeFinding, type LintFinding } from '../src/plan/lint/lint-finding.ts'
import type { LintContext } from '../src/plan/lint/lint-rule.ts'
import { tagsFileSchema } from '../src/release/free-tags.ts'
import { parseYaml } from '../src/release/parse-document.ts'
import type { Parsed, Problem } from '../src/release/problem.ts'
import { parseQuarantine } from '../src/release/quarantine.ts'
import { releaseSchema } from '../src/release/release.ts'
import { targetSchema, type Target } from '../src/release/target.ts'
import { tenantsFileSchema } from '../src/release/tenant.ts'
import { parseWaivers } from '../src/release/waivers.ts'

export type PolicyFiles = Omit<LintContext, 'book'> & {
  readonly findings: readonly LintFinding[]
  /** How many files were looked at. */
  readonly count: number
  /** Null where its file cannot be read. */
  readonly target: Target | null
}

type Source = { readonly file: string; readonly text: string }
type Wanted = { readonly paths: readonly string[]; readonly target: string }

const folder = 'policy'
const yaml = /\.ya?ml$/

/** The named policy files, or all of them, by the parsers that the other commands use. */
export function lintPolicies({ paths, target: targetFile }: Wanted, { cwd }: Environment): PolicyFiles {
  const places = [targetFile, ...(existsSync(resolve(cwd, folder)) ? [folder] : [])]
  // Calendars are made by a program and read by their own.
  const all = listFiles(cwd, places, '**/*.{yaml,yml}').filter((file) => !file.includes('/calendars/'))
  const named =
    paths.length === 0 ? all : listFiles(cwd, paths, '**/*.{yaml,yml}').filter((file) => yaml.test(file))
  const read = (file: string): Source => ({ file, text: readNamedText(cwd, file) })
  return {
    ...learn(all.map(read), targetFile),
    findings: named.map(read).flatMap(findProblems),
    count: named.length,
  }
}

function findProblems(source: Source): LintFinding[] {
  const parsed = parserOf(source.file)(source)
  return parsed.ok ? [] : parsed.problems.map(explain)
}

function explain({ file, line = 1, column = 1, path, expected, received, remedy }: Problem): LintFinding {
  const where = path === '' ? '' : `${path}: `
  const message = `${where}expected ${expected}, received ${received}. ${remedy}`
  return makeFinding('policy-readable', file, { line, column, message })
}

type Parse = (source: Source) => Parsed<unknown>

/** A file is known by its name and folder. */
function parserOf(file: string): Parse {
  if (/(^|\/)targets\/[^/]+$/.test(file)) return (source) => parseYaml(source, targetSchema)
  const name = file.split('/').at(-1)?.replace(yaml, '') ?? ''
  return parsers[name] ?? ((source) => parsePolicy(source, 'scheduled'))
}

const parsers: Readonly<Record<string, Parse>> = {
  tenants: (source) => parseYaml(source, tenantsFileSchema),
  tags: (source) => parseYaml(source, tagsFileSchema),
  release: (source) => parseYaml(source, releaseSchema),
  waivers: (source) => parseWaivers(source),
  quarantine: parseQuarantine,
}

/** What can be learnt from the files that are right; the others are findings. */
function learn(sources: readonly Source[], targetFile: string): Omit<PolicyFiles, 'findings' | 'count'> {
  const valuesOf = <S extends z.ZodType>(schema: S, files: readonly Source[]): z.output<S>[] =>
    files.map((source) => parseYaml(source, schema)).flatMap((parsed) => (parsed.ok ? [parsed.value] : []))
  const isTarget = ({ file }: Source): boolean => file === targetFile || /(^|\/)targets\/[^/]+$/.test(file)
  const targets = valuesOf(targetSchema, sources.filter(isTarget))
  const [target = null] = valuesOf(
    targetSchema,
    sources.filter(({ file }) => file === targetFile),
  )
  const tenants = valuesOf(
    tenantsFileSchema,
    sources.filter(({ file }) => file === target?.tenants),
  ).flatMap((file) => file.tenants)
  const tags = valuesOf(
    tagsFileSchema,
    sources.filter(({ file }) => /(^|\/)tags\.ya?ml$/.test(file)),
  )
  const services = [...tenants, ...targets].flatMap((one) =>
    Array.isArray(one.services) ? one.services : Object.keys(one.services),
  )
  return {
    target,
    tenants: tenants.map(({ id }) => id),
    services: [...new Set(services)],
    needs: [...new Set(targets.flatMap(({ offers }) => offers))],
    freeTags: tags.flatMap((file) => Object.keys(file.tags)),
  }
}
