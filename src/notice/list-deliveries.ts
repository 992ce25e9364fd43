// A campaign as single deliveries: notices before notes, since a clock runs for them.
import type { Problem } from '../release/problem.ts'
import type { Campaign } from './campaign.ts'
import { makeDelivery, type Channel, type Delivery } from './delivery.ts'

type Settings = {
  /** Of the sender: Message-IDs end in it. */
  readonly domain: string
  /** Channels that everybody reads and that are configured. */
  readonly channels: readonly Channel[]
  /** A cancellation has no notes. */
  readonly isCancelled: boolean
}

export function listDeliveries(campaign: Campaign, { domain, channels, isCancelled }: Settings): Delivery[] {
  const { plans, everybody } = campaign
  const mails = (select: (plan: Campaign['plans'][number]) => Delivery['message'] | null): Delivery[] =>
    plans.flatMap((plan) => {
      const message = select(plan)
      if (message === null) return []
      return [...new Set(plan.tenant.contacts)].map((recipient) =>
        makeDelivery(message, { channel: 'smtp', recipient, domain }),
      )
    })
  const posts =
    everybody === null
      ? []
      : channels.map((channel) => makeDelivery(everybody, { channel, recipient: channel, domain }))
  return [...mails(({ notice }) => notice), ...(isCancelled ? [] : mails(({ notes }) => notes)), ...posts]
}

/** Nobody is told as long as somebody cannot be. `file` is that of the tenants. */
export function findUnreachable({ plans }: Campaign, file: string): Problem[] {
  return plans
    .filter(({ tenant }) => tenant.contacts.length === 0)
    .map(({ tenant }) => ({
      file,
      path: `${tenant.id}.contacts`,
      expected: 'a mailbox at least, since every client has release notes',
      received: 'no contact',
      remedy: 'Name one. Nothing was sent.',
    }))
}
