// Every named fault of the dashboard breaks what it says it breaks, and only that.
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultTable, type FaultName } from '../../reference/faults/faults.ts'
import { probes, type Suspect } from './fault-probes.ts'
import { lookAtWallet } from './look-at-wallet.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { startSuspect } from './start-suspect.ts'
import { signIn } from './visitor.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser?.close())

async function listSymptoms(faults: readonly FaultName[]): Promise<string[]> {
  const dashboard = await startSuspect(faults)
  const page = await openPage(browser, dashboard)
  try {
    const seen = await lookAtWallet(page, dashboard)
    return await ask({ dashboard, seen, care: await signIn(dashboard, 'maple') })
  } finally {
    await page.context().close()
    await dashboard.stop()
  }
}

async function ask(suspect: Suspect): Promise<string[]> {
  const shown: string[] = []
  for (const [name, probe] of Object.entries(probes)) if (await probe(suspect)) shown.push(name)
  return shown
}

const dashboardFaults = faultTable
  .filter(({ capability }) => capability === 'dashboard')
  .map(({ name }) => name)

describe('a dashboard', () => {
  it('shows no fault while it is sound', async () => {
    expect(await listSymptoms([])).toEqual([])
  })

  it.each(dashboardFaults)('with the fault %s shows that one and no other', async (fault) => {
    expect(await listSymptoms([fault])).toEqual([fault])
  })
})
