// `airlock lint`: what is wrong with features, their steps and the policy files, before anything runs.
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { findUnlistedFeatures } from '../src/io/find-unlisted-features.ts'
import { formatFeatures } from '../src/io/format-features.ts'
import { listFiles } from '../src/io/list-files.ts'
import { readFeatureTexts, type FeatureTexts } from '../src/io/read-features.ts'
import { makeCatalogue } from '../src/plan/catalogue/make-catalogue.ts'
import { lintFeatures } from '../src/plan/lint/lint-features.ts'
import { compareFindings, makeFinding, type LintFinding } from '../src/plan/lint/lint-finding.ts'
import { lintPhrases } from '../src/plan/lint/lint-phrases.ts'
import { makePhraseBook } from '../src/plan/phrases/phrase-book.ts'
import { ConfigurationError, makeFlagProblem, type Problem } from '../src/release/problem.ts'
import type { Target } from '../src/release/target.ts'
import { renderAnnotations } from '../src/report/render-annotations.ts'
import { renderLint } from '../src/report/render-lint.ts'
import { lintPolicies, type PolicyFiles } from './lint-policies.ts'
import { openDefinitions, readSources } from './open-definitions.ts'
import { readStyle } from './read-style.ts'

export type LintOptions = {
  readonly target: string
  /** Features, policy files and folders of them; all there are if none is named. */
  readonly paths: readonly string[]
  readonly fix?: boolean
  readonly json?: boolean
  readonly format?: string
}

/** Findings on stdout; 0 when there are none or only warnings, 3 otherwise. */
export async function runLint(options: LintOptions, environment: Environment): Promise<ExitCode> {
  const policies = lintPolicies(options, environment)
  const { findings, features } = await lintProject(policies, options, environment)
  const counts = { features, policies: policies.count }
  if (policies.target !== null && features + policies.count === 0)
    throw new ConfigurationError([nothingToLint(options)])
  const found = [...policies.findings, ...findings].toSorted(compareFindings)
  environment.stdout.write(render(found, { counts, options, environment }))
  return found.some(({ level }) => level === 'error') ? exitCodes.usage : exitCodes.pass
}

/** Green for nothing would be taken for green. */
function nothingToLint({ paths }: LintOptions): Problem {
  return makeFlagProblem(paths.join(' '), {
    expected: 'features, files of policies and releases, or folders of them',
    received: 'nothing of that kind',
    remedy: 'Correct the name.',
  })
}

type Looked = { readonly findings: readonly LintFinding[]; readonly features: number }

async function lintProject(
  policies: PolicyFiles,
  options: LintOptions,
  environment: Environment,
): Promise<Looked> {
  const { target } = policies
  if (target === null) {
    environment.stderr.write(`Features were not looked at, as ${options.target} cannot be read.\n`)
    return { findings: [], features: 0 }
  }
  const loading = loadDefinitions(target, environment)
  const files = listFeatures(target, options, environment)
  if (options.fix === true) await fix(readFeatureTexts(environment.cwd, files), environment)
  const { definitions, findings: unloaded } = await loading
  const { texts, unread } = readFeatureTexts(environment.cwd, files)
  const unlisted = findUnlistedFeatures(environment.cwd, listPlaces(target, options))
  const book = definitions && makePhraseBook(definitions)
  const { findings, features } = lintFeatures(texts, { ...policies, book })
  // Only who looks at all features can say that none of them uses a phrase.
  const isWhole = options.paths.length === 0 && definitions !== null
  const sources = isWhole ? readSources(definitions, environment) : new Map<string, string>()
  const phrases = isWhole
    ? lintPhrases(makeCatalogue({ definitions, features, sources }), { definitions, sources })
    : []
  return {
    findings: [...unloaded, ...[...unlisted, ...unread].map(explainUnread), ...findings, ...phrases],
    features: files.length,
  }
}

function explainUnread({ file, line = 1, expected, received, remedy }: Problem): LintFinding {
  const message = `Expected ${expected}, received ${received}. ${remedy}`
  return makeFinding('gherkin-readable', file, { line, message })
}

/** Code that cannot be loaded is one finding among others. */
async function loadDefinitions(target: Target, environment: Environment) {
  try {
    return { definitions: await openDefinitions(target, environment), findings: [] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const findings = error.problems.map(({ file, received, remedy }) =>
      makeFinding('code-loads', file, {
        line: 1,
        message: 'The code cannot be loaded, so no step was looked at.',
        hints: [...received.split('\n'), remedy],
      }),
    )
    return { definitions: null, findings }
  }
}

function listPlaces({ features }: Target, { paths }: LintOptions): readonly string[] {
  return paths.length === 0 ? features : paths
}

function listFeatures(target: Target, options: LintOptions, { cwd }: Environment): string[] {
  const places = listPlaces(target, options)
  return listFiles(cwd, places, '**/*.feature').filter((uri) => uri.endsWith('.feature'))
}

async function fix({ texts }: FeatureTexts, { cwd, stderr }: Environment): Promise<void> {
  const { changed, refused } = await formatFeatures(cwd, texts)
  for (const uri of changed) stderr.write(`formatted ${uri}\n`)
  for (const { uri, reason } of refused) stderr.write(`left ${uri} as it is: ${reason}\n`)
}

type Printing = {
  readonly counts: { readonly features: number; readonly policies: number }
  readonly options: LintOptions
  readonly environment: Environment
}

function render(findings: readonly LintFinding[], { counts, options, environment }: Printing): string {
  if (options.json === true) return `${JSON.stringify({ schema: 'airlock.lint/1', ...counts, findings })}\n`
  if (options.format === 'github') return renderAnnotations(findings)
  return renderLint(findings, counts, readStyle(environment.stdout, environment))
}
