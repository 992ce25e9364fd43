// One request to a chat or a status page, and its answer in words. Addresses of webhooks are secrets and never said.
import type { Answer } from '../delivery.ts'
import { retry, type Attempt, type Patience } from './retry.ts'

export type Post = {
  readonly url: string
  readonly method?: 'POST' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

export type Answered = Answer & { readonly body: string }

type Line = { readonly patience: Patience; readonly now: () => Temporal.Instant }

/** Tried again where the server is busy or silent. */
export function postJson(post: Post, line: Line): Promise<Answered> {
  return retry(() => tryPost(post, line), line.patience)
}

async function tryPost(post: Post, { patience, now }: Line): Promise<Attempt<Answered>> {
  try {
    const response = await fetch(post.url, {
      method: post.method ?? 'POST',
      headers: { 'content-type': 'application/json', ...post.headers },
      body: JSON.stringify(post.body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience.timeoutMs),
    })
    const body = await response.text()
    const answer = `${response.status} ${response.statusText}`.trim()
    const state = response.ok ? 'accepted' : 'refused'
    return { value: { state, answer, at: now(), body }, isFinal: !isBusy(response.status) }
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error
    const answer = error.name === 'TimeoutError' ? 'no answer in time' : describeCause(error)
    return { value: { state: 'unanswered', answer, at: now(), body: '' }, isFinal: false }
  }
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500
}

/** The code of the cause: a message may hold the address. */
function describeCause({ cause }: Error): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return `no answer ${code}`.trim()
}
