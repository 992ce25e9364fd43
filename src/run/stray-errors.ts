// Whose error it is that nobody awaited. Left to itself it would fail whichever case runs when it comes, which then passes
// the second time, while the case that left it behind has passed for good.
import type { Envelope } from '@cucumber/messages'
import { AsyncLocalStorage } from 'node:async_hooks'
import { inspect } from 'node:util'

type Owner = { readonly caseId: string; isOver: boolean; hasPassed: boolean }

/** Tells of what cases leave behind that have passed by then; it wants to hear every message of the cases. */
export function watchStrays(tell: (caseId: string, reason: unknown) => void): (envelope: Envelope) => void {
  const owners = new AsyncLocalStorage<Owner>()
  const isStray = (error: unknown): boolean => {
    const owner = owners.getStore()
    // What comes of a case that has failed is not laid aside, as it may have begun what all others use.
    if (!owner?.isOver || !owner.hasPassed) return false
    tell(owner.caseId, error)
    return true
  }
  process.on('unhandledRejection', (reason) => {
    // As without a listener: it is the error of the step that is running.
    if (!isStray(reason)) throw reason
  })
  process.setUncaughtExceptionCaptureCallback((error) => {
    if (!isStray(error)) failAsUsual(error)
  })
  return makeListener((owner) => owners.enterWith(owner))
}

/** Cucumber listens while a step runs; at any other time it is the end of the process. */
function failAsUsual(error: unknown): void {
  // Whatever was thrown is handed on as it is, as Node does.
  if (process.emit('uncaughtException', error as Error, 'uncaughtException')) return
  process.stderr.write(`${inspect(error)}\n`)
  // oxlint-disable-next-line unicorn/no-process-exit -- what Node itself would do
  process.exit(1)
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
