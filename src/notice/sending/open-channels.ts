// Where everybody reads: chats and the status page. They hear what no client is named in, and count for nobody's notice.
import type { LedgerEntry } from '../../release/ledger.ts'
import type { Answer, Channel, Delivery } from '../delivery.ts'
import { makeIncident, makeSlackMessage, makeTeamsMessage, readIncidentId } from '../make-channel-bodies.ts'
import type { NoticesFile } from '../notices-file.ts'
import type { Sender } from './open-smtp.ts'
import { postJson, type Post } from './post-json.ts'
import type { Patience } from './retry.ts'

export type ChannelSettings = Pick<NoticesFile, 'slack' | 'teams' | 'statuspage'> & {
  /** What was said before: a status page is told to change what it has. */
  readonly entries: readonly LedgerEntry[]
  readonly patience: Patience
  readonly now: () => Temporal.Instant
}

/** The channels that are configured, each with what takes its messages. */
export function openChannels(settings: ChannelSettings): ReadonlyMap<Channel, Sender> {
  const { slack, teams, statuspage } = settings
  const open = (post: (delivery: Delivery) => Post): Sender => ({
    send: (delivery) => postJson(post(delivery), settings),
    close: () => {},
  })
  const channels = new Map<Channel, Sender>()
  if (slack)
    channels.set(
      'slack',
      open(({ message }) => ({ url: slack.url, body: makeSlackMessage(message) })),
    )
  if (teams)
    channels.set(
      'teams',
      open(({ message }) => ({ url: teams.url, body: makeTeamsMessage(message) })),
    )
  if (statuspage) channels.set('statuspage', openStatuspage(statuspage, settings))
  return channels
}

function openStatuspage(page: NonNullable<NoticesFile['statuspage']>, settings: ChannelSettings): Sender {
  const base = `${page.url.replace(/\/$/, '')}/pages/${encodeURIComponent(page.page)}/incidents`
  const send = async ({ message }: Delivery): Promise<Answer> => {
    const known = findIncident(message.release, settings.entries)
    const isKnown = known !== null
    const { body, ...answer } = await postJson(
      {
        url: isKnown ? `${base}/${encodeURIComponent(known)}` : base,
        method: isKnown ? 'PATCH' : 'POST',
        headers: { authorization: `OAuth ${page.token}` },
        body: makeIncident(message, page.components),
      },
      settings,
    )
    const id = readIncidentId(body) ?? known
    return id === null ? answer : { ...answer, id }
  }
  return { send, close: () => {} }
}

/** What the page calls the incident of the release; null where it has not said. */
function findIncident(release: string, entries: readonly LedgerEntry[]): string | null {
  const own = entries.filter(
    (entry) => entry.channel === 'statuspage' && entry.release === release && entry.accepted.length > 0,
  )
  // An answer without an id has the line's own, which is written as one of a mail.
  return own.findLast(({ messageId }) => messageId?.startsWith('<') === false)?.messageId ?? null
}
