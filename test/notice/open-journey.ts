// A release from its first commit to its verdict, on a clock that the test moves: the real commands, a real repository,
// and a mail server that is really there.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runGate } from '../../scripts/gate.ts'
import { runNoticePreview } from '../../scripts/notice-preview.ts'
import { runNoticeSend } from '../../scripts/notice-send.ts'
import { runReleaseNew } from '../../scripts/release-new.ts'
import { verdictSchema, type Verdict } from '../../src/gate/verdict.ts'
import type { Environment, ExitCode } from '../../src/io/environment.ts'
import type { ReleaseKind } from '../../src/release/release.ts'
import { usualPolicy, usualPolicyFiles, writeFiles } from '../acceptance/promise-files.ts'
import { writeRun, type RunSpec } from '../acceptance/run-folder.ts'
import { beginHistory } from '../empty-history.ts'

const run = promisify(execFile)
/** Whatever the machine's own configuration says. */
const gitEnv = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const minuteMs = 60_000

export type Judged = {
  readonly exitCode: ExitCode
  readonly verdict: Verdict
  readonly failed: readonly string[]
}

export type Journey = AsyncDisposable & {
  readonly root: string
  /** From now on it is so late. */
  setClock(instant: string): void
  /** A project with a policy, tenants and one commit after `v1`. */
  draft(kind: ReleaseKind, id: string, version: string): Promise<void>
  /** What a person does to a draft; the rest of release.yaml stays. */
  finish(id: string, change: (text: string) => string): Promise<void>
  readRelease(id: string): Promise<string>
  send(id: string, smtp: string): Promise<ExitCode>
  preview(id: string): Promise<string>
  /** Runs the suite an hour before and judges it now, approved in between. */
  judge(id: string, spec?: RunSpec): Promise<Judged>
}

export async function openJourney(): Promise<Journey> {
  const root = await mkdtemp(join(tmpdir(), 'airlock-journey-'))
  let nowMs = 0
  let runs = 0
  const quiet = { write: () => true }
  const environment = (env: Record<string, string> = {}): Environment => ({
    cwd: root,
    env,
    stdout: quiet,
    stderr: quiet,
    now: () => nowMs,
  })
  const policy = 'policy/policy.yaml'
  const folderOf = (id: string): string => `releases/${id}`
  await begin(root)
  beginHistory(root)
  const journey: Journey = {
    root,
    setClock(instant) {
      nowMs = Temporal.Instant.from(instant).epochMilliseconds
    },
    async draft(kind, id, version) {
      await runReleaseNew({ kind, id, version, fromGit: 'v1', policy }, environment())
    },
    async finish(id, change) {
      const file = join(folderOf(id), 'release.yaml')
      await writeFiles(root, { [file]: change(await readFile(join(root, file), 'utf8')) })
    },
    readRelease: (id) => readFile(join(root, folderOf(id), 'release.yaml'), 'utf8'),
    send: (id, smtp) =>
      runNoticeSend({ release: folderOf(id) }, environment({ SMTP_URL: smtp }), {
        pausesMs: [1],
        timeoutMs: 5000,
        sleep: () => Promise.resolve(),
      }),
    async preview(id) {
      await runNoticePreview({ release: folderOf(id), out: 'preview' }, environment())
      return readFile(join(root, 'preview', 'index.html'), 'utf8')
    },
    async judge(id, spec = {}) {
      const name = `reports/run-${(runs += 1)}`
      const startMs = nowMs - 60 * minuteMs
      await writeRun(join(root, name), { runId: `run-${runs}`, startMs, ...spec })
      await journey.finish(id, (text) => approve(text, startMs + 10 * minuteMs))
      const exitCode = await runGate({ run: name, release: folderOf(id) }, environment())
      const verdict = verdictSchema.parse(
        JSON.parse(await readFile(join(root, name, 'verdict.json'), 'utf8')),
      )
      const stopping = verdict.findings.filter(
        ({ level, outcome }) => level === 'block' && outcome !== 'pass',
      )
      const failed = stopping.filter(({ outcome }) => outcome !== 'warn').map(({ rule }) => rule)
      return { exitCode, verdict, failed }
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
  return journey
}

async function begin(root: string): Promise<void> {
  await writeFiles(root, {
    ...usualPolicyFiles,
    'policy/policy.yaml': `${usualPolicy}kinds: { emergency: { suite: '@smoke' } }\n`,
    'policy/notices.yaml':
      "from: Platform <releases@platform.example>\ncontact: releases@platform.example\nsmtp: { url: '${SMTP_URL}' }\n",
  })
  const git = async (...args: string[]) => run('git', args, { cwd: root, env: gitEnv })
  await git('init', '--quiet')
  await git('config', 'user.email', 'author@example.com')
  await git('config', 'user.name', 'An Author')
  await git('commit', '--quiet', '--allow-empty', '-m', 'chore: begin')
  await git('tag', 'v1')
  await git(
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    'feat(wallet): balances show at once\n\nNo more waiting.',
  )
}

/** Those who answer for it, in the place of whoever did before. */
function approve(text: string, atMs: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toString()
  const roles = ['qa', 'release-manager']
  const given = roles.map((role) => `{ by: ${role}@example.com, role: ${role}, at: "${at}" }`)
  return text.replace(/^approvals: .*$/m, `approvals: [${given.join(', ')}]`)
}
