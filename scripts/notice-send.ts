// `airlock notice send`: tells every client what it has not been told yet. Everything is checked before the first
// message leaves; the ledger is held by this process until the last one has its answer.
import { setTimeout as sleep } from 'node:timers/promises'
import { resolve } from 'node:path'
import { isDelivered, type Channel, type Delivery } from '../src/notice/delivery.ts'
import { findCancelled } from '../src/notice/find-cancelled.ts'
import { findUnreachable, listDeliveries } from '../src/notice/list-deliveries.ts'
import type { NoticesFile } from '../src/notice/notices-file.ts'
import type { Outcome } from '../src/notice/outcome.ts'
import { renderOutcome } from '../src/notice/render-status.ts'
import { openChannels } from '../src/notice/sending/open-channels.ts'
import { openSmtp, type Sender } from '../src/notice/sending/open-smtp.ts'
import type { Patience } from '../src/notice/sending/retry.ts'
import { sendDeliveries } from '../src/notice/sending/send-deliveries.ts'
import { openLedger, type OpenLedger } from '../src/io/append-ledger.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readAuthority, resolveNotices } from '../src/io/read-notices.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { openInterrupt } from './interrupt.ts'
import {
  readCampaign,
  requireRelease,
  requireSoundLedger,
  type NoticeOptions,
  type ReadCampaign,
} from './read-campaign.ts'

/** Long enough for a server that lists new senders grey to let them in. Whoever interrupts it waits for no pause. */
const makePatience = (signal: AbortSignal): Patience => ({
  pausesMs: [1000, 5000, 30_000],
  timeoutMs: 30_000,
  sleep: (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
  signal,
})

export async function runNoticeSend(
  options: NoticeOptions,
  environment: Environment,
  patience?: Patience,
): Promise<ExitCode> {
  if (options.dryRun === true) return tellDeliveries(options, environment)
  const { folder } = requireRelease(options, environment)
  const interrupt = openInterrupt()
  const { signal } = interrupt
  try {
    const ledger = openLedger(resolve(environment.cwd, folder))
    try {
      return await sendAll(options, environment, {
        ledger,
        signal,
        patience: patience ?? makePatience(signal),
      })
    } finally {
      ledger.close()
    }
  } finally {
    interrupt.close()
  }
}

type Line = { readonly ledger: OpenLedger; readonly signal: AbortSignal; readonly patience: Patience }

async function sendAll(
  options: NoticeOptions,
  environment: Environment,
  { ledger, signal, patience }: Line,
): Promise<ExitCode> {
  const read = readCampaign(options, environment, ledger.ledger)
  const deliveries = listTimely(read, options, environment)
  const senders = openSenders(read, environment, patience)
  try {
    const outcomes = await sendDeliveries(deliveries, {
      senders,
      signal,
      entries: ledger.ledger.entries,
      append: (told) => ledger.append(told),
      tell: (outcome) => environment.stderr.write(`${renderOutcome(outcome)}\n`),
    })
    environment.stdout.write(renderTotals(outcomes, options))
    if (outcomes.length < deliveries.length) return exitCodes.interrupted
    return outcomes.every(isTaken) ? exitCodes.pass : exitCodes.block
  } finally {
    for (const sender of senders.values()) sender.close()
  }
}

function requireDeliveries(
  { campaign, settings, sender, file, tenantsFile, ledger: { entries } }: ReadCampaign,
  options: NoticeOptions,
): Delivery[] {
  const cancelled = options.cancel === true ? [] : findCancelled(campaign, { file, entries })
  const problems = [...findUnreachable(campaign, tenantsFile), ...cancelled]
  if (problems.length > 0) throw new ConfigurationError(problems)
  return listDeliveries(campaign, {
    domain: sender.address.split('@').at(-1) ?? '',
    channels: (['slack', 'teams', 'statuspage'] as const).filter((name) => settings[name] !== undefined),
    isCancelled: options.cancel ?? false,
  })
}

/** Nobody is told of what is going to be once it is over. */
function listTimely(
  read: ReadCampaign,
  options: NoticeOptions,
  { now, stderr }: Environment,
): readonly Delivery[] {
  const all = requireDeliveries(read, options)
  const end = read.campaign.window?.end.epochMilliseconds ?? Number.POSITIVE_INFINITY
  const timely = end > now() ? all : all.filter(({ message }) => message.kind !== 'notice')
  if (timely.length < all.length)
    stderr.write('The window is over, so no notice of it is sent: give the release another one.\n')
  if (options.cancel === true && all.length === 0)
    stderr.write(`Nobody was told of a maintenance of ${read.folder}, so none is cancelled.\n`)
  return timely
}

function openSenders(
  { settings, settingsFile, ledger }: ReadCampaign,
  { cwd, env, now }: Environment,
  patience: Patience,
): ReadonlyMap<Channel, Sender> {
  const resolved = resolveNotices(settings, { env, file: settingsFile })
  requireWebhooks(resolved, settingsFile)
  const { smtp, from } = requireSmtp(resolved, settingsFile)
  const clock = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(now())
  const channels = openChannels({ ...resolved, entries: ledger.entries, patience, now: clock })
  const ca = readAuthority(smtp.ca, cwd)
  const mail = openSmtp({ from, smtp, file: settingsFile, ca, patience, now: clock })
  return new Map([...channels, ['smtp', mail]])
}

function requireSmtp(settings: NoticesFile, file: string) {
  const { smtp, from } = settings
  const expected = 'a mail server: `smtp://user:password@host:port` or `smtps://…`'
  if (smtp && isServer(smtp.url)) return { smtp, from }
  const received = smtp ? 'another address' : 'nothing'
  const remedy =
    'Name it; its password belongs into the environment, signs such as @ / # ? in it as %40 %2F %23 %3F. Nothing was sent.'
  throw new ConfigurationError([{ file, path: 'smtp.url', expected, received, remedy }])
}

/**
 * Nothing but a server, and who is let in there. A password that has a slash in it would end up as the name of a server,
 * and what stands behind a question mark could turn off TLS.
 */
function isServer(text: string): boolean {
  const url = /^smtps?:\/\/\S/.test(text) ? URL.parse(text) : null
  return url !== null && url.hostname !== '' && ['', '/'].includes(`${url.pathname}${url.search}${url.hash}`)
}

/** They are secrets, so that nobody saw what is wrong with them before. */
function requireWebhooks(settings: NoticesFile, file: string): void {
  const wrong = (['slack', 'teams'] as const).filter((name) => {
    const url = settings[name]?.url
    return url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))
  })
  const expected = 'the address of a webhook: `https://…`'
  const remedy = 'Correct the variable that it comes from. Nothing was sent.'
  const problems = wrong.map((name) => ({
    file,
    path: `${name}.url`,
    expected,
    received: 'another address',
    remedy,
  }))
  if (problems.length > 0) throw new ConfigurationError(problems)
}

function isTaken({ state }: Outcome): boolean {
  return state === 'accepted' || state === 'sent-before'
}

function renderTotals(outcomes: readonly Outcome[], { json }: NoticeOptions): string {
  const count = (wanted: Outcome['state']): number => outcomes.filter(({ state }) => state === wanted).length
  const totals = {
    accepted: count('accepted'),
    sentBefore: count('sent-before'),
    refused: count('refused'),
    unanswered: count('unanswered'),
  }
  if (json === true) return `${JSON.stringify(totals)}\n`
  const { accepted, sentBefore, refused, unanswered } = totals
  return `${accepted} accepted, ${sentBefore} accepted before, ${refused} refused, ${unanswered} without an answer\n`
}

/** What would leave, and what would not again. */
function tellDeliveries(options: NoticeOptions, environment: Environment): ExitCode {
  const read = readCampaign(options, environment)
  requireSoundLedger(read.folder, read.ledger)
  for (const delivery of listTimely(read, options, environment)) {
    const { message, channel, recipient } = delivery
    const again = isDelivered(delivery, read.ledger.entries) ? 'accepted before' : 'would be sent'
    const place = channel === 'smtp' ? recipient : channel
    const name = message.tenant === '*' ? message.kind : `${message.kind} of ${message.tenant}`
    environment.stdout.write(`${name} to ${place}: ${again}: ${message.letter.subject}\n`)
  }
  return exitCodes.pass
}
