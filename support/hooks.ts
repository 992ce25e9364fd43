// Around every scenario: whose case it is, what is kept of a failure, and what is put right afterwards.
import { After, AfterStep, Before, setDefaultTimeout, Status } from '@cucumber/cucumber'
import { PickleStepType } from '@cucumber/messages'
import { AssertionError } from 'node:assert'
import type { BrowserSession } from './drivers/browser-session.ts'
import { coverageMediaType } from './drivers/coverage.ts'
import { renderExchanges } from './drivers/exchange.ts'
import { redactTrace } from './drivers/redact-trace.ts'
import type { AirlockWorld } from './world.ts'

/** Longer than any driver waits, so that a failure is told by the one who waited. */
const longestStepMs = 20_000

setDefaultTimeout(longestStepMs)

Before({ name: 'choose the tenant' }, function (this: AirlockWorld, { pickle }) {
  this.begin(pickle)
})

AfterStep(async function (this: AirlockWorld, { pickleStep, result }) {
  const surprise = result.status === Status.PASSED ? await findSurprise(this, pickleStep.type) : null
  if (result.status === Status.FAILED || surprise) await attachEvidence(this)
  if (surprise) throw surprise
})

/** What the step did not notice itself: a page in trouble, and a refusal of what was no attempt. */
async function findSurprise(world: AirlockWorld, type?: PickleStepType): Promise<AssertionError | null> {
  try {
    await (await openedSession(world))?.traffic.requireSound()
    // Only what a When tries may be refused: a Given or a Then that is refused has failed.
    if (type !== PickleStepType.ACTION) world.conversation.requireNoRefusal()
    return null
  } catch (error) {
    if (error instanceof AssertionError) return error
    throw error
  }
}

async function openedSession(world: AirlockWorld): Promise<BrowserSession | null> {
  // A browser that could not be opened has nothing to show; the step's own error says why.
  return world.hasSession ? world.session().catch(() => null) : null
}

async function attachEvidence(world: AirlockWorld): Promise<void> {
  const { exchanges, redactor } = world.conversation
  if (exchanges.length > 0) {
    const text = renderExchanges(exchanges, redactor)
    world.attach(text, { mediaType: 'text/plain', fileName: 'HTTP exchanges.txt' })
  }
  const session = await openedSession(world)
  if (session) await attachPage(world, session)
}

async function attachPage(world: AirlockWorld, { page, traffic }: BrowserSession): Promise<void> {
  // A browser that has gone away leaves no picture; the step's own error then says so.
  const picture = await page.screenshot({ fullPage: true }).catch(() => null)
  if (picture) world.attach(picture, { mediaType: 'image/png', fileName: 'page.png' })
  const { redactor } = world.conversation
  const lines = [`at ${redactor.text(page.url())}`, ...traffic.lines].join('\n')
  world.attach(lines, { mediaType: 'text/plain', fileName: 'console.txt' })
  // What a screen reader would find on it: where a label or a role is missing, this shows it.
  const tree = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => '')
  if (tree) world.attach(tree, { mediaType: 'text/plain', fileName: 'accessible tree.txt' })
}

After({ name: 'close the browser' }, async function (this: AirlockWorld, { result }) {
  const session = await openedSession(this)
  const trace = await session?.close(result?.status === Status.FAILED)
  if (trace)
    this.attach(Buffer.from(redactTrace(trace, this.conversation.redactor)), {
      // The type by which the report offers to open it.
      mediaType: 'application/vnd.allure.playwright-trace',
      fileName: 'trace.zip',
    })
})

After({ name: 'put things right' }, async function (this: AirlockWorld) {
  this.conversation.forgetRefusal()
  await this.undoAll()
})

// Someone wants to look: the page stays until it is closed, and so does everything around it.
After(
  { name: 'keep the browser open', timeout: -1 },
  async function (this: AirlockWorld, { result, pickle }) {
    if (!this.hasSession || !this.settings.browser.keepOpen || result?.status !== Status.FAILED) return
    const { page } = await this.session()
    process.stderr.write(`"${pickle.name}" failed; close its window to go on\n`)
    await page.waitForEvent('close', { timeout: 0 })
  },
)

After({ name: 'hand over what was covered' }, function (this: AirlockWorld) {
  const facts = this.conversation.coverage.render()
  if (facts !== '') this.attach(facts, coverageMediaType)
})

// Hooks after a scenario come in reverse: this is the first. What nobody asked about is a failure of the scenario, whatever else it did.
After({ name: 'no refusal unasked' }, async function (this: AirlockWorld, { result }) {
  const surprise = result?.status === Status.PASSED ? await findSurprise(this) : null
  if (surprise) throw surprise
})
