// What a step stands on: the tenant its case runs for, a client of the API, a browser when one is needed, and a memory
// of what the scenario has spoken of.
import { setWorldConstructor, World, type IWorldOptions } from '@cucumber/cucumber'
import type { Pickle } from '@cucumber/messages'
import { randomBytes } from 'node:crypto'
import { ApiClient } from './drivers/api-client.ts'
import { Conversation } from './drivers/conversation.ts'
import type { BrowserSession } from './drivers/browser-session.ts'
import { loadContract } from './drivers/load-contract.ts'
// For the browser, which is loaded within a scenario.
import './drivers/outside-of-cases.ts'
import { makeRedactor } from './drivers/redactor.ts'
import { Memory } from './memory.ts'
import { requireLock } from './require-lock.ts'
import { parseSettings, type Settings, type Tenant } from './settings.ts'
import { UndoList } from './undo-list.ts'

const tenantTag = '@tenant:'
const serviceTag = '@service:'

export class AirlockWorld extends World<unknown> {
  readonly settings: Settings
  readonly conversation: Conversation
  readonly memory: Memory
  /** Different in every scenario, so that names never meet. */
  readonly suffix = randomBytes(4).toString('hex')
  #tenant: Tenant | null = null
  /** How far the tenant's clock is ahead of this machine's, where a step has moved it. */
  clockOffsetMs = 0
  #attempt = 0
  #tags: readonly string[] = []
  #session: Promise<BrowserSession> | null = null
  #references = 0
  #services: readonly string[] = []
  #spokenOf: string | null = null
  readonly #undo = new UndoList()

  constructor(options: IWorldOptions<unknown>) {
    super(options)
    this.settings = parseSettings(options.parameters)
    const { contract, redact } = this.settings
    const load = async () => (contract === null ? null : loadContract(contract))
    this.conversation = new Conversation(makeRedactor(redact), load)
    // What was refused before was never remembered.
    this.memory = new Memory(() => this.conversation.requireNoRefusal())
  }

  /** Called before the first step: a case is a scenario for one tenant. */
  begin(pickle: Pickle): void {
    const tag = pickle.tags.find(({ name }) => name.startsWith(tenantTag))
    this.#tenant = this.tenantOf(tag?.name.slice(tenantTag.length) ?? '')
    this.#services = pickle.tags.flatMap(({ name }) =>
      name.startsWith(serviceTag) ? [name.slice(serviceTag.length)] : [],
    )
    this.#tags = pickle.tags.map(({ name }) => name)
    this.#attempt = this.settings.cases[pickle.id]?.attempt ?? 0
  }

  get tenant(): Tenant {
    if (!this.#tenant) throw new Error('The scenario has no tenant yet')
    return this.#tenant
  }

  tenantOf(id: string): Tenant {
    const tenant = this.settings.tenants[id]
    if (!tenant)
      throw new Error(
        `There is no tenant "${id}"; there are ${Object.keys(this.settings.tenants).join(', ')}.`,
      )
    return tenant
  }

  /** Fails where other cases of the tenant may run meanwhile, who would notice. */
  requireLock(what: string): void {
    requireLock(this.#tags, what)
  }

  /** The first or a later one of the other tenants that have all services the scenario needs. */
  otherTenant(place = 0): Tenant {
    const others = Object.values(this.settings.tenants).filter(
      ({ id, services }) =>
        id !== this.tenant.id && this.#services.every((service) => services.includes(service)),
    )
    const found = others[place]
    if (found) return found
    throw new Error(
      `${others.length} other tenants have ${this.#services.join(', ')}; ${place + 1} are needed.`,
    )
  }

  /** The customer of that name, who is then the one that `she`, `he` and `they` mean. */
  speakOf(word: string): string {
    if (/^[A-Z]/.test(word)) this.#spokenOf = word
    if (this.#spokenOf !== null) return this.#spokenOf
    throw new Error(`Nobody has been spoken of yet whom "${word}" could mean.`)
  }

  get api(): ApiClient {
    return this.apiOf(this.tenant)
  }

  apiOf(tenant: Tenant): ApiClient {
    return new ApiClient(tenant, this.conversation)
  }

  /** A name that no other scenario uses. */
  unique(name: string): string {
    return `${name} ${this.suffix}`
  }

  /** A reference for a visit, different each time it is asked for. */
  uniqueReference(): string {
    this.#references += 1
    return `visit-${this.suffix}-${this.#references}`
  }

  /** The browser of this scenario; opened when a step first asks for it. */
  session(): Promise<BrowserSession> {
    this.#session ??= this.#openSession()
    return this.#session
  }

  get hasSession(): boolean {
    return this.#session !== null
  }

  /** Something to put right when the scenario is over; the newest first. */
  undoLater(undo: () => Promise<unknown>): void {
    this.#undo.add(undo)
  }

  async undoAll(): Promise<void> {
    await this.#undo.run()
  }

  async #openSession(): Promise<BrowserSession> {
    // Most scenarios need no browser, and loading what drives one takes longer than they do.
    const { openBrowserSession } = await import('./drivers/browser-session.ts')
    const { trace, browser } = this.settings
    const isTraced = trace === 'always' || (trace === 'on-retry' && this.#attempt > 0)
    const { conversation, tenant } = this
    return openBrowserSession({ ...browser, isTraced }, { conversation, tenant })
  }
}

setWorldConstructor(AirlockWorld)
