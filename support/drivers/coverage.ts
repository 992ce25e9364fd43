// Which operations a scenario has used, with which outcome, and where an answer broke the contract. It is handed to the
// run, which adds up all scenarios: what nobody exercised is a hole in the suite.
import type { Recognition } from './openapi-contract.ts'

/** What the run takes these facts by. */
export const coverageMediaType = 'application/vnd.airlock.coverage+json'

export type Use = Recognition & {
  readonly method: string
  readonly status: number
  readonly tenant: string
}

type Fact = Omit<Use, 'problems'> & { count: number; problems: string[] }

export class Coverage {
  readonly #facts = new Map<string, Fact>()

  add(use: Use): void {
    const { operationId, template, method, status, tenant, problems } = use
    const key = [template, method, status, tenant].join(' ')
    const known = this.#facts.get(key) ?? {
      operationId,
      template,
      method,
      status,
      tenant,
      count: 0,
      problems: [],
    }
    known.count += 1
    known.problems = [...new Set([...known.problems, ...problems])]
    this.#facts.set(key, known)
  }

  /** The facts as they are handed over; empty where nothing was asked. */
  render(): string {
    return this.#facts.size === 0 ? '' : JSON.stringify([...this.#facts.values()])
  }
}
