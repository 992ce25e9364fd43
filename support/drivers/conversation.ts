// All that was said to the platform in one scenario, whoever said it. A refusal that nobody has asked for is remembered:
// the next call fails because of it, so that a failure shows its cause and not what followed from it.
import { AssertionError } from 'node:assert'
import type { ErrorBody } from '../contracts/fields.ts'
import { Coverage } from './coverage.ts'
import type { Exchange } from './exchange.ts'
import type { OpenApiContract } from './openapi-contract.ts'
import type { Redactor } from './redactor.ts'

export type Refusal = {
  readonly operation: string
  readonly status: number
  readonly error: ErrorBody
}

/** A page that was asked for and says that it is not to be had, or that what was sent in is wrong. */
export type PageRefusal = {
  /** Method and address. */
  readonly page: string
  readonly status: number
}

/** The served contract, where the target has one. */
export type ContractSource = () => Promise<OpenApiContract | null>

export class Conversation {
  readonly exchanges: Exchange[] = []
  readonly coverage = new Coverage()
  readonly redactor: Redactor
  readonly contract: ContractSource
  #pending: Refusal | null = null
  #pendingPage: PageRefusal | null = null

  constructor(redactor: Redactor, contract: ContractSource = async () => null) {
    this.redactor = redactor
    this.contract = contract
  }

  /** Somebody tried something, and it was refused. Whether that is right, a later step says. */
  remember(refusal: Refusal): void {
    this.#pending = refusal
  }

  /** A page said no. Whether that is right, a later step says. */
  rememberPage(refusal: PageRefusal): void {
    this.#pendingPage = refusal
  }

  /** What a page said no to, once a step has asked about it. */
  takePageRefusal(): PageRefusal {
    const pending = this.#pendingPage
    if (!pending)
      throw new AssertionError({ message: 'Expected the page to say no, but it was answered as usual.' })
    this.#pendingPage = null
    return pending
  }

  /** The refusal that a step asks about; it is then nobody's surprise any more. */
  takeRefusal(): Refusal {
    const pending = this.findRefusal()
    if (pending) return pending
    throw new AssertionError({ message: 'Expected a refusal, but everything was accepted.' })
  }

  /** The refusal, if there is one, for whoever tries many things and asks of each. */
  findRefusal(): Refusal | null {
    const pending = this.#pending
    this.#pending = null
    return pending
  }

  /** The scenario is over; what it was refused is no longer anybody's question. Or somebody has asked about that one. */
  forgetRefusal(operation?: string): void {
    if (operation === undefined) this.#pendingPage = null
    if (operation === undefined || this.#pending?.operation === operation) this.#pending = null
  }

  /** Fails when something was refused and no step has asked about it. */
  requireNoRefusal(): void {
    const [pending, page] = [this.#pending, this.#pendingPage]
    this.forgetRefusal()
    if (pending) throw new AssertionError({ message: `Nobody expected this: ${renderRefusal(pending)}` })
    if (page)
      throw new AssertionError({
        message: `Nobody expected this: ${page.page} was answered with ${page.status}`,
      })
  }
}

export function renderRefusal({ operation, status, error }: Refusal): string {
  const details = error.details ? ` (${error.details.join('; ')})` : ''
  return `${operation} was refused with ${status} ${error.errorCode}: ${error.errorMessage}${details}`
}
