// A release begins with what was committed: drafted from a real repository, and never finished by a program.
import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTempFolder, runAirlock } from '../airlock.ts'

const run = promisify(execFile)
/** Whatever the machine's own configuration says. */
const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

const files = {
  'policy/policy.yaml': 'zone: Europe/London\ncalendar: GB-ENG\n',
  'policy/tenants.yaml': `tenants:
  - id: maple
    name: Maple
    zone: Europe/London
    calendar: GB-ENG
    services: [wallet, pos]
    clientId: a
    secret: b
    contacts: [ops@maple.example]
`,
  'policy/targets/reference.yaml':
    'name: reference\nservices: { wallet: x, pos: x }\nidentity: { url: x, version: $.version }\n',
  'policy/calendars/GB-ENG.yaml': `region: GB-ENG
weekend: [6, 7]
years: { ${Array.from({ length: 12 }, (_, index) => `${2024 + index}: []`).join(', ')} }
`,
}
const messages = [
  'feat(wallet): balances show at once\n\nThe cache is gone.',
  "feat(pos)!: receipts are signed\n\nBREAKING CHANGE: clients must send their till's number",
  'fix(cellar): a lamp\n',
  'perf: quicker',
  'fix: totals\n\nService: pos',
  'Something without a convention',
  'chore: tidy up',
  'chore(wallet): tidy up again',
  'test: one more',
]

let cwd: string
beforeAll(async () => {
  cwd = await openFolder()
  await git('init', '--quiet')
  await git('config', 'user.email', 'author@example.com')
  await git('config', 'user.name', 'An Author')
  await commit('chore: begin')
  await git('tag', 'v1.0.0')
  for (const message of messages) await commit(message)
})
const folders: string[] = []
afterAll(async () => {
  await Promise.all(folders.map(async (folder) => rm(folder, { recursive: true })))
})

async function openFolder(): Promise<string> {
  const folder = await makeTempFolder()
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}
const git = async (...args: string[]) => run('git', args, { cwd, env: { ...process.env, ...env } })
const commit = async (message: string) => git('commit', '--quiet', '--allow-empty', '-m', message)
const draft = async (...args: string[]) =>
  runAirlock(['release-new', '--kind', 'scheduled', '--from-git', 'v1.0.0', ...args], { cwd, env })
const read = async (...path: string[]) => readFile(join(cwd, ...path), 'utf8')

test('commits become changes that a person finishes, and lint names what is left', async () => {
  const ran = await draft('--version', '1.1.0', '--id', '2026.9')
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  expect(ran.stdout).toContain('Left out, as no client notices them: 2 chore, 1 test.')
  expect(await readdir(join(cwd, 'releases/2026.9/changes'))).toEqual([
    '01-balances-show-at-once.md',
    '02-receipts-are-signed.md',
    '03-a-lamp.md',
    '04-quicker.md',
    '05-totals.md',
    '06-something-without-a-convention.md',
  ])
  expect(await read('releases/2026.9/changes/01-balances-show-at-once.md')).toBe(`---
services: [wallet]
type: added
audience: all
---

# Balances show at once

TO FINISH: say it in words for clients, instead of those of the commit

> The cache is gone.
`)
  const text = await read('releases/2026.9/release.yaml')
  expect(text).toMatch(/^release: '2026\.9'\nkind: scheduled\ncandidate: \{ version: 1\.1\.0 \}$/m)
  expect(text).toMatch(/^services: \[wallet, pos\]\nauthor: 'author@example\.com'\napprovals: \[\]$/m)
  const [, day = ''] = /^window: \{ start: (\S+)T03:00, end: \1T04:00 \}$/m.exec(text) ?? []
  const monday = Temporal.PlainDate.from(day)
  const days = Temporal.Now.plainDateISO('Europe/London').until(monday).days
  expect(monday.dayOfWeek).toBe(1)
  expect(days).toBeGreaterThanOrEqual(9)
  expect(days).toBeLessThanOrEqual(17)

  const lint = await runAirlock(['lint', 'releases', '--json'], { cwd, env })
  const { findings } = JSON.parse(lint.stdout) as {
    findings: { file: string; line: number; message: string }[]
  }
  const told = findings.map(({ file, line, message }) => `${file.slice(16)}:${line} ${message.slice(9, 60)}`)
  expect(told).toEqual([
    expect.stringMatching(/^changes\/01-.*:9 say it in words/),
    expect.stringMatching(/^changes\/02-.*:5 what clients must do; the commit says: clients must/),
    expect.stringMatching(/^changes\/02-.*:6 the day by which they must/),
    expect.stringMatching(/^changes\/02-.*:11 say it in words/),
    expect.stringMatching(/^changes\/03-.*:2 the services it touches, as no tenant has cellar/),
    expect.stringMatching(/^changes\/03-.*:9 say it in words/),
    expect.stringMatching(/^changes\/04-.*:2 the services it touches, as the commit names none/),
    expect.stringMatching(/^changes\/04-.*:9 say it/),
    expect.stringMatching(/^changes\/05-.*:9 say it/),
    expect.stringMatching(/^changes\/06-.*:2 the services it touches/),
    expect.stringMatching(/^changes\/06-.*:9 say it/),
    expect.stringMatching(/^release\.yaml:5 how many minutes the services are away/),
  ])
  expect(lint.exitCode).toBe(3)
})

test('the next name follows the newest, and what only a person knows is asked for', async () => {
  await mkdir(join(cwd, 'releases/2026.19'), { recursive: true })
  await writeFile(join(cwd, 'releases/2026.19/release.yaml'), 'x')
  const ran = await runAirlock(['release-new', '--kind', 'emergency', '--from-git', 'HEAD~9'], { cwd, env })
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  const text = await read('releases/2026.20/release.yaml')
  expect(text).toContain("candidate: { version: 'TO FINISH: the version of the candidate' }")
  expect(text).toContain("  declaredBy: 'TO FINISH: who says so, another person than the author'")
  expect(text).toMatch(/^window: \{ start: \S+, end: \S+ \}$/m)
  const patch = await draft('--kind', 'patch', '--out', 'elsewhere', '--id', '2026.20.1', '--version', '7.7')
  expect(patch.exitCode).toBe(0)
  const written = await read('elsewhere/release.yaml')
  expect(written).toMatch(/^candidate: \{ version: '7\.7' \}\nexpectedDowntimeMinutes: 0$/m)
  expect(written).not.toContain('window')
})

test('a file that is there stays as it is, and then nothing is written', async () => {
  await mkdir(join(cwd, 'releases/mine/changes'), { recursive: true })
  await writeFile(join(cwd, 'releases/mine/changes/04-quicker.md'), 'my own words')
  const ran = await draft('--id', 'mine')
  expect(ran).toMatchObject({ exitCode: 3, stdout: '' })
  expect(ran.stderr).toMatch(/^releases\/mine\/changes\/04-quicker\.md: expected no file of that name/)
  expect(await readdir(join(cwd, 'releases/mine'), { recursive: true })).toEqual([
    'changes',
    'changes/04-quicker.md',
  ])
  expect(await read('releases/mine/changes/04-quicker.md')).toBe('my own words')
})

test.each([
  [
    'a commit that is not there',
    ['--from-git', 'v0.9.9'],
    /--from-git: expected a commit.*received v0\.9\.9/,
  ],
  ['a commit that is a flag', ['--from-git=--output=x'], /--from-git: expected a commit/],
  ['no commit since', ['--from-git', 'HEAD'], /received no commit since it/],
  ['a name that leads elsewhere', ['--id', '../../x'], /--id: expected a name of letters/],
  ['another kind', ['--kind', 'weekly'], /scheduled, emergency, patch/],
  ['a policy without tenants', ['--policy', 'elsewhere/policy.yaml'], /with tenants\.yaml beside it/],
])('%s is refused', async (_, flags, told) => {
  const ran = await draft(...flags)
  expect(ran).toMatchObject({ exitCode: 3, stdout: '' })
  expect(ran.stderr).toMatch(told)
})

test('a folder without Git is told of', async () => {
  const args = ['release-new', '--kind', 'scheduled', '--from-git', 'v1.0.0']
  const ran = await runAirlock(args, { cwd: await openFolder(), env })
  expect(ran).toMatchObject({ exitCode: 3, stdout: '' })
  expect(ran.stderr).toMatch(/expected a folder under Git, received fatal: not a git repository/)
})

test('the window of a draft lies in the quiet hours of the policy', async () => {
  const policy = files['policy/policy.yaml']
  const quiet = "[{ day: 6, from: '21:30', to: '23:00' }]"
  await writeFile(join(cwd, 'policy/policy.yaml'), `${policy}rules: { window-quiet: { quiet: ${quiet} } }\n`)
  const ran = await draft('--version', '1.4.0', '--id', '2026.14')
  await writeFile(join(cwd, 'policy/policy.yaml'), policy)
  expect(ran.exitCode).toBe(0)
  const text = await read('releases/2026.14/release.yaml')
  const [, day = ''] = /^window: \{ start: (\S+)T21:30, end: \1T22:30 \}$/m.exec(text) ?? []
  expect(Temporal.PlainDate.from(day).dayOfWeek).toBe(6)
})
