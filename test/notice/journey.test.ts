// Whole releases on paper time: from the commits to the verdict, and what happens to those who were told too late.
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJourney, type Journey } from './open-journey.ts'
import { startMailServer, type MailServer } from './start-mail-server.ts'

const urlOf = ({ port }: MailServer): string => `smtp://localhost:${port}`

/** The words that only a person knows. */
async function finishDraft(journey: Journey, id: string, more: (text: string) => string = (text) => text) {
  await journey.finish(id, (text) => more(text).replace(/^(expectedDowntimeMinutes: )0 #.*$/m, '$12'))
  for await (const name of glob('changes/*.md', { cwd: join(journey.root, 'releases', id) })) {
    const file = join(journey.root, 'releases', id, name)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replaceAll(/^.*TO FINISH.*\n/gm, ''))
  }
}

test('a scheduled release: told to all, blocked for whom it was not, and again when its window moves', async () => {
  await using journey = await openJourney()
  await using refusing = await startMailServer({ refuse: ['platform@cedar.example'] })
  await using server = await startMailServer()
  journey.setClock('2026-11-25T09:00:00Z')
  await journey.draft('scheduled', '2026.24', '7.7.0')
  expect(await journey.readRelease('2026.24')).toContain(
    'window: { start: 2026-12-07T03:00, end: 2026-12-07T04:00 }',
  )
  await finishDraft(journey, '2026.24')
  expect(await journey.preview('2026.24')).toContain('Cedar Stores')

  expect(await journey.send('2026.24', urlOf(refusing))).toBe(1)
  const blocked = await journey.judge('2026.24')
  expect(blocked).toMatchObject({ exitCode: 1, failed: ['notes-published', 'notice-given'] })
  expect(blocked.verdict.tenants).toMatchObject({ maple: { verdict: 'pass' }, cedar: { verdict: 'block' } })

  expect(await journey.send('2026.24', urlOf(server))).toBe(0)
  expect(server.taken.map(({ to }) => to[0])).toEqual(['platform@cedar.example', 'platform@cedar.example'])
  const passed = await journey.judge('2026.24')
  expect(passed).toMatchObject({ exitCode: 0, failed: [] })
  expect(passed.verdict.validUntil).toBe('2026-12-07T03:57:00Z')

  await journey.finish('2026.24', (text) => text.replaceAll('2026-12-07', '2026-12-08'))
  const moved = await journey.judge('2026.24')
  expect(moved).toMatchObject({ exitCode: 1, failed: ['notice-given', 'window-quiet'] })
  expect(moved.verdict.tenants).toMatchObject({ maple: { verdict: 'block' }, cedar: { verdict: 'block' } })
})

test.each([
  ['six working days before passes', '2026-11-25T09:00:00Z', []],
  ['four working days before is blocked', '2026-11-30T09:00:00Z', ['notice-given']],
])('a notice %s', async (_, told, failed) => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  journey.setClock('2026-11-25T09:00:00Z')
  await journey.draft('scheduled', '2026.24', '7.7.0')
  await finishDraft(journey, '2026.24')
  journey.setClock(told)
  expect(await journey.send('2026.24', urlOf(server))).toBe(0)
  expect((await journey.judge('2026.24')).failed).toEqual(failed)
})

test('a change that is written after the notes went out blocks until they are sent again', async () => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  journey.setClock('2026-11-25T09:00:00Z')
  await journey.draft('scheduled', '2026.24', '7.7.0')
  await finishDraft(journey, '2026.24')
  await journey.send('2026.24', urlOf(server))
  expect(await journey.judge('2026.24')).toMatchObject({ exitCode: 0 })

  const late = '---\nservices: [wallet]\ntype: removed\naudience: [cedar]\n---\n# The old call is gone\n'
  await writeFile(join(journey.root, 'releases/2026.24/changes/02-late.md'), late)
  const blocked = await journey.judge('2026.24')
  expect(blocked).toMatchObject({ exitCode: 1, failed: ['notes-published'] })
  expect(blocked.verdict.tenants).toMatchObject({ maple: { verdict: 'pass' }, cedar: { verdict: 'block' } })

  const before = server.taken.length
  await journey.send('2026.24', urlOf(server))
  expect(server.taken.slice(before).map(({ to }) => to[0])).toEqual(['platform@cedar.example'])
  expect(await journey.judge('2026.24')).toMatchObject({ exitCode: 0, failed: [] })
})

test('a service more than clients were told of blocks for those who have it, until they are told', async () => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  const tenants = join(journey.root, 'policy/tenants.yaml')
  await writeFile(tenants, (await readFile(tenants, 'utf8')).replace('["wallet"]', '["wallet","pos"]'))
  journey.setClock('2026-11-25T09:00:00Z')
  await journey.draft('scheduled', '2026.24', '7.7.0')
  await finishDraft(journey, '2026.24')
  await journey.send('2026.24', urlOf(server))
  expect((await journey.judge('2026.24')).failed).toEqual([])

  await journey.finish('2026.24', (text) => text.replace(/^services: \[wallet\]/m, 'services: [wallet, pos]'))
  const { verdict } = await journey.judge('2026.24')
  expect(verdict.findings.find(({ rule }) => rule === 'notice-given')).toMatchObject({
    outcome: 'fail',
    tenants: ['maple'],
  })

  const before = server.taken.length
  await journey.send('2026.24', urlOf(server))
  expect(server.taken.slice(before).map(({ to }) => to[0])).toEqual(['ops@maple.example'])
  expect((await journey.judge('2026.24')).failed).not.toContain('notice-given')
})

const declared = (text: string): string =>
  text
    .replace(/reason: .*/, 'reason: Wallets cannot be opened')
    .replace(/declaredBy: .*/, 'declaredBy: on-call@example.com')
    .replace(/reference: .*/, 'reference: INC-7')
    .replace(/^window: .*$/m, 'window: { start: 2027-03-28T06:00, end: 2027-03-28T07:00 }')

const narrowed = {
  version: '7.7.1',
  plan: { selection: { tags: '@smoke', tenants: null, paths: null, only: null } },
}

test.each([
  ['11 h 59 min before is too late', '2027-03-27T17:01:00Z', ['notice-given']],
  ['12 h before is in time', '2027-03-27T17:00:00Z', []],
])('an emergency over the night in which the clocks change: %s', async (_, told, failed) => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  journey.setClock(told)
  await journey.draft('emergency', '2027.6.1', '7.7.1')
  await finishDraft(journey, '2027.6.1', declared)
  expect(await journey.send('2027.6.1', urlOf(server))).toBe(0)
  const { failed: found, exitCode } = await journey.judge('2027.6.1', narrowed)
  expect({ found, exitCode }).toEqual({ found: failed, exitCode: failed.length === 0 ? 0 : 1 })
})

test('after an emergency the next scheduled release waits for the regression that is owed', async () => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  journey.setClock('2027-03-27T12:00:00Z')
  await journey.draft('emergency', '2027.6.1', '7.7.1')
  await finishDraft(journey, '2027.6.1', declared)
  await journey.send('2027.6.1', urlOf(server))
  expect(await journey.judge('2027.6.1', narrowed)).toMatchObject({ exitCode: 0 })

  journey.setClock('2027-03-29T12:00:00Z')
  await journey.draft('scheduled', '2027.7', '7.8.0')
  await finishDraft(journey, '2027.7')
  await journey.send('2027.7', urlOf(server))
  expect(await journey.judge('2027.7', { version: '7.8.0' })).toMatchObject({
    exitCode: 1,
    failed: ['regression-paid'],
  })

  // The whole suite on the emergency's own build, whatever becomes of that verdict.
  journey.setClock('2027-03-29T13:00:00Z')
  await journey.judge('2027.6.1', { version: '7.7.1' })
  journey.setClock('2027-03-29T14:00:00Z')
  expect(await journey.judge('2027.7', { version: '7.8.0' })).toMatchObject({ exitCode: 0, failed: [] })
})

test('a patch without downtime needs no notice and no window, but notes', async () => {
  await using journey = await openJourney()
  await using server = await startMailServer()
  journey.setClock('2026-11-25T09:00:00Z')
  await journey.draft('patch', '2026.24.1', '7.7.1')
  await finishDraft(journey, '2026.24.1')
  expect(await journey.judge('2026.24.1', { version: '7.7.1' })).toMatchObject({
    failed: ['notes-published'],
  })
  await journey.send('2026.24.1', urlOf(server))
  expect(await journey.judge('2026.24.1', { version: '7.7.1' })).toMatchObject({ exitCode: 0, failed: [] })
})
