// A project with a release to tell clients of: three tenants, two languages, a change for some and a change for one.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runNoticeSend } from '../../scripts/notice-send.ts'
import type { NoticeOptions } from '../../scripts/read-campaign.ts'
import type { Environment, ExitCode } from '../../src/io/environment.ts'

export const noticeTenants = [
  {
    id: 'maple',
    name: 'Maple Market',
    zone: 'Europe/London',
    calendar: 'GB-ENG',
    services: ['wallet', 'pos'],
  },
  { id: 'cedar', name: 'Cedar Stores', zone: 'America/New_York', calendar: 'GB-ENG', services: ['wallet'] },
  {
    id: 'lotus',
    name: 'Lotus Retail',
    zone: 'Asia/Dubai',
    calendar: 'GB-ENG',
    services: ['resources'],
    language: 'de',
  },
].map((tenant) => ({
  ...tenant,
  clientId: '${ID}',
  secret: '${SECRET}',
  contacts: [`ops@${tenant.id}.example`],
}))

export const noticeRelease = {
  release: '2026.24',
  kind: 'scheduled',
  candidate: { version: '7.7.0' },
  window: { start: '2026-11-30T03:00', end: '2026-11-30T04:00' },
  expectedDowntimeMinutes: 2,
  services: ['wallet', 'pos'],
  author: 'a.person@example.com',
}

const calendar = { region: 'GB-ENG', weekend: [6, 7], years: { 2026: [], 2027: [] } }

const usualFiles = {
  'policy/policy.yaml': 'zone: Europe/London\ncalendar: GB-ENG\n',
  'policy/tenants.yaml': JSON.stringify({ tenants: noticeTenants }),
  'policy/calendars/GB-ENG.yaml': JSON.stringify(calendar),
  'policy/notices.yaml':
    "from: Platform <releases@platform.example>\ncontact: releases@platform.example\nsmtp: { url: '${SMTP_URL}' }\n",
  'releases/2026.24/release.yaml': JSON.stringify(noticeRelease),
  'releases/2026.24/changes/01-refunds.md':
    '---\nservices: [pos]\ntype: changed\nactionRequired: Send a reason with each refund.\nactionBy: "2026-11-27"\n---\n# Refunds say why\n\nA refund needs a <b>reason</b>.\n',
  'releases/2026.24/changes/02-balance.md':
    '---\nservices: [wallet]\ntype: fixed\n---\n# Balances show at once\n\nNo more waiting.\n',
  'releases/2026.24/changes/03-for-one.md':
    '---\nservices: [wallet]\ntype: added\naudience: [cedar]\n---\n# A report of your own\n\nIt is there.\n',
}

export type NoticeProject = AsyncDisposable & {
  readonly root: string
  readonly write: (file: string, text: string) => Promise<void>
  readonly readLedger: () => Promise<string>
  readonly environment: Environment
  /** What was printed, both streams. */
  readonly said: () => string
  readonly send: (options?: NoticeOptions) => Promise<ExitCode>
}

type More = { readonly smtp?: string; readonly now?: string; readonly env?: Record<string, string> }

/** `smtp` is the address of the server; tries again at once. */
export async function openNoticeProject({
  smtp = 'smtp://localhost:1',
  now = '2026-11-19T10:00:00Z',
  env = {},
}: More = {}): Promise<NoticeProject> {
  const root = await mkdtemp(join(tmpdir(), 'airlock-notice-'))
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  for (const [file, text] of Object.entries(usualFiles)) await write(file, text)
  let said = ''
  const output = { write: (text: string) => (said += text) }
  const environment: Environment = {
    cwd: root,
    env: { SMTP_URL: smtp, ...env },
    stdout: output,
    stderr: output,
    now: () => Temporal.Instant.from(now).epochMilliseconds,
  }
  const patience = { pausesMs: [1, 1, 1], timeoutMs: 5000, sleep: () => Promise.resolve() }
  return {
    root,
    write,
    environment,
    readLedger: () => readFile(join(root, 'releases/2026.24/notices.jsonl'), 'utf8'),
    said: () => said,
    send: (options = {}) => runNoticeSend(options, environment, patience),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
