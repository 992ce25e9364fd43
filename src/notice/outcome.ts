// What became of one delivery.
import type { Answer, Delivery } from './delivery.ts'

export type Outcome = {
  readonly delivery: Delivery
  /** `sent-before`: a server took exactly this once, so it did not leave again. */
  readonly state: Answer['state'] | 'sent-before'
  /** The server's own words; empty where it was not asked. */
  readonly answer: string
}
