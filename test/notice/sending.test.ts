// Sending through a real mail server, with everything that goes wrong with one. Each mail is read back by a reader that
// is not ours.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { runNoticeSend } from '../../scripts/notice-send.ts'
import { parseLedger } from '../../src/notice/ledger-line.ts'
import { ConfigurationError } from '../../src/release/problem.ts'
import { root, runAirlock, startAirlock, waitUntil } from '../airlock.ts'
import { noticeRelease, noticeTenants, openNoticeProject } from './open-notice-project.ts'
import { startMailServer, type MailServer } from './start-mail-server.ts'

const contentOf = ({ content }: { content: Buffer }): string => content.toString()
const urlOf = ({ port }: MailServer, login = ''): string => `smtp://${login}localhost:${port}`
/** To be announced also by the clock of this machine, and by no calendar. */
const farRelease = {
  ...noticeRelease,
  kind: 'patch',
  window: { start: '2099-11-30T03:00', end: '2099-11-30T04:00' },
}
const moved = { ...noticeRelease, window: { start: '2026-12-01T03:00', end: '2026-12-01T04:00' } }

test('each tenant gets its notice and its notes, and none that is another’s', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send()).toBe(0)
  expect(server.taken).toHaveLength(6)
  for (const { id, name } of noticeTenants) {
    const own = server.taken.filter(({ to }) => to[0] === `ops@${id}.example`)
    expect(own).toHaveLength(2)
    const words = own.flatMap(({ mail }) => [
      mail.subject,
      mail.text,
      mail.html,
      ...mail.attachments.map(contentOf),
    ])
    const others = noticeTenants.filter((tenant) => tenant.id !== id)
    expect(words.join('\n')).toContain(name)
    expect(others.filter((other) => words.join('\n').includes(other.name))).toEqual([])
    expect(others.filter((other) => words.join('\n').includes(other.id))).toEqual([])
  }
})

test('a mail is whole: sender, one recipient, both forms, the calendar file', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await project.send()
  const notice = server.taken.find(
    ({ to, mail }) => to[0] === 'ops@cedar.example' && mail.attachments.length > 0,
  )
  expect(notice?.to).toEqual(['ops@cedar.example'])
  expect(notice?.mail.from?.text).toBe('"Platform" <releases@platform.example>')
  expect(notice?.mail.subject).toBe('Maintenance on Sunday, 29 November 2026, 22:00–23:00 America/New_York')
  expect(notice?.mail.text).toContain('Monday, 30 November 2026 (03:00–04:00 UTC)')
  expect(notice?.mail.html).toContain('<h1>Planned maintenance</h1>')
  expect(notice?.mail.attachments[0]).toMatchObject({
    contentType: 'text/calendar',
    filename: 'maintenance.ics',
  })
  const german = server.taken.find(
    ({ to, mail }) => to[0] === 'ops@lotus.example' && mail.attachments.length === 0,
  )
  expect(german?.mail.text).toContain('An den Diensten, die Sie nutzen, ändert sich nichts.')
})

test.each([
  ['"Example, Inc." <releases@platform.example>', 'Example, Inc.'],
  ['Example; GmbH: "Nord" <releases@platform.example>', 'Example; GmbH: "Nord"'],
])('the sender %s is one mailbox, and its name stands in the letter as it is meant', async (from, name) => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  const smtp = { url: '${SMTP_URL}' }
  await project.write('policy/notices.yaml', JSON.stringify({ from, contact: 'x@y.example', smtp }))
  expect(await project.send()).toBe(0)
  const [first] = server.taken
  expect(first?.mail.from?.value).toEqual([{ address: 'releases@platform.example', name }])
  expect(first?.mail.text).toContain(`Sent to the contacts of Maple Market by ${name}.`)
})

test('what one recipient refuses, the others still get; only that one is sent again', async () => {
  await using server = await startMailServer({ refuse: ['ops@cedar.example'] })
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send()).toBe(1)
  expect(project.said()).toContain('notice of cedar to ops@cedar.example: REFUSED: 550')
  expect(server.taken).toHaveLength(4)
  await using mended = await startMailServer()
  await project.write('policy/notices.yaml', describeSettings(urlOf(mended)))
  expect(await project.send()).toBe(0)
  expect(mended.taken.map(({ to }) => to[0])).toEqual(['ops@cedar.example', 'ops@cedar.example'])
  expect(await project.send()).toBe(0)
  expect(mended.taken).toHaveLength(2)
  const { entries, flaw } = parseLedger(await project.readLedger())
  expect(flaw).toBeNull()
  expect(entries.filter(({ refused }) => refused.length > 0)).toHaveLength(2)
  expect(entries.filter(({ accepted }) => accepted.length > 0)).toHaveLength(6)
})

const describeSettings = (url: string, more = ''): string =>
  `from: Platform <releases@platform.example>\ncontact: releases@platform.example\nsmtp: { url: '${url}' }\n${more}`

test('a server that puts somebody off is asked again, and so is one that is lost in the middle', async () => {
  await using server = await startMailServer({ putOff: { 'ops@maple.example': 1 }, lose: 1 })
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send()).toBe(0)
  expect(server.taken).toHaveLength(6)
  expect(parseLedger(await project.readLedger()).entries).toHaveLength(6)
})

test('a server that looks long at a message gets it once', async () => {
  await using server = await startMailServer({ ponder: 1500 })
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  const tenants = noticeTenants.filter(({ id }) => id === 'cedar')
  await project.write('policy/tenants.yaml', JSON.stringify({ tenants }))
  const patience = { pausesMs: [1], timeoutMs: 1000, sleep: () => Promise.resolve() }
  expect(await runNoticeSend({}, project.environment, patience)).toBe(0)
  expect(server.taken).toHaveLength(2)
})

test('a server that puts off for ever has refused; one that is not there has said nothing', async () => {
  await using server = await startMailServer({ putOff: { 'ops@maple.example': 99 } })
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send()).toBe(1)
  expect(project.said()).toContain('REFUSED: 451')
  await using silent = await openNoticeProject({ smtp: 'smtp://localhost:1' })
  expect(await silent.send()).toBe(1)
  expect(silent.said()).toContain('6 without an answer')
  await expect(silent.readLedger()).rejects.toThrow('ENOENT')
})

test('a wrong password stops everything, and says so without saying it', async () => {
  await using server = await startMailServer({ login: { user: 'airlock', password: 'right' } })
  await using project = await openNoticeProject({ smtp: urlOf(server, 'airlock:wrong-one@') })
  const error = await project.send().catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(String(error)).toContain('a user and password that the server takes')
  expect(String(error)).not.toContain('wrong-one')
  expect(server.taken).toHaveLength(0)
  await using right = await openNoticeProject({ smtp: urlOf(server, 'airlock:right@') })
  await right.write('policy/notices.yaml', describeSettings('${SMTP_URL}').replace(' }', ', ca: ca.pem }'))
  await right.write('ca.pem', server.certificate)
  expect(await right.send()).toBe(0)
})

test.each(['airlock:p@qx/w0rd@localhost:1', 'airlock:pa#qx@localhost:1', 'localhost:1?ignoreTLS=true'])(
  'an address that says more than a server is refused, and nothing of it is shown: %s',
  async (address) => {
    await using project = await openNoticeProject({ smtp: `smtp://${address}` })
    const refused: unknown = await project.send().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigurationError)
    expect(String(refused)).toContain('smtp.url: expected a mail server')
    expect(`${String(refused)}${project.said()}`).not.toMatch(/qx|ignore/)
  },
)

test('TLS is used where it holds, and nothing is sent where it does not', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject()
  const settings = describeSettings(urlOf(server))
  await project.write('policy/notices.yaml', settings.replace(' }', ', tls: required }'))
  await expect(project.send()).rejects.toThrow('nothing is sent in the clear')
  expect(server.taken).toHaveLength(0)
  await project.write('ca.pem', server.certificate)
  await project.write('policy/notices.yaml', settings.replace(' }', ', tls: required, ca: ca.pem }'))
  expect(await project.send()).toBe(0)
  expect(server.taken.every(({ secure }) => secure)).toBe(true)
})

test('a window that moved by seconds is another one, and told anew', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await project.send()
  const window = { ...noticeRelease.window, start: '2026-11-30T03:00:30' }
  await project.write('releases/2026.24/release.yaml', JSON.stringify({ ...noticeRelease, window }))
  await project.send()
  expect(server.taken.map(({ mail }) => mail.subject)).toContain(
    'Updated: maintenance on Monday, 30 November 2026, 03:00:30–04:00 Europe/London',
  )
})

test('a window that moved is told anew, with the next SEQUENCE and the same UID', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await project.send()
  await project.write('releases/2026.24/release.yaml', JSON.stringify(moved))
  expect(await project.send()).toBe(0)
  const notices = server.taken.filter(
    ({ to, mail }) => to[0] === 'ops@maple.example' && mail.attachments.length > 0,
  )
  expect(notices).toHaveLength(2)
  const [before = '', after = ''] = notices.map(({ mail }) =>
    contentOf(mail.attachments[0] ?? { content: Buffer.of() }),
  )
  expect(before).toContain('SEQUENCE:0')
  expect(after).toContain('SEQUENCE:1')
  expect(/UID:.*/.exec(after)?.[0]).toBe(/UID:.*/.exec(before)?.[0])
  expect(notices[1]?.mail.text).toContain(
    'This replaces our earlier notice, which named Monday, 30 November 2026',
  )
  expect(await project.send({ cancel: true })).toBe(0)
  expect(String(server.taken.at(-1)?.mail.attachments[0]?.content)).toContain('METHOD:CANCEL')
})

test('once the window is over nobody is told of it, and notes are still sent', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server), now: '2026-11-30T04:00:00Z' })
  expect(await project.send()).toBe(0)
  expect(project.said()).toContain('The window is over, so no notice of it is sent')
  expect(server.taken).toHaveLength(3)
  expect(await project.readLedger()).not.toContain('"kind":"notice"')
})

test('a cancellation goes to whom a notice had reached, and names the time of that notice', async () => {
  await using server = await startMailServer({ refuse: ['ops@cedar.example'] })
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send({ cancel: true })).toBe(0)
  expect(project.said()).toContain('Nobody was told of a maintenance of releases/2026.24')
  expect(server.taken).toEqual([])
  await project.send()
  await project.write('releases/2026.24/release.yaml', JSON.stringify(moved))
  const before = server.taken.length
  expect(await project.send({ cancel: true })).toBe(0)
  expect(server.taken.slice(before).map(({ to, mail }) => [to[0], mail.subject])).toEqual([
    ['ops@maple.example', 'Cancelled: maintenance on Monday, 30 November 2026, 03:00–04:00 Europe/London'],
    ['ops@lotus.example', 'Abgesagt: Wartung am Montag, 30. November 2026, 07:00–08:00 Asia/Dubai'],
  ])
  expect(await project.send({ cancel: true })).toBe(0)
  expect(server.taken).toHaveLength(before + 2)
})

test('what was cancelled is not announced again, but for another window', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await project.send()
  await project.send({ cancel: true })
  const before = server.taken.length
  for (const dryRun of [false, true])
    await expect(project.send({ dryRun })).rejects.toThrow(
      'releases/2026.24/release.yaml at window: expected another window than the one that was cancelled',
    )
  expect(await project.send({ cancel: true })).toBe(0)
  expect(server.taken).toHaveLength(before)
  await project.write('releases/2026.24/release.yaml', JSON.stringify(moved))
  expect(await project.send()).toBe(0)
  expect(server.taken.slice(before)).toHaveLength(3)
})

test.each([
  ['changed', (ledger: string) => ledger.replace('2026-11-19T10', '2026-11-10T10')],
  ['cut', (ledger: string) => ledger.slice(0, -9)],
  ['reordered', (ledger: string) => ledger.trimEnd().split('\n').toReversed().join('\n') + '\n'],
  [
    'taken out',
    (ledger: string) =>
      ledger.replace(/^.*\n(.*\n)/, (all, _, at) => (at === 0 ? all.slice(all.indexOf('\n') + 1) : all)),
  ],
])('a ledger line that was %s stops sending', async (_, change) => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await project.send()
  const before = server.taken.length
  await project.write('releases/2026.24/notices.jsonl', change(await project.readLedger()))
  await project.write('releases/2026.24/release.yaml', JSON.stringify(moved))
  await expect(project.send()).rejects.toThrow('expected a ledger as it was written')
  expect(server.taken).toHaveLength(before)
})

test.each(['notices.jsonl', 'notices.jsonl.lock'])(
  'a folder in the place of %s is a problem, and nothing is sent',
  async (name) => {
    await using server = await startMailServer()
    await using project = await openNoticeProject({ smtp: urlOf(server) })
    await project.write(`releases/2026.24/${name}/x`, '')
    const refused: unknown = await project.send().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigurationError)
    expect(String(refused)).toContain(name)
    expect(server.taken).toEqual([])
  },
)

test('a ledger that cannot be written to is found out before anything leaves', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  await symlink('nowhere/notices.jsonl', join(project.root, 'releases/2026.24/notices.jsonl'))
  const refused: unknown = await project.send().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigurationError)
  expect(String(refused)).toContain('expected a file that can be written')
  expect(server.taken).toEqual([])
})

test.runIf(existsSync('/bin/bash'))(
  'a full disk cuts no line of the ledger, and says what is lost',
  async () => {
    await using server = await startMailServer()
    await using project = await openNoticeProject()
    await project.write('releases/2026.24/release.yaml', JSON.stringify(farRelease))
    const file = join(project.root, 'releases/2026.24/notices.jsonl')
    const full = await sendWithin({ kilobytes: 2, cwd: project.root, smtp: urlOf(server) })
    expect(full).toMatchObject({ code: 3, stderr: expect.stringContaining(`${file}: expected room for`) })
    const { entries, flaw } = parseLedger(await project.readLedger())
    expect([entries.length, flaw]).toEqual([server.taken.length - 1, null])
    const rest = await sendWithin({ kilobytes: 1000, cwd: project.root, smtp: urlOf(server) })
    expect(rest).toMatchObject({ stdout: expect.stringContaining(`${entries.length} accepted before`) })
  },
)

test.runIf(existsSync('/bin/bash'))('where there is no room for a lock, none is left behind', async () => {
  await using project = await openNoticeProject()
  const full = await sendWithin({ kilobytes: 0, cwd: project.root, smtp: 'smtp://localhost:1' })
  expect(full).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('expected a file that can be written'),
  })
  expect(existsSync(join(project.root, 'releases/2026.24/notices.jsonl.lock'))).toBe(false)
})

/** The command itself, where no file can be longer than that. */
async function sendWithin({ kilobytes, cwd, smtp }: { kilobytes: number; cwd: string; smtp: string }) {
  const script = `ulimit -f ${kilobytes}; exec "$0" "$@"`
  const args = ['-c', script, process.execPath, join(root, 'scripts/main.ts'), 'notice', 'send']
  const env = { ...process.env, SMTP_URL: smtp, NODE_DISABLE_COMPILE_CACHE: '1' }
  return promisify(execFile)('/bin/bash', args, { cwd, env }).catch((error: unknown) => error)
}

test('interrupted, it ends with the line of the message that is on its way, and leaves no lock', async () => {
  await using server = await startMailServer({ ponder: 1000 })
  await using project = await openNoticeProject()
  await project.write('releases/2026.24/release.yaml', JSON.stringify(farRelease))
  const sending = startAirlock(['notice', 'send'], { cwd: project.root, env: { SMTP_URL: urlOf(server) } })
  await waitUntil(() => server.taken.length === 2)
  process.kill(sending.pid, 'SIGINT')
  expect(await sending.finished).toMatchObject({
    exitCode: 130,
    stdout: expect.stringMatching(/^[2-5] accepted/),
  })
  expect(parseLedger(await project.readLedger()).entries).toHaveLength(server.taken.length)
  expect(existsSync(join(project.root, 'releases/2026.24/notices.jsonl.lock'))).toBe(false)
})

test('a second sender waits for the first, and says which', async () => {
  await using project = await openNoticeProject()
  await project.write('releases/2026.24/notices.jsonl.lock', '4711\n')
  await expect(project.send()).rejects.toThrow('a lock of process 4711')
})

test('nobody is told while a tenant has no contact, or a change names another tenant', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  const tenants = noticeTenants.map((tenant) =>
    tenant.id === 'cedar' ? { ...tenant, contacts: [] } : tenant,
  )
  await project.write('policy/tenants.yaml', JSON.stringify({ tenants }))
  await expect(project.send()).rejects.toThrow('cedar.contacts')
  await project.write('policy/tenants.yaml', JSON.stringify({ tenants: noticeTenants }))
  const leak = '---\nservices: [wallet]\ntype: fixed\n---\n# As Lotus  retail asked\n'
  await project.write('releases/2026.24/changes/04-leak.md', leak)
  await expect(project.send()).rejects.toThrow('changes/04-leak.md: expected words that name no client')
  expect(server.taken).toHaveLength(0)
})

test('what is wrong with files beside another policy is told of those', async () => {
  await using server = await startMailServer({ login: { user: 'airlock', password: 'right' } })
  await using project = await openNoticeProject({ smtp: urlOf(server, 'airlock:wrong@') })
  await rename(join(project.root, 'policy'), join(project.root, 'team'))
  const send = async () => project.send({ policy: 'team/policy.yaml' })
  await expect(send()).rejects.toThrow('team/notices.yaml at smtp: expected a user and password')
  const tellWith = async (change: object) => {
    const tenants = noticeTenants.map((tenant) => ({ ...tenant, ...change }))
    await project.write('team/tenants.yaml', JSON.stringify({ tenants }))
    return send()
  }
  await expect(tellWith({ contacts: [] })).rejects.toThrow('team/tenants.yaml at maple.contacts')
  await expect(tellWith({ language: 'fr' })).rejects.toThrow(
    /team\/tenants\.yaml at maple\.language: .*Write team\/texts\/fr\.yaml/,
  )
})

test('a dry run says what would leave, and nothing does', async () => {
  await using server = await startMailServer()
  await using project = await openNoticeProject({ smtp: urlOf(server) })
  expect(await project.send({ dryRun: true })).toBe(0)
  expect(project.said().match(/would be sent/g)).toHaveLength(6)
  expect(server.taken).toHaveLength(0)
})

test('totals are no answer to a dry run', async () => {
  await using project = await openNoticeProject()
  const args = ['notice', 'send', '--dry-run', '--json']
  const { exitCode, stdout, stderr } = await runAirlock(args, { cwd: project.root })
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
  expect(stderr).toContain("option '--dry-run' cannot be used with option '--json'")
})
