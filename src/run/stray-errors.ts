// Whose error it is that nobody awaited. Left to itself it would fail whichever case runs when it comes, which then passes
// the second time, while the case that left it behind has passed for good.
import type { Envelope } from '@cucumber/messages'
import { AsyncLocalStorage } from 'node:async_hooks'

type Owner = { readonly caseId: string; isOver: boolean; hasPassed: boolean }

/** Tells of what cases leave behind that have passed by then; it wants to hear every message of the cases. */
export function watchStrays(tell: (caseId: string, reason: unknown) => void): (envelope: Envelope) => void {
  const owners = new AsyncLocalStorage<Owner>()
  process.on('unhandledRejection', (reason) => {
    const owner = owners.getStore()
    // As without a listener: it is the error of the step that is running. What comes of a case that has failed is not laid
    // aside, as a browser that was opened there may bring the errors of all that use it later.
    if (!owner?.isOver || !owner.hasPassed) throw reason
    tell(owner.caseId, reason)
  })
  return makeListener((owner) => owners.enterWith(owner))
}

function makeListener(enter: (owner: Owner) => void): (envelope: Envelope) => void {
  const cases = new Map<string, string>()
  let current: Owner | null = null
  return ({ testCase, testCaseStarted, testStepFinished, testCaseFinished }) => {
    if (testCase) cases.set(testCase.id, testCase.pickleId)
    if (testCaseStarted) {
      current = { caseId: cases.get(testCaseStarted.testCaseId) ?? '', isOver: false, hasPassed: true }
      // Cucumber tells of the start where it goes on to the steps, so all that they begin is in here.
      enter(current)
    }
    if (current && testStepFinished && testStepFinished.testStepResult.status !== 'PASSED')
      current.hasPassed = false
    if (current && testCaseFinished) current.isOver = true
  }
}
