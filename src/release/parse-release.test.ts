// A release is promised to clients by its times: what cannot be kept, or meant, is refused where it stands.
import { expect, test } from 'vitest'
import { parseRelease } from './parse-release.ts'
import { resolveWindow } from './resolve-window.ts'

const lines = (window: string, more: readonly string[] = []): string =>
  [
    'release: "2026.24"',
    'kind: scheduled',
    'candidate: { version: 7.7.0 }',
    `window: { ${window} }`,
    'expectedDowntimeMinutes: 2',
    ...more,
  ].join('\n')

function tell(text: string, zone = 'Europe/London'): string[] {
  const parsed = parseRelease({ file: 'release.yaml', text }, zone)
  if (parsed.ok) return []
  return parsed.problems.map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`)
}

const good = 'start: 2026-11-30T03:00, end: 2026-11-30T04:00'

test('a whole one is read', () => {
  const approvals = 'approvals: [{ by: a, role: qa, at: 2026-11-20T16:02Z, digest: "sha256:00" }]'
  expect(tell(lines(good, [approvals]))).toEqual([])
})

test.each([
  ['author: " "', '6:9 author'],
  ['approvals: [{ by: " ", role: qa, at: 2026-11-20T16:02Z }]', '6:19 approvals[0].by'],
  ['removals: [{ scenario: a, reason: " ", approvedBy: b }]', '6:35 removals[0].reason'],
  ['removals: [{ scenario: a, reason: b, approvedBy: "\u200B" }]', '6:50 removals[0].approvedBy'],
  ['contractChanges: [{ operation: a, reason: " " }]', '6:43 contractChanges[0].reason'],
])('a blank text is none: %s', (line, place) => {
  expect(tell(lines(good, [line]))).toEqual([`${place}: a text that is not blank`])
})

test('times and emergencies are looked at whatever else is wrong, and what is no YAML is told once', () => {
  const skipped = 'start: 2027-03-28T01:30, end: 2027-03-28T03:00'
  const approvals = 'approvals: [{ by: " ", role: qa, at: 2027-03-28T01:30 }, { by: a, role: qa, at: soon }]'
  expect(tell(lines(skipped, ['services: 3', approvals]))).toEqual([
    '6:11 services: a value of type array',
    '7:19 approvals[0].by: a text that is not blank',
    '7:81 approvals[1].at: a time such as 2026-11-30T03:00',
    '7:38 approvals[0].at: a time that there is in Europe/London: its clocks skip this one',
    '4:18 window.start: a time that there is in Europe/London: its clocks skip this one',
  ])
  const undeclared = tell(lines(skipped, ['services: 3']).replace('scheduled', 'emergency'))
  expect(undeclared.map((one) => one.split(' ')[1])).toEqual(['services:', 'emergency:', 'window.start:'])
  expect(tell(lines(good).replace('scheduled', 'emergency'))).toHaveLength(1)
  expect(tell('release: [')).toHaveLength(1)
  expect(tell('- 1')).toHaveLength(1)
})

test('an emergency is declared by somebody, for a reason that can be looked up', () => {
  const emergency = 'emergency: { reason: " ", declaredBy: " ", reference: " " }'
  const told = tell(lines(good, [emergency]).replace('scheduled', 'emergency'))
  expect(told.map((one) => one.split(' ')[1])).toEqual([
    'emergency.reason:',
    'emergency.declaredBy:',
    'emergency.reference:',
  ])
})

test.each([
  [
    'skipped by the clocks',
    'start: 2027-03-28T01:30, end: 2027-03-28T03:00',
    '4:18 window.start: a time that there is in Europe/London: its clocks skip this one',
  ],
  [
    'shown twice',
    'start: 2026-10-25T00:30, end: 2026-10-25T01:30',
    '4:41 window.end: an offset, +01:00 or +00:00: the clocks of Europe/London show this time twice',
  ],
  [
    'no day',
    'start: 2026-02-30T03:00, end: 2026-03-01T04:00',
    '4:18 window.start: a day and time that there are',
  ],
  ['no time', 'start: Monday, end: 2026-03-01T04:00', '4:18 window.start: a time such as 2026-11-30T03:00'],
  [
    'over before it begins',
    'start: 2026-11-30T03:00, end: 2026-11-30T02:00',
    '4:41 window.end: a time after the start, 2026-11-30T03:00',
  ],
  [
    'over as it begins, by another offset',
    'start: 2026-11-30T03:00, end: 2026-11-30T04:00+01:00',
    '4:41 window.end: a time after the start, 2026-11-30T03:00',
  ],
  [
    'with a slip in its year',
    'start: 2026-11-30T03:00, end: 2926-11-30T04:00',
    '4:41 window.end: a time within ten years of the start, 2026-11-30T03:00',
  ],
])('a window %s is refused at its place', (_, window, told) => {
  expect(tell(lines(window))).toEqual([told])
})

test('an offset says which of two times is meant', () => {
  const window = { start: '2026-10-25T00:30', end: '2026-10-25T01:30+01:00' }
  expect(tell(lines(`start: ${window.start}, end: ${window.end}`))).toEqual([])
  const resolved = resolveWindow({ window }, 'Europe/London')
  expect(JSON.parse(JSON.stringify(resolved))).toEqual({
    ok: true,
    value: { start: '2026-10-24T23:30:00Z', end: '2026-10-25T00:30:00Z' },
  })
  expect(resolveWindow({}, 'Europe/London')).toEqual({ ok: true, value: null })
  expect(resolveWindow({ window }, 'Europe/Lodnon')).toMatchObject({ ok: false })
})

test('a downtime longer than its window is none that can be kept', () => {
  const text = lines(good).replace('Minutes: 2', 'Minutes: 61')
  expect(tell(text)).toEqual(['5:26 expectedDowntimeMinutes: no more than the window has, 60 minutes'])
})

test('approvals are given at times that there are', () => {
  const [told] = tell(lines(good, ['approvals:', '  - { by: a, role: qa, at: 2027-03-28T01:30 }']))
  expect(told).toMatch(/^7:28 approvals\[0\]\.at: a time that there is/)
})

test('an emergency says why, and nothing else does', () => {
  const why = 'emergency: { reason: x, declaredBy: y, reference: z }'
  const emergency = lines(good).replace('scheduled', 'emergency')
  expect(tell(`${emergency}\n${why}`)).toEqual([])
  expect(tell(emergency)).toEqual([
    '1:1 emergency: who declared the emergency and why: `emergency: { reason, declaredBy, reference }`',
  ])
  expect(tell(lines(good, [why]))).toEqual(['6:12 emergency: no such key in a scheduled release'])
})

test('a draft is refused where a person still has to write', () => {
  const text = lines(good).replace('Minutes: 2', 'Minutes: 0 # TO FINISH: how long it is away')
  expect(tell(text)).toEqual(['5:30 : how long it is away'])
})
