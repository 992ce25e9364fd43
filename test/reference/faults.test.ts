// Every named fault breaks what it says it breaks, and only that.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildApp } from '../../reference/api/build-app.ts'
import { readBuild } from '../../reference/build-identity.ts'
import { faultNames, type FaultName } from '../../reference/faults/faults.ts'
import { findTenant, type TenantId } from '../../reference/model/tenant.ts'
import { seedStore } from '../../reference/seed-store.ts'
import { creditGoodwill } from '../../reference/service/points.ts'
import { makePlatform, openScope } from '../../reference/service/scope.ts'
import { openStore } from '../../reference/store/open-store.ts'
import { probes, type Suspect } from './fault-probes.ts'
import { makeApi } from './platform.ts'

const build = { ...readBuild('7.7.0'), instance: 'instance-1', startedAt: '2026-11-30T03:00:00Z' }

/** An instance inside the test's own process: a process for each fault would take longer and show nothing more. */
async function withInstance<Result>(
  faults: readonly FaultName[],
  use: (suspect: Suspect) => Promise<Result>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'reference-test-'))
  const store = openStore(join(folder, 'store.sqlite'))
  const access = seedStore(store)
  const platform = makePlatform(store, new Set(faults))
  const app = await buildApp({ platform, build })
  try {
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const open = (tenant: TenantId) => {
      const prefix = tenant.toUpperCase()
      const { [`${prefix}_CLIENT_ID`]: clientId = '', [`${prefix}_SECRET`]: secret = '' } = access
      return makeApi(null, { url, clientId, secret })
    }
    const giveGoodwill: Suspect['giveGoodwill'] = ({ walletId, accountId }) => {
      const scope = openScope(platform, findTenant('maple')!, 'API')
      creditGoodwill(scope, { walletId: walletId!, accountId, points: 10, reason: 'late parcel' })
    }
    return await use({ maple: open('maple'), cedar: open('cedar'), giveGoodwill })
  } finally {
    await app.close()
    store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function listSymptoms(suspect: Suspect): Promise<string[]> {
  const shown: string[] = []
  for (const [name, probe] of Object.entries(probes)) if (await probe(suspect)) shown.push(name)
  return shown
}

describe('a platform', () => {
  it('shows no fault while it is sound', async () => {
    expect(await withInstance([], listSymptoms)).toEqual([])
  })

  it.each(faultNames)('with the fault %s shows that one and no other', async (fault) => {
    expect(await withInstance([fault], listSymptoms)).toEqual([fault])
  })
})
