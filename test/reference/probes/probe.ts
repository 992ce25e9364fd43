// For each fault a question whose answer gives it away. Asked of a sound platform, none of them may say yes, and under
// another fault none may either: so each looks at its own thing only, and reads an account once.
import type { Api, Outcome } from '../platform.ts'
import type { Call, Client } from '../signed-request.ts'

export type Suspect = {
  readonly maple: Api
  readonly cedar: Api
  /** Has a clock that nobody else looks at. */
  readonly lotus: Api
  readonly control: <Body>(method: string, target: string, body?: unknown) => Promise<Outcome<Body>>
  readonly send: (api: Client, call: Call) => Promise<Answered>
}

export type Answered = { readonly status: number; readonly callId: string; readonly text: string }

/** Whether the fault shows. */
export type Probe = (suspect: Suspect) => Promise<boolean>

export async function askAtOnce<Body>(
  api: Api,
  times: number,
  ...call: [method: string, target: string, body?: unknown]
): Promise<Outcome<Body>[]> {
  return Promise.all(Array.from({ length: times }, () => api.ask<Body>(...call)))
}

export function countStatus(outcomes: readonly Outcome<unknown>[], status: number): number {
  return outcomes.filter((outcome) => outcome.status === status).length
}
