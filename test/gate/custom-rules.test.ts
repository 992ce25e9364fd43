// A team's own rule may do anything, for it is code that nobody here has read. Within its limit there is a finding, the
// other rules have theirs, and nothing that it does reaches the verdict by another way.
import { readFile, writeFile, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/gate/rules/rules.ts'
import type { Verdict } from '../../src/gate/verdict.ts'
import { usualPolicy, writeUsualRelease } from '../acceptance/promise-files.ts'
import { askGate } from '../acceptance/gate-environment.ts'
import { firstCase, writeRun } from '../acceptance/run-folder.ts'
import { makeTempFolder } from '../airlock.ts'

let root: string
beforeAll(async () => {
  root = await makeTempFolder()
  await writeRun(join(root, 'run'))
  await writeUsualRelease(root)
  await mkdir(join(root, 'policy', 'rules'), { recursive: true })
})
afterAll(() => rm(root, { recursive: true, force: true }))

const friday = Date.UTC(2026, 10, 27)
const pass = "({ outcome: 'pass', expected: {}, actual: {}, cases: [], tenants: [] })"

/** A rule that passes, and whose body does something first. */
function makeModule(id: string, body: string, more = ''): string {
  return `import { defineRule } from 'airlock/rule'
import { z } from 'zod'
${more}
export default defineRule({
  id: '${id}',
  title: 'All is well',
  remedy: 'Mend it.',
  settings: z.strictObject({ most: z.number().default(1) }),
  plant: (sound) => ({ ...sound, now: 7 }),
  evaluate(input) {
    if (input.now === 7) return { ...${pass}, outcome: 'fail' }
    ${body}
    return ${pass}
  },
})
`
}

type Asked = { readonly settings?: string; readonly now?: number; readonly run?: string }

/** The verdict under a policy with one such rule. */
async function judge(id: string, text: string, { settings = '', now, run = 'run' }: Asked = {}) {
  await writeFile(join(root, 'policy', 'rules', `${id}.ts`), text)
  const policy = `${usualPolicy}customRules: [{ module: ./rules/${id}.ts, timeoutSeconds: 20 }]\n${settings}`
  await writeFile(join(root, 'policy', 'policy.yaml'), policy)
  const asked = await askGate(root, { run, json: true }, now)
  const verdict = JSON.parse(asked.stdout) as Verdict
  const findings = new Map(verdict.findings.map((found) => [found.rule, found]))
  return { ...asked, verdict, own: findings.get(id), proven: findings.get('gate-proven'), findings }
}

describe('the rule of the handbook', () => {
  let text: string
  beforeAll(async () => {
    const handbook = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'rules.md'), 'utf8')
    text = /^```ts\n(.*?)^```/ms.exec(handbook)?.[1] ?? ''
  })

  test('passes, with words of its own, beside all others, and its module is an input', async () => {
    const { verdict, own, proven } = await judge('no-friday', text)
    expect([verdict.verdict, own?.outcome, own?.level, own?.title]).toEqual([
      'pass',
      'pass',
      'block',
      'No release on a Friday',
    ])
    expect(verdict.findings.map(({ rule }) => rule)).toEqual([...ruleIds, 'no-friday'])
    expect(proven).toMatchObject({ outcome: 'pass', actual: { rules: ruleIds.length + 1 } })
    expect(verdict.inputs.map(({ path }) => path)).toContain('policy/rules/no-friday.ts')
  })

  test('stops a release on a Friday, and as its level and settings say', async () => {
    const on = { now: friday }
    const fresh = 'rules:\n  results-fresh: { maxAgeMinutes: 20000 }\n'
    const blocked = await judge('no-friday', text, { ...on, settings: fresh })
    expect([blocked.verdict.verdict, blocked.own?.outcome, blocked.own?.remedy]).toEqual([
      'block',
      'fail',
      'Release on another day.',
    ])
    const warned = await judge('no-friday', text, {
      ...on,
      settings: `${fresh}  no-friday: { level: warn }\n`,
    })
    expect([warned.verdict.verdict, warned.own?.outcome]).toEqual(['pass', 'fail'])
    const other = await judge('no-friday', text, { ...on, settings: `${fresh}  no-friday: { days: [6] }\n` })
    expect([other.verdict.verdict, other.own?.outcome]).toEqual(['pass', 'pass'])
    const off = await judge('no-friday', text, { ...on, settings: `${fresh}  no-friday: { level: off }\n` })
    expect([off.verdict.verdict, off.own, off.verdict.policy.off]).toEqual(['pass', undefined, ['no-friday']])
  })

  test('cannot tell with settings that it does not know', async () => {
    const { verdict, own } = await judge('no-friday', text, {
      settings: 'rules: { no-friday: { dayss: [6] } }',
    })
    expect([verdict.verdict, own?.outcome]).toEqual(['inconclusive', 'inconclusive'])
    expect(JSON.stringify(own?.actual)).toContain('dayss')
  })
})

/** What a rule does, by a name for it, and a part of what is said of it then. */
const bad: readonly (readonly [id: string, text: string, reason: string])[] = [
  ['throws', makeModule('throws', "throw new Error('no idea')"), 'no idea'],
  ['prints', makeModule('prints', "console.log('pass')"), 'it prints: pass'],
  ['leaves-the-process', makeModule('leaves-the-process', 'process.exit(0)'), 'it ended its thread'],
  [
    'changes-the-evidence',
    makeModule('changes-the-evidence', 'input.evidence.cases.length = 0'),
    'read only',
  ],
  ['changes-a-case', makeModule('changes-a-case', "input.evidence.cases[0].outcome = 'passed'"), 'read only'],
  ['answers-later', makeModule('answers-later', `return Promise.resolve(${pass})`), 'cloned'],
  ['answers-another-thing', makeModule('answers-another-thing', "return { outcome: 'great' }"), 'shape'],
  [
    'digs-too-deep',
    makeModule('digs-too-deep', `return { ...${pass}, actual: { deep: { er: 1 } } }`),
    'shape',
  ],
  ['never-returns', makeModule('never-returns', 'for (;;);'), 'no answer within 2 s'],
  ['does-not-load', 'export const rule = {', 'Unexpected token'],
  ['is-no-rule', 'export const rule = 5', 'exports no rule'],
  ['is-called-otherwise', makeModule('other', ''), 'its id is other'],
  ['touches-the-disk', makeModule('touches-the-disk', '', "import 'node:fs'"), 'node:fs'],
  ['has-another-part', makeModule('has-another-part', '', "import './throws.ts'"), 'one file'],
  ['names-another-part', makeModule('names-another-part', '', "import '#part'"), 'one file'],
]

describe('one that', () => {
  let verdict: Verdict
  let stderr: string
  beforeAll(async () => {
    for (const [id, text] of bad) await writeFile(join(root, 'policy', 'rules', `${id}.ts`), text)
    const modules = bad.map(
      ([id]) => `{ module: ./rules/${id}.ts, timeoutSeconds: ${id === 'never-returns' ? 2 : 20} }`,
    )
    await writeFile(join(root, 'policy', 'policy.yaml'), `${usualPolicy}customRules: [${modules.join(', ')}]`)
    const asked = await askGate(root, { run: 'run', json: true })
    verdict = JSON.parse(asked.stdout) as Verdict
    stderr = asked.stderr
  })

  test.each(bad)('%s is inconclusive', (id, _, reason) => {
    const own = verdict.findings.find(({ rule }) => rule === id)
    expect(own).toMatchObject({ outcome: 'inconclusive', level: 'block' })
    expect(JSON.stringify(own?.actual)).toContain(reason)
  })

  test('does any of this keeps no other rule from its word, and no pass from being none', () => {
    const ours = verdict.findings.slice(0, ruleIds.length)
    expect(ours.map(({ rule }) => rule)).toEqual(ruleIds)
    expect(ours.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
    expect(verdict.verdict).toBe('inconclusive')
    expect(stderr).not.toContain('pass')
  })

  test('sees no environment', async () => {
    process.env['AIRLOCK_GATE_LEVEL'] = 'off'
    const { own } = await judge(
      'own',
      makeModule('own', `return { ...${pass}, actual: { env: Object.keys(process.env) } }`),
    )
    delete process.env['AIRLOCK_GATE_LEVEL']
    expect(own).toMatchObject({ outcome: 'pass', actual: { env: [] } })
  })

  test('was not seen to stop its fault is not to be trusted', async () => {
    const { verdict, own, proven } = await judge('own', makeModule('own', '').replace('now: 7', 'now: 8'))
    expect([verdict.verdict, own?.outcome, proven?.outcome]).toEqual(['block', 'pass', 'fail'])
    expect(JSON.stringify(proven?.actual)).toContain('own lets its fault pass')
  })

  test('is not there is a mistake in the policy', async () => {
    await writeFile(join(root, 'policy', 'policy.yaml'), 'customRules: [{ module: ./rules/nowhere.ts }]')
    const { exitCode, stderr } = await askGate(root, { run: 'run' })
    expect(exitCode).toBe(3)
    expect(stderr).toContain('policy/rules/nowhere.ts: expected a file that can be read')
  })

  test('lies behind a link may import no more than any other', async () => {
    const shared = join(root, 'shared')
    await mkdir(shared)
    await writeFile(join(shared, 'part.ts'), 'export const part = 1')
    await writeFile(join(shared, 'linked.ts'), makeModule('linked', '', "import './part.ts'"))
    await symlink(join(shared, 'linked.ts'), join(root, 'policy', 'rules', 'linked.ts'))
    const { own } = await judge('linked', makeModule('linked', '', "import './part.ts'"))
    expect(own).toMatchObject({ outcome: 'inconclusive' })
    expect(JSON.stringify(own?.actual)).toContain('one file')
  })

  test('passes does not make up for another that fails', async () => {
    await writeRun(join(root, 'failed'), { cases: firstCase('failed') })
    const { verdict } = await judge('own', makeModule('own', ''), { run: 'failed' })
    expect(verdict.verdict).toBe('block')
  })
})
