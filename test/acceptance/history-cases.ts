// Runs that have a past: what the last release had, what failed in it and how long it took. The past is made as it is in
// life, by judging earlier runs in the same project.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeRun, type AcceptanceCase } from './acceptance-case.ts'
import { askGate, usualNowMs } from './gate-environment.ts'
import { makeReleaseFiles, promisesOff, usualPolicy, writeUsualRelease } from './promise-files.ts'
import { firstCase, resultPaths, runStartMs, usualCases, writeRun, type RunSpec } from './run-folder.ts'

const dayMs = 86_400_000
const tolerant = 'rules:\n  no-failures: { level: warn }\n'
/** How a team with old failures begins: once. */
const beginning = `${tolerant}  no-new-failures: { level: warn }\n`

/** The run that is judged comes after these, oldest first, a day apart; they were judged by the policy of then. */
function after(
  earlier: readonly RunSpec[],
  { arrange, ...rest }: AcceptanceCase,
  policy = '',
): AcceptanceCase {
  return {
    ...rest,
    async arrange(root) {
      await writeUsualRelease(root)
      await writeFile(join(root, 'policy/policy.yaml'), `${usualPolicy}${policy || 'rules:\n'}${promisesOff}`)
      for (const [at, spec] of earlier.entries()) await judgeBefore(root, spec, earlier.length - at)
      await rm(join(root, 'policy/policy.yaml'))
      await arrange(root)
    },
  }
}

async function judgeBefore(root: string, spec: RunSpec, daysAgo: number): Promise<void> {
  const run = `before-${daysAgo}`
  const ago = daysAgo * dayMs
  await writeRun(join(root, run), {
    ...spec,
    runId: `2026110${daysAgo}-080000-0c0c`,
    startMs: runStartMs - ago,
  })
  await askGate(root, { run }, usualNowMs - ago)
}

/** The usual run without the scenario in line 12. */
const withoutSecond = usualCases().filter(({ line }) => line !== 12)
const removal = (approvedBy: string): Readonly<Record<string, string>> =>
  makeReleaseFiles({
    removals: [
      { scenario: 'An identity belongs to one wallet', reason: 'Identities are shared now', approvedBy },
    ],
  })

/** Every result takes so long. */
const taking = (ms: number): RunSpec => ({
  edit(files) {
    for (const path of resultPaths(files)) {
      const result = JSON.parse(files.get(path) ?? '') as { start: number }
      files.set(path, `${JSON.stringify({ ...result, stop: result.start + ms }, null, 1)}\n`)
    }
  },
})

export const historyCases: Readonly<Record<string, AcceptanceCase>> = {
  'everything-kept-since-the-last-release': after([{}], judgeRun({})),
  'a-scenario-gone': after([{}], judgeRun({ cases: withoutSecond })),
  'a-scenario-renamed': after(
    [{}],
    judgeRun({
      cases: usualCases((found) =>
        found.line === 12 ? { ...found, scenario: 'An identity has one wallet' } : found,
      ),
    }),
  ),
  'a-scenario-kept-from-a-tenant': after(
    [{}],
    judgeRun({ cases: usualCases().filter(({ line, tenant }) => line !== 12 || tenant !== 'cedar') }),
  ),
  'a-scenario-that-asks-for-a-service-more': after(
    [{}],
    judgeRun({
      cases: usualCases(({ tags = [], ...found }) => ({
        ...found,
        tags: found.line === 12 ? [...tags, '@service:dashboard'] : tags,
      })).filter(({ line, tenant }) => line !== 12 || tenant !== 'cedar'),
      plan: {
        tenants: [
          { id: 'cedar', name: 'cedar & Co', services: ['wallet'] },
          { id: 'maple', name: 'maple & Co', services: ['dashboard', 'wallet'] },
        ],
      },
    }),
  ),
  'a-removal-approved': after(
    [{}],
    judgeRun({ cases: withoutSecond }, { files: removal('b.person@example.com') }),
  ),
  'a-removal-approved-by-its-author': after(
    [{}],
    judgeRun({ cases: withoutSecond }, { files: removal('a.person@example.com') }),
  ),
  'a-removal-that-nothing-needs': after([{}], judgeRun({}, { files: removal('b.person@example.com') })),
  'a-history-that-cannot-be-read': judgeRun(
    {},
    { files: { '.airlock/history.sqlite': 'This is no database, and never was one.\n'.repeat(99) } },
  ),
  'a-history-that-is-gone': judgeRun({}, { files: { '.airlock/.gitkeep': '' } }),
  'no-earlier-release-where-one-is-required': judgeRun(
    {},
    {
      files: {
        'policy/policy.yaml': `rules:
  inventory-kept: { requireBaseline: true }
  no-new-failures: { requireBaseline: true }
  duration-budget: { requireBaseline: true }
`,
      },
    },
  ),

  'an-old-failure': after(
    [{ cases: firstCase('failed'), retry: 0 }],
    judgeRun({ cases: firstCase('failed'), retry: 0 }, { files: { 'policy/policy.yaml': tolerant } }),
    beginning,
  ),
  'a-new-failure-beside-an-old-one': after(
    [{ cases: firstCase('failed'), retry: 0 }],
    judgeRun(
      {
        retry: 0,
        cases: firstCase('failed').map((found) =>
          found.line === 12 && found.tenant === 'cedar' ? { ...found, attempts: ['failed'] } : found,
        ),
      },
      { files: { 'policy/policy.yaml': tolerant } },
    ),
    beginning,
  ),

  'as-quick-as-before': after([taking(1000), taking(1100), taking(950)], judgeRun(taking(1300))),
  'twice-as-slow-as-before': after([taking(1000), taking(1100), taking(950)], judgeRun(taking(2100))),
  'slow-with-too-few-runs-before': after([taking(1000)], judgeRun(taking(2100))),
}
