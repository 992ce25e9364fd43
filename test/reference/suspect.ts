// An instance inside the test's own process, with the faults it is to have: a process for each fault would take longer and
// show nothing more. What is asked of it goes over real HTTP.
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../reference/api/build-app.ts'
import { readBuild } from '../../reference/build-identity.ts'
import type { FaultName } from '../../reference/faults/faults.ts'
import { seedStore } from '../../reference/seed-store.ts'
import { makePlatform } from '../../reference/service/scope.ts'
import { openStore } from '../../reference/store/open-store.ts'
import { makeApi, readReply, type TenantName } from './platform.ts'
import type { Probe, Suspect } from './probes/probe.ts'
import { signedRequest } from './signed-request.ts'

const build = { ...readBuild('7.7.0'), instance: 'instance-1', startedAt: '2026-11-30T03:00:00Z' }

export async function withSuspect<Result>(
  faults: readonly FaultName[],
  use: (suspect: Suspect) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-test-'))
  const store = openStore(join(folder, 'store.sqlite'))
  const access = seedStore(store)
  const app = await buildApp({ platform: makePlatform(store, new Set(faults)), build })
  const agent = new Agent({ keepAlive: true })
  try {
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    return await use(makeSuspect({ url, access, agent }))
  } finally {
    agent.destroy()
    await app.close()
    store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Running = { readonly url: string; readonly access: Record<string, string>; readonly agent: Agent }

function makeSuspect({ url, access, agent }: Running): Suspect {
  const open = (tenant: TenantName) => {
    const prefix = tenant.toUpperCase()
    const { [`${prefix}_CLIENT_ID`]: clientId = '', [`${prefix}_SECRET`]: secret = '' } = access
    return makeApi(null, { url, agent, clientId, secret })
  }
  const nobody = { url, agent, clientId: '', secret: '' }
  return {
    maple: open('maple'),
    cedar: open('cedar'),
    lotus: open('lotus'),
    control: async <Body>(method: string, target: string, body?: unknown) => {
      const call = { method, target, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      return readReply<Body>(await signedRequest(nobody, call))
    },
    send: async (api, call) => {
      const { status, headers, bytes } = await signedRequest(api, call)
      const callId = String(headers['x-ees-called-unique-id'] ?? '')
      return { status, callId, text: bytes.toString('utf8') }
    },
  }
}

/** Which of these faults the platform shows. */
export async function listSymptoms(
  suspect: Suspect,
  probes: Readonly<Record<string, Probe>>,
): Promise<string[]> {
  const shown: string[] = []
  for (const [name, probe] of Object.entries(probes)) if (await probe(suspect)) shown.push(name)
  return shown
}
