// The gate on values in memory, as quick as a property test wants it: result files in the order in which they are read.
import type { Evidence } from '../../src/evidence/evidence.ts'
import { makeResultsEvidence } from '../../src/evidence/make-evidence.ts'
import { parseResultsFile } from '../../src/evidence/parse-results-file.ts'
import { shareValues } from '../../src/evidence/share-values.ts'
import { decide } from '../../src/gate/decide.ts'
import { parsePolicy } from '../../src/gate/policy/parse-policy.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { noPast } from '../acceptance/sample-evidence.ts'
import { usualNowMs } from '../acceptance/gate-environment.ts'

export type ResultFile = { readonly path: string; readonly text: string | Buffer }

export type Judged = { readonly verdict: Verdict; readonly evidence: Evidence }

/** Judges result files under the preset for them, with these rules on top. */
export function judgeFiles(files: readonly ResultFile[], rules = ''): Judged {
  const parsed = parsePolicy({ file: 'policy.yaml', text: `extends: results-only\n${rules}` }, 'scheduled')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const shared = shareValues()
  const readings = files.map(({ path, text }) =>
    parseResultsFile({
      path,
      bytes: typeof text === 'string' ? Buffer.from(text) : text,
      isThere: () => true,
      shared,
    }),
  )
  const folder = {
    path: 'allure-results',
    exists: true,
    files: files.length,
    results: readings.flatMap(({ result }) => result ?? []),
    problems: readings.flatMap(({ problems }) => problems),
  }
  const evidence = makeResultsEvidence([folder], [])
  const verdict = decide({
    evidence,
    release: null,
    policy: parsed.value,
    now: usualNowMs,
    history: noPast,
    preview: false,
    inputs: [],
  })
  return { verdict, evidence }
}
