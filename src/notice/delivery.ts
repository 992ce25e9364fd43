// One message to one recipient: what a ledger line answers to. Recipients are written to one by one, so that none sees
// another's address and each has an answer of its own.
import { hash } from 'node:crypto'
import type { LedgerEntry } from '../release/ledger.ts'
import { digestRecipient } from './ledger-line.ts'
import type { Told } from './ledger-line.ts'
import type { Message } from './message.ts'

export type Channel = LedgerEntry['channel']

export type Delivery = {
  readonly channel: Channel
  /** A mailbox, or what stands for a channel. */
  readonly recipient: string
  readonly message: Message
  /** The same each time it is tried, so that a receiver can tell a second copy. */
  readonly messageId: string
}

/** What a server said, and when. `unanswered`: no server said anything. */
export type Answer = {
  readonly state: 'accepted' | 'refused' | 'unanswered'
  readonly answer: string
  readonly at: Temporal.Instant
  /** What the server calls it, where that is not our own id. */
  readonly id?: string
}

type Place = { readonly channel: Channel; readonly recipient: string; readonly domain: string }

export function makeDelivery(message: Message, { channel, recipient, domain }: Place): Delivery {
  const { kind, release, tenant, revision, contentSha256 } = message
  const parts = [kind, release, tenant, revision, contentSha256, channel, recipient]
  const id = hash('sha256', JSON.stringify(parts)).slice(0, 40)
  return { channel, recipient, message, messageId: `<${id}@${domain}>` }
}

/** Whether a server has taken exactly this before. */
export function isDelivered(delivery: Delivery, entries: readonly LedgerEntry[]): boolean {
  const { message, channel, recipient } = delivery
  const digest = digestRecipient(recipient)
  return entries.some(
    (entry) =>
      entry.channel === channel &&
      entry.kind === message.kind &&
      entry.tenant === message.tenant &&
      entry.release === message.release &&
      entry.version === message.version &&
      entry.revision === message.revision &&
      entry.contentSha256 === message.contentSha256 &&
      entry.accepted.includes(digest),
  )
}

/** The line for an answer. */
export function makeTold({ message, channel, recipient, messageId }: Delivery, answer: Answer): Told {
  const digest = digestRecipient(recipient)
  const isAccepted = answer.state === 'accepted'
  const { window } = message
  return {
    at: answer.at.toString({ smallestUnit: 'millisecond' }),
    release: message.release,
    version: message.version,
    kind: message.kind,
    tenant: message.tenant,
    channel,
    revision: message.revision,
    window: window && { start: window.start.toString(), end: window.end.toString() },
    downtimeMinutes: message.downtimeMinutes,
    services: message.services === null ? null : [...message.services],
    changesSha256: message.changesSha256,
    contentSha256: message.contentSha256,
    messageId: answer.id ?? messageId,
    answer: answer.answer,
    accepted: isAccepted ? [digest] : [],
    refused: isAccepted ? [] : [{ recipient: digest, answer: answer.answer }],
  }
}
