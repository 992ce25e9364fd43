// What `airlock notice` is asked: flags and files → everything that is to be said about one release.
import { dirname } from 'node:path'
import { makeCampaign, type Campaign } from '../src/notice/campaign.ts'
import { readSender, type NoticesFile } from '../src/notice/notices-file.ts'
import type { CalendarSender } from '../src/notice/render-calendar.ts'
import type { Environment } from '../src/io/environment.ts'
import { readNotices } from '../src/io/read-notices.ts'
import { readPromised } from '../src/io/read-promised.ts'
import { requireValue } from '../src/io/read-text.ts'
import { placeBeside } from '../src/release/place-beside.ts'
import { ConfigurationError, type Problem } from '../src/release/problem.ts'
import type { Ledger } from '../src/release/ledger.ts'
import type { Promised } from '../src/release/promised.ts'
import type { Release } from '../src/release/release.ts'
import { parseInstant } from './parse-instant.ts'
import { readNoticeTerms } from './read-notice-terms.ts'
import { readRelease } from './read-release.ts'

export type NoticeOptions = {
  /** Folder of a release; the newest below releases/ where none is named. */
  readonly release?: string | undefined
  readonly policy?: string | undefined
  /** An instant: how it looks then. Not for sending. */
  readonly now?: string | undefined
  readonly json?: boolean | undefined
  readonly out?: string | undefined
  readonly dryRun?: boolean | undefined
  readonly cancel?: boolean | undefined
  /** Address of a mail server that is told in place of everybody whom the settings name: no flag says so. */
  readonly sink?: string | undefined
}

export type ReadCampaign = {
  /** Folder of the release, relative to the project. */
  readonly folder: string
  /** Its file, likewise. */
  readonly file: string
  readonly settings: NoticesFile
  /** policy/notices.yaml, where it lies. */
  readonly settingsFile: string
  /** policy/tenants.yaml, likewise. */
  readonly tenantsFile: string
  readonly sender: CalendarSender
  readonly ledger: Ledger
  readonly campaign: Campaign
}

/** Reads and checks all of it; `ledger` is that of whoever holds it open, else the file is read. */
export function readCampaign(options: NoticeOptions, environment: Environment, held?: Ledger): ReadCampaign {
  const { cwd } = environment
  const { release, folder, file } = requireRelease(options, environment)
  const policy = options.policy ?? 'policy/policy.yaml'
  const { settings: written, languages } = readNotices({ cwd, policy })
  const settings = options.sink === undefined ? written : aimAt(options.sink, written)
  const promised = requirePromised({ cwd, policy, release: folder, sbom: release.sbom })
  const ledger = held ?? promised.ledger
  const sender = { ...readSender(settings), now: readNow(options, environment) }
  const campaign = requireValue(
    makeCampaign({
      release,
      file,
      policy,
      promised: { ...promised, ledger },
      languages,
      terms: readNoticeTerms({ ...options, kind: release.kind }, environment),
      sender,
      contact: settings.contact,
      isCancelled: options.cancel ?? false,
    }),
  )
  const [settingsFile, tenantsFile] = [
    placeBeside(policy, 'notices.yaml'),
    placeBeside(policy, 'tenants.yaml'),
  ]
  return { folder, file, settings, settingsFile, tenantsFile, sender, ledger, campaign }
}

/** Mails go there, and nothing goes anywhere else. */
function aimAt(url: string, { from, contact }: NoticesFile): NoticesFile {
  return { from, contact, smtp: { url } }
}

/** The release that is meant, and its folder relative to the project. */
export function requireRelease(
  options: NoticeOptions,
  environment: Environment,
): { release: Release; folder: string; file: string } {
  const read = readRelease(options, environment)
  if (read) return { release: read.value, folder: dirname(read.input.path), file: read.input.path }
  const command = 'airlock release-new --kind scheduled --from-git <the last one>'
  throw new ConfigurationError([
    makeMissing('releases', 'a release', `Draft one: \`${command}\`, or name it by --release.`),
  ])
}

function requirePromised(place: Parameters<typeof readPromised>[0]): Promised {
  const { promised, problems } = readPromised(place)
  if (problems.length > 0) throw new ConfigurationError(problems)
  if (promised) return promised
  const file = placeBeside(place.policy, 'tenants.yaml')
  throw new ConfigurationError([makeMissing(file, 'a file of tenants', 'Write down who the clients are.')])
}

function makeMissing(file: string, expected: string, remedy: string): Problem {
  return { file, path: '', expected, received: 'nothing', remedy }
}

function readNow({ now }: NoticeOptions, environment: Environment): Temporal.Instant {
  const ms = now === undefined ? environment.now() : parseInstant('--now', now)
  return Temporal.Instant.fromEpochMilliseconds(ms)
}

/** A ledger with a flaw says nothing that could be relied on. */
export function requireSoundLedger(folder: string, { flaw }: Ledger): void {
  if (flaw === null) return
  const remedy = 'Bring the file back as Airlock wrote it, and find out who changed it.'
  const file = `${folder}/notices.jsonl`
  throw new ConfigurationError([
    { file, path: '', expected: 'a ledger as it was written', received: flaw, remedy },
  ])
}
