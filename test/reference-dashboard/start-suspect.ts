// One instance inside the test's own process, broken on purpose: a process for each fault would take longer and show
// nothing more.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buildApp } from '../../reference/api/build-app.ts'
import { readBuild } from '../../reference/build-identity.ts'
import { registerDashboard } from '../../reference/dashboard/register-dashboard.ts'
import type { FaultName } from '../../reference/faults/faults.ts'
import { seedStore } from '../../reference/seed-store.ts'
import { makePlatform } from '../../reference/service/scope.ts'
import { openStore } from '../../reference/store/open-store.ts'
import { makeTempFolder } from '../airlock.ts'
import { makeAccess, type Dashboard } from './start-dashboard.ts'

const build = { ...readBuild('7.7.0'), instance: 'instance-1', startedAt: '2026-11-30T03:00:00Z' }

export type StartedSuspect = Dashboard & {
  /** Keeps everybody else from writing until it is let go. */
  readonly holdStore: () => () => void
}

/** Short, so that nobody waits long for a store that is held. */
const busyMs = 50

export async function startSuspect(faults: readonly FaultName[]): Promise<StartedSuspect> {
  const folder = await makeTempFolder()
  const file = join(folder, 'store.sqlite')
  const store = openStore(file, busyMs)
  const access = seedStore(store)
  const platform = makePlatform(store, new Set(faults))
  const app = await buildApp({ platform, build, registerDashboard })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...makeAccess(url, access),
    store,
    instanceUrls: [url],
    holdStore: () => {
      const other = new DatabaseSync(file)
      other.exec('BEGIN IMMEDIATE')
      return () => other.close()
    },
    stop: async () => {
      await app.close()
      store.close()
      await rm(folder, { recursive: true })
    },
  }
}
