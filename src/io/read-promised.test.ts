// What clients were promised lies in a dozen files; no secret of theirs may come along, and no mistake get lost.
import { hash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPromised } from './read-promised.ts'
import { readProvider } from './read-provider.ts'

const folders: string[] = []
afterAll(async () => {
  await Promise.all(folders.map(async (folder) => rm(folder, { recursive: true })))
})

const tenant = `tenants:
  - id: maple
    name: Maple
    zone: Europe/London
    calendar: GB-ENG
    services: [wallet]
    clientId: '\${MAPLE_ID}'
    secret: kept-secret
    dashboard: { user: kept-secret, password: kept-secret }
    contacts: [ops@maple.example]
`
const calendar = 'region: GB-ENG\nweekend: [6, 7]\nyears: { 2026: [{ date: 2026-12-25, name: x }] }\n'
const files = {
  'policy/policy.yaml': 'zone: Asia/Dubai\ncalendar: AE\n',
  'policy/tenants.yaml': tenant,
  'policy/calendars/GB-ENG.yaml': calendar,
  'policy/calendars/GB-ENG.extra.yaml': 'remove: [2026-12-25]\n',
  'policy/calendars/US.yaml': 'nobody asks for it',
  'policy/freezes.yaml': 'freezes: [{ from: 2026-12-18, to: 2027-01-02, reason: peak }]\n',
  'releases/1/changes/02-b.md': '---\nservices: [wallet]\ntype: fixed\n---\nB\n',
  'releases/1/changes/01-a.md': '---\nservices: [wallet]\ntype: added\n---\nA\n',
}

type Change = Readonly<Record<string, string | null>>

async function read(change: Change = {}, release: string | null = 'releases/1', links: Change = {}) {
  const cwd = await mkdtemp(join(tmpdir(), 'airlock-promised-'))
  folders.push(cwd)
  for (const [path, text] of Object.entries<string | null>({ ...files, ...change })) {
    if (text === null) continue
    await mkdir(dirname(join(cwd, path)), { recursive: true })
    await writeFile(join(cwd, path), text)
  }
  for (const [path, target] of Object.entries(links)) await symlink(target ?? '', join(cwd, path))
  return readPromised({ cwd, policy: 'policy/policy.yaml', release })
}

test('everything is read, and every file is an input', async () => {
  const { promised, inputs, problems } = await read()
  expect(problems).toEqual([])
  expect(promised).toMatchObject({
    provider: { zone: 'Asia/Dubai', calendar: 'AE' },
    tenants: [{ id: 'maple', contacts: ['ops@maple.example'] }],
    calendars: { 'GB-ENG': { years: { 2026: [] } } },
    freezes: [{ from: '2026-12-18' }],
    changes: [{ title: 'A' }, { title: 'B' }],
    ledger: { entries: [], head: null },
  })
  expect(inputs.map(({ path }) => path).toSorted()).toEqual([
    'policy/calendars/GB-ENG.extra.yaml',
    'policy/calendars/GB-ENG.yaml',
    'policy/freezes.yaml',
    'policy/tenants.yaml',
    'releases/1/changes/01-a.md',
    'releases/1/changes/02-b.md',
  ])
  expect(inputs.find(({ path }) => path.endsWith('tenants.yaml'))?.sha256).toBe(hash('sha256', tenant))
})

test('no secret comes along', async () => {
  const { promised } = await read()
  expect(JSON.stringify(promised)).not.toMatch(/kept-secret|MAPLE_ID/)
})

test('without files there are no freezes, no changes and no calendars, and without tenants no promise', async () => {
  const none = Object.fromEntries(Object.keys(files).map((path) => [path, null]))
  expect(await read(none)).toEqual({ promised: null, inputs: [], problems: [] })
  const { promised } = await read({ ...none, 'policy/tenants.yaml': tenant }, null)
  expect(promised).toMatchObject({
    provider: { zone: 'UTC', calendar: null },
    calendars: {},
    freezes: [],
    changes: [],
  })
})

test('all mistakes are told of at once', async () => {
  const { promised, problems } = await read({
    'policy/tenants.yaml': tenant.replace('ops@maple.example', 'ops'),
    'policy/calendars/AE.yaml': 'region: US\nweekend: []\nyears: {}\n',
    'policy/freezes.yaml': 'freezes: [{ from: 2026-12-18, to: 2026-01-02, reason: peak }]\n',
    'releases/1/changes/02-b.md': 'B\n',
  })
  expect(promised).toBeNull()
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'policy/tenants.yaml:10',
    'policy/calendars/AE.yaml:1',
    'policy/freezes.yaml:1',
    'releases/1/changes/02-b.md:1',
  ])
})

test('a change for a tenant that there is not is told with its place, and so is each file that is not read', async () => {
  const change = '---\nservices: [wallet]\ntype: removed\naudience: [mapel]\n---\nGone\n'
  const { promised, problems } = await read({
    'releases/1/changes/03-c.md': change,
    'releases/1/changes/04-d.MD': change,
    'releases/1/changes/05-e.md.txt': change,
    'releases/1/changes/later/06-f.md': change,
    'releases/1/changes/picture.png': '',
  })
  expect(promised).toBeNull()
  expect(problems.map(({ file, line, column, expected }) => [file, line, column, expected])).toEqual([
    ['releases/1/changes/03-c.md', 4, 12, 'a tenant: maple'],
    ...['04-d.MD', '05-e.md.txt', 'later/06-f.md'].map((name) => [
      `releases/1/changes/${name}`,
      undefined,
      undefined,
      'changes in files of this folder itself whose names end in .md',
    ]),
  ])
})

test('a region never leads out of its folder', async () => {
  const { promised } = await read({ 'policy/tenants.yaml': tenant.replace('GB-ENG', '../calendars/GB-ENG') })
  expect(promised?.calendars).toEqual({})
})

test.each([
  ['policy/freezes.yml', files['policy/freezes.yaml'], 'policy/freezes.yaml'],
  ['policy/calendars/GB-ENG.extra.yml', 'remove: []\n', 'policy/calendars/GB-ENG.extra.yaml'],
])('%s is not left out in silence', async (other, text, file) => {
  const { promised, problems } = await read({ [file]: null, [other]: text })
  expect(promised).toBeNull()
  expect(problems).toMatchObject([{ file: other, expected: `the name ${file}` }])
})

test('a link that leads nowhere is no file that is not there', async () => {
  const { promised, problems } = await read({ 'policy/freezes.yaml': null }, null, {
    'policy/freezes.yaml': 'gone.yaml',
  })
  expect(promised).toBeNull()
  expect(problems).toMatchObject([{ file: 'policy/freezes.yaml', received: 'ENOENT' }])
})

test.each([
  ['a file', { 'releases/1/changes': '' }, {}],
  ['a link that leads nowhere', {}, { 'releases/1/changes': 'gone' }],
])('%s in the place of the changes is not a release without any', async (_, file: Change, links: Change) => {
  const none = Object.fromEntries(['01-a', '02-b'].map((name) => [`releases/1/changes/${name}.md`, null]))
  const rest = { 'releases/1/release.yaml': '' }
  const { promised, problems } = await read({ ...none, ...rest, ...file }, 'releases/1', links)
  expect(promised).toBeNull()
  expect(problems).toMatchObject([{ file: 'releases/1/changes', expected: 'a folder' }])
})

test('a file in the place of the policy is a problem', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'airlock-promised-'))
  folders.push(cwd)
  await writeFile(join(cwd, 'policy'), '')
  expect(readProvider({ cwd, policy: 'policy/policy.yaml' }).problems).toMatchObject([
    { file: 'policy/policy.yaml', received: 'ENOTDIR' },
  ])
})
