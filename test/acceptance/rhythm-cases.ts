// Releases that come after others: in their rhythm or out of it, and after emergencies that still owe a regression.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Release } from '../../src/release/release.ts'
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { askGate, usualNowMs } from './gate-environment.ts'
import { makeReleaseFiles, promisesOff, usualPolicy, usualPolicyFiles, writeFiles } from './promise-files.ts'
import { runStartMs, writeRun, type RunSpec } from './run-folder.ts'
import { usualEmergency } from './sample-promise.ts'

const dayMs = 86_400_000

type Earlier = {
  readonly daysAgo: number
  readonly spec?: RunSpec
  readonly release?: Partial<Release>
}

/** Releases that passed before, each judged on its day; what was promised about them is another story. */
function after(earlier: readonly Earlier[], { arrange, ...rest }: AcceptanceCase): AcceptanceCase {
  return {
    ...rest,
    async arrange(root) {
      await writeFiles(root, usualPolicyFiles)
      await writeFile(
        join(root, 'policy/policy.yaml'),
        `${usualPolicy}kinds: { emergency: { suite: '@smoke' } }\nrules:\n${promisesOff}`,
      )
      for (const one of earlier) await judgeBefore(root, one)
      await rm(join(root, 'policy/policy.yaml'))
      await arrange(root)
    },
  }
}

async function judgeBefore(root: string, { daysAgo, spec = {}, release = {} }: Earlier): Promise<void> {
  const run = `before-${daysAgo}`
  const own = { release: '2026.23', candidate: { version: '7.6.0' }, ...release }
  const ago = daysAgo * dayMs
  await writeFiles(root, makeReleaseFiles(own))
  await writeRun(join(root, run), {
    version: own.candidate.version,
    runId: `before-${daysAgo}`,
    startMs: runStartMs - ago,
    ...spec,
  })
  await askGate(root, { run, release: `releases/${own.release}` }, usualNowMs - ago)
}

const emergency = {
  release: '2026.23.1',
  kind: 'emergency',
  candidate: { version: '7.6.1' },
  emergency: usualEmergency,
} as const
const narrowed: RunSpec = {
  plan: { selection: { tags: '@smoke', tenants: null, paths: null, only: null } },
}
/** The first of two shards, and nothing of the second. */
const oneShard: RunSpec = {
  shards: 2,
  seal: (seal) => ({ ...seal, shards: seal.shards.slice(0, 1) }),
}
const patch = makeReleaseFiles({ kind: 'patch', window: undefined, expectedDowntimeMinutes: undefined })
/** On Monday, 16 November; it is due on the 23rd, the day of the run. */
const owed: Earlier = { daysAgo: 7, release: emergency, spec: narrowed }
const ofBefore: Earlier = { daysAgo: 8, release: emergency, spec: narrowed }
const last: Earlier = { daysAgo: 10 }

export const rhythmCases: Readonly<Record<string, AcceptanceCase>> = {
  'two-weeks-after-the-last-release': after([{ daysAgo: 7 }], judgeRun({})),
  'four-weeks-after-the-last-release': after([{ daysAgo: 21 }], judgeRun({})),

  'a-regression-that-is-owed': after([last, owed], judgeRun({})),
  'a-regression-that-was-paid': after([last, owed, { daysAgo: 2, release: emergency }], judgeRun({})),
  'a-regression-that-one-shard-has-not-paid': after(
    [last, owed, { daysAgo: 2, release: emergency, spec: oneShard }],
    judgeRun({}),
  ),
  'a-patch-before-the-regression-is-due': after([last, owed], judgeRun({}, { files: patch })),
  'a-patch-when-the-regression-is-overdue': after([last, ofBefore], judgeRun({}, { files: patch })),
  'an-emergency-when-the-regression-is-overdue': after(
    [last, ofBefore],
    judgeRun(
      {},
      { files: makeReleaseFiles({ ...emergency, release: '2026.24', candidate: { version: '7.7.0' } }) },
    ),
  ),
}
