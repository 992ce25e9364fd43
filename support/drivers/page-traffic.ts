// What a page asks for and says besides what it shows. Trouble that nobody sees is trouble all the same: an error in its
// console, a request that fails, an answer that says the platform broke. And what it asks of documented operations is
// held against the document and counted, as the answers to our own clients are.
import { AssertionError } from 'node:assert'
import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright'
import type { Conversation } from './conversation.ts'

export type PageOwner = {
  readonly conversation: Conversation
  readonly tenant: { readonly id: string; readonly urls: Readonly<Record<string, string>> }
}

/** Told of by the answer itself, which is seen here as well. */
const toldElsewhere = 'Failed to load resource'

export class PageTraffic {
  readonly #owner: PageOwner
  readonly #origins: ReadonlySet<string>
  readonly #lines: string[] = []
  #troubles: string[] = []
  #reading: Promise<void>[] = []

  constructor(context: BrowserContext, owner: PageOwner) {
    this.#owner = owner
    this.#origins = new Set(Object.values(owner.tenant.urls).map((url) => new URL(url).origin))
    context.on('console', (message) => this.#hear(message))
    context.on('weberror', (error) => this.#trouble(`error: ${error.error().message}`))
    context.on('requestfailed', (request) => this.#miss(request))
    context.on('response', (response) => this.#answer(response))
  }

  /** For whoever has to find out what happened, in its order. */
  get lines(): readonly string[] {
    return this.#lines
  }

  /** Waits until every answer has been read; fails where a page has been in trouble since it was last asked. */
  async requireSound(): Promise<void> {
    await Promise.all(this.#reading.splice(0))
    const troubles = this.#troubles.splice(0)
    if (troubles.length === 0) return
    throw new AssertionError({ message: `The page is in trouble: ${troubles.join('; ')}` })
  }

  #hear(message: ConsoleMessage): void {
    const line = `${message.type()}: ${message.text()}`
    if (message.text().startsWith(toldElsewhere)) return
    if (message.type() === 'error') this.#trouble(line)
    else this.#note(line)
  }

  #miss(request: Request): void {
    const reason = request.failure()?.errorText ?? 'no answer'
    // A page that is left while it loads, or that turns out to be a file.
    if (reason === 'net::ERR_ABORTED') return
    this.#trouble(`${this.#describe(request)} failed: ${reason}`)
  }

  #answer(response: Response): void {
    const request = response.request()
    const status = response.status()
    const line = `${this.#describe(request)} was answered with ${status}`
    const isPage = request.isNavigationRequest()
    if (status >= 500 || (status >= 400 && !isPage)) this.#trouble(line)
    else if (isPage) this.#note(line)
    if (status >= 400 && status < 500 && isPage)
      this.#owner.conversation.rememberPage({ page: this.#describe(request), status })
    if (this.#origins.has(new URL(request.url()).origin)) this.#reading.push(this.#hold(response))
  }

  /** Its answer against what the document says of that operation, where it is one. */
  async #hold(response: Response): Promise<void> {
    const { conversation, tenant } = this.#owner
    const contract = await conversation.contract()
    const method = response.request().method()
    const path = new URL(response.url()).pathname
    if (!contract?.knows(method, path)) return
    const status = response.status()
    const contentType = (await response.headerValue('content-type').catch(() => null)) ?? ''
    // A page that has been left takes the bodies of its answers along.
    const text = await response.text().catch(() => null)
    if (text === null) return
    const recognised = contract.recognise({ method, path, status, contentType, text })
    conversation.coverage.add({ ...recognised, method, status, tenant: tenant.id })
    if (recognised.problems.length > 0) {
      const problems = recognised.problems.join('; ')
      this.#trouble(`the answer of ${recognised.operationId} (${status}) breaks its contract: ${problems}`)
    }
  }

  #describe(request: Request): string {
    return `${request.method()} ${this.#owner.conversation.redactor.url(new URL(request.url()))}`
  }

  #trouble(line: string): void {
    this.#troubles.push(this.#note(line))
  }

  #note(line: string): string {
    const shown = this.#owner.conversation.redactor.text(line)
    this.#lines.push(shown)
    return shown
  }
}
