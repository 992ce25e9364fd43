// One delivery after the other, and each answer in the ledger before the next leaves: whatever happens, at most one
// message was taken that the ledger does not know of.
import { isDelivered, makeTold, type Channel, type Delivery } from '../delivery.ts'
import type { Told } from '../ledger-line.ts'
import type { LedgerEntry } from '../../release/ledger.ts'
import type { Outcome } from '../outcome.ts'
import type { Sender } from './open-smtp.ts'

export type Post = {
  readonly senders: ReadonlyMap<Channel, Sender>
  /** Once it is aborted nothing more leaves; what is on its way still gets its line. */
  readonly signal: AbortSignal
  /** What the ledger held when it was opened. */
  readonly entries: readonly LedgerEntry[]
  readonly append: (told: Told) => void
  readonly tell: (outcome: Outcome) => void
}

/** What became of each delivery that was come to; those that a server took before are not sent again. */
export async function sendDeliveries(deliveries: readonly Delivery[], post: Post): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const delivery of deliveries) {
    if (post.signal.aborted) break
    const outcome = await deliver(delivery, post)
    post.tell(outcome)
    outcomes.push(outcome)
  }
  return outcomes
}

async function deliver(delivery: Delivery, { senders, entries, append }: Post): Promise<Outcome> {
  if (isDelivered(delivery, entries)) return { delivery, state: 'sent-before', answer: '' }
  const sender = senders.get(delivery.channel)
  if (!sender) throw new Error(`Nothing takes messages for ${delivery.channel}.`)
  const answer = await sender.send(delivery)
  // The ledger holds what servers said; who said nothing is asked again next time.
  if (answer.state !== 'unanswered') append(makeTold(delivery, answer))
  return { delivery, state: answer.state, answer: answer.answer }
}
