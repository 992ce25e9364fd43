// Around every scenario: whose case it is, what is kept of a failure, and what is put right afterwards.
import { After, AfterStep, Before, setDefaultTimeout, Status } from '@cucumber/cucumber'
import { PickleStepType } from '@cucumber/messages'
import { renderExchanges } from './drivers/exchange.ts'
import type { AirlockWorld } from './world.ts'

/** Longer than any driver waits, so that a failure is told by the one who waited. */
const longestStepMs = 20_000

setDefaultTimeout(longestStepMs)

Before({ name: 'choose the tenant' }, function (this: AirlockWorld, { pickle }) {
  this.begin(pickle)
})

// Only what a When tries may be refused: a Given or a Then that is refused has failed.
AfterStep(function (this: AirlockWorld, { pickleStep }) {
  if (pickleStep.type !== PickleStepType.ACTION) this.conversation.requireNoRefusal()
})

AfterStep(async function (this: AirlockWorld, { result }) {
  if (result.status !== Status.FAILED) return
  const { exchanges } = this.conversation
  if (exchanges.length > 0) {
    this.attach(renderExchanges(exchanges), { mediaType: 'text/plain', fileName: 'HTTP exchanges.txt' })
  }
  if (this.hasSession) await attachPage(this)
})

async function attachPage(world: AirlockWorld): Promise<void> {
  // A browser that could not be opened has nothing to show; the step's own error says why.
  const session = await world.session().catch(() => null)
  if (!session) return
  const { page, console } = session
  // A browser that has gone away leaves no picture; the step's own error then says so.
  const picture = await page.screenshot({ fullPage: true }).catch(() => null)
  if (picture) world.attach(picture, { mediaType: 'image/png', fileName: 'page.png' })
  const lines = [`at ${page.url()}`, ...console].join('\n')
  world.attach(lines, { mediaType: 'text/plain', fileName: 'console.txt' })
}

After({ name: 'close the browser' }, async function (this: AirlockWorld, { result }) {
  const session = this.hasSession ? await this.session().catch(() => null) : null
  const trace = await session?.close(result?.status === Status.FAILED)
  if (trace) this.attach(Buffer.from(trace), { mediaType: 'application/zip', fileName: 'trace.zip' })
})

After({ name: 'put things right' }, async function (this: AirlockWorld) {
  this.conversation.forgetRefusal()
  await this.undoAll()
})

// Defined last, so it comes first: what nobody asked about is a failure of the scenario, whatever else it did.
After({ name: 'no refusal unasked' }, function (this: AirlockWorld, { result }) {
  if (result?.status === Status.PASSED) this.conversation.requireNoRefusal()
})
