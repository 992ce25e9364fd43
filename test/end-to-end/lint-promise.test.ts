// What people write about a release, with every kind of mistake in it: `airlock lint` points at each, and the gate
// judges nothing by such files.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAirlock, type Finished } from '../airlock.ts'
import { openProject, target, type OpenProject } from '../open-project.ts'

const tenant = (id: string, more: string): string =>
  `  - id: ${id}\n    name: ${id} library\n    services: [loans]\n    clientId: a\n    secret: b\n${more}`
const release = (window: string, more = ''): string =>
  `release: x\nkind: scheduled\ncandidate: { version: 1.0.0 }\nservices: [loans]\nwindow:\n${window}${more}`
const change = (facts: string): string => `---\n${facts}---\nWords.\n`

const files = {
  'policy/policy.yaml': 'zone: Europe/London\ncalendar: GB-ENG\n',
  'policy/tenants.yaml': `tenants:\n${tenant('north', '    zone: Europe/Oslo\n    calendar: NO\n    contacts: [ops]\n')}`,
  'policy/targets/library.yaml': `name: library
services: { loans: '\${LIBRARY_URL}' }
identity: { url: x, version: $.version }
tenants: policy/right/tenants.yaml
`,
  'policy/right/tenants.yaml': `tenants:\n${tenant('north', '    zone: Europe/Oslo\n    calendar: NO\n')}`,
  'policy/zones/tenants.yaml': `tenants:\n${tenant('north', '    zone: Europe/Olso\n    calendar: NO\n')}`,
  'policy/freezes.yaml': 'freezes:\n  - { from: 2026-12-18, to: 2026-12-17, reason: peak }\n',
  'policy/right/freezes.yaml':
    'freezes:\n  - { from: 2026-12-18, to: 2026-12-19, reason: peak, tenants: [south] }\n',
  'policy/calendars/GB-ENG.yaml':
    'region: GB-ENG\nweekend: [6, 7]\nyears:\n  2026:\n    - { date: 2025-12-25, name: x }\n',
  'policy/calendars/US.extra.yaml': 'remove: [2026-07-04]\n',
  'releases/1/release.yaml': release('  start: 2027-03-28T01:30\n  end: 2027-03-28T04:00\n'),
  'releases/2/release.yaml': release('  start: 2026-10-25T01:30\n  end: 2026-10-25T04:00\n'),
  'releases/3/release.yaml': release('  start: 2026-11-30T04:00\n  end: 2026-11-30T03:00\n'),
  'releases/4/release.yaml': release(
    '  start: 2026-11-30T03:00\n  end: 2026-11-30T04:00\n',
    'expectedDowntimeMinutes: 90\n',
  ),
  'releases/5/release.yaml': release(
    '  start: 2026-11-30T03:00\n  end: 2026-11-30T04:00\n',
    'emergency: { reason: a, declaredBy: b, reference: c }\n',
  ).replace('loans', 'loans, fines'),
  'releases/6/release.yaml': release('  start: 2026-11-30T03:00\n  end: 2026-11-30T04:00\n').replace(
    'loans',
    'loans, fines',
  ),
  'releases/6/changes/01-a.md': change('services: [loans]\ntype: fixed\nactionBy: 2026-12-01\n'),
  'releases/6/changes/02-b.md': change('services: [fines]\ntype: fixed\naudience: [south]\n'),
  'releases/6/changes/03-c.md': '---\nservices: [loans]\ntype: fixed\n---\nTO FINISH: words for clients\n',
  'releases/6/changes/04-d.MD': change('services: [loans]\ntype: fixed\n'),
  'releases/6/sbom.yaml': 'none of our business',
}

let project: OpenProject
let ran: Finished
beforeAll(async () => {
  project = await openProject(files)
  ran = await runAirlock(['lint', ...target, 'policy', 'releases', '--json'], { cwd: project.folder })
})
afterAll(async () => project.close())

type Found = { file: string; line: number; column: number; rule: string; level: string; message: string }
const tell = (file: string): string[] => {
  const { findings } = JSON.parse(ran.stdout) as { findings: Found[] }
  return findings
    .filter((found) => found.file === file)
    .map(({ line, column, level, message }) => `${line}:${column} ${level} ${message}`)
}

test('it leaves with 3', () => {
  expect(ran).toMatchObject({ exitCode: 3, stderr: '' })
})

test.each([
  [
    'a calendar that is none',
    'policy/policy.yaml',
    [/^2:11 warning There is no calendar of GB-ENG, .*npm run calendars -- GB-ENG/],
  ],
  [
    'an address that is none',
    'policy/tenants.yaml',
    [/^9:16 error tenants\[0\]\.contacts\[0\]: .*received "ops"/],
  ],
  [
    'a tenant without contact',
    'policy/right/tenants.yaml',
    [/^2:5 warning north library has no contact/, /^8:15 warning There is no calendar of NO/],
  ],
  [
    'a wrong zone',
    'policy/zones/tenants.yaml',
    [/^7:11 error .*zone: .*Europe\/London, received "Europe\/Olso"/],
  ],
  ['a freeze that ends before it starts', 'policy/freezes.yaml', [/^2:29 error .*to: .*after 2026-12-18/]],
  ['a freeze for nobody', 'policy/right/freezes.yaml', [/^2:65 error There is no tenant "south"/]],
  [
    'a day in another year',
    'policy/calendars/GB-ENG.yaml',
    [/^5:15 error .*a day of 2026, received "2025-12-25"/],
  ],
  [
    'days without their calendar',
    'policy/calendars/US.extra.yaml',
    [/^1:1 error expected the calendar of US/],
  ],
  [
    'a time that does not exist',
    'releases/1/release.yaml',
    [/^6:10 error window\.start: .*clocks skip this one/],
  ],
  [
    'a time that exists twice',
    'releases/2/release.yaml',
    [/^6:10 error window\.start: .*\+01:00 or \+00:00/],
  ],
  [
    'a window that ends before it starts',
    'releases/3/release.yaml',
    [/^7:8 error window\.end: .*after the start/],
  ],
  [
    'a downtime that does not fit',
    'releases/4/release.yaml',
    [/^8:26 error expectedDowntimeMinutes: .*60 minutes/],
  ],
  [
    'an emergency that is none',
    'releases/5/release.yaml',
    [/^8:12 error emergency: .*no such key in a scheduled/],
  ],
  [
    'a service nobody has',
    'releases/6/release.yaml',
    [/^4:19 error No tenant has the service "fines"; there are loans/],
  ],
  ['a day without a deed', 'releases/6/changes/01-a.md', [/^4:11 error actionBy: .*actionRequired/]],
  [
    'a change for nobody',
    'releases/6/changes/02-b.md',
    [/^2:12 error No tenant has the service "fines"/, /^4:12 error There is no tenant "south"/],
  ],
  [
    'a draft',
    'releases/6/changes/03-c.md',
    [/^5:1 error expected words for clients, received the mark TO FINISH:/],
  ],
  [
    'a change that nobody reads',
    'releases/6/changes/04-d.MD',
    [/^1:1 error expected changes in files of this folder itself whose names end in \.md/],
  ],
  ['what is not ours', 'releases/6/sbom.yaml', []],
])('%s: %s', (_, file, told) => {
  expect(tell(file)).toEqual(told.map((line) => expect.stringMatching(line)))
})

test('the gate judges nothing by such a release, and says why', async () => {
  const gate = await runAirlock(['gate', '--results', '.', '--release', 'releases/1'], {
    cwd: project.folder,
  })
  expect(gate).toMatchObject({ exitCode: 3, stdout: '' })
  expect(gate.stderr).toMatch(
    /^releases\/1\/release\.yaml:6:10 at window\.start: expected a time that there is/,
  )
})
