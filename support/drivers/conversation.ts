// All that was said to the platform in one scenario, whoever said it. A refusal that nobody has asked for is remembered:
// the next call fails because of it, so that a failure shows its cause and not what followed from it.
import { AssertionError } from 'node:assert'
import type { ErrorBody } from '../contracts/fields.ts'
import type { Exchange } from './exchange.ts'
import type { Redactor } from './redactor.ts'

export type Refusal = {
  readonly operation: string
  readonly status: number
  readonly error: ErrorBody
}

export class Conversation {
  readonly exchanges: Exchange[] = []
  readonly redactor: Redactor
  #pending: Refusal | null = null

  constructor(redactor: Redactor) {
    this.redactor = redactor
  }

  /** Somebody tried something, and it was refused. Whether that is right, a later step says. */
  remember(refusal: Refusal): void {
    this.#pending = refusal
  }

  /** The refusal that a step asks about; it is then nobody's surprise any more. */
  takeRefusal(): Refusal {
    const pending = this.#pending
    if (!pending) throw new AssertionError({ message: 'Expected a refusal, but everything was accepted.' })
    this.#pending = null
    return pending
  }

  /** The scenario is over; what it was refused is no longer anybody's question. */
  forgetRefusal(): void {
    this.#pending = null
  }

  /** Fails when something was refused and no step has asked about it. */
  requireNoRefusal(): void {
    const pending = this.#pending
    if (!pending) return
    this.#pending = null
    throw new AssertionError({ message: `Nobody expected this: ${renderRefusal(pending)}` })
  }
}

export function renderRefusal({ operation, status, error }: Refusal): string {
  const details = error.details ? ` (${error.details.join('; ')})` : ''
  return `${operation} was refused with ${status} ${error.errorCode}: ${error.errorMessage}${details}`
}
