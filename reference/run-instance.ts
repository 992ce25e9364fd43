// One instance, in a process of its own: the same code as every other one, behind the balancer, over the shared store.
import { rm } from 'node:fs/promises'
import process from 'node:process'
import { buildApp } from './api/build-app.ts'
import type { BuildIdentity } from './api/operation.ts'
import { registerDashboard } from './dashboard/register-dashboard.ts'
import type { FaultName } from './faults/faults.ts'
import { makeControls } from './instance-controls.ts'
import { makePlatform } from './service/scope.ts'
import { openStore } from './store/open-store.ts'

/** What the parent says when it starts an instance, as one JSON argument. */
export type InstanceSettings = {
  /** The platform's own folder, which goes when the platform goes. */
  readonly folder: string
  readonly store: string
  readonly faults: readonly FaultName[]
  readonly build: Omit<BuildIdentity, 'startedAt'>
}

/** What the instance answers once it listens. */
export type InstanceReady = { readonly url: string }

/** From its start to its end, whoever asks for that. */
export async function runInstance(settings: InstanceSettings): Promise<void> {
  // A terminal's Ctrl-C reaches the whole group; the parent then ends us in its own order.
  process.on('SIGINT', () => undefined)
  const store = openStore(settings.store)
  const platform = makePlatform(store, new Set(settings.faults))
  const startedAt = new Date().toISOString()
  const build = { ...settings.build, startedAt }
  const controlled = makeControls({ platform, build }, settings.folder)
  const { controls } = controlled
  const app = await buildApp({ platform, build, controls, registerDashboard })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  let isStopping = false
  const stop = async (): Promise<void> => {
    // Letting go of the channel is itself a reason to stop; once is enough.
    if (isStopping) return
    isStopping = true
    if (process.connected) process.disconnect?.()
    await app.close()
    await controlled.close()
    store.close()
  }
  const stopOrphaned = async (): Promise<void> => {
    if (isStopping) return
    await stop()
    // Nobody else is left to do it; another instance may be at it too.
    await rm(settings.folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('SIGTERM', () => void stop())
  // Whatever ends the parent, even SIGKILL, closes the channel: nothing may outlive it.
  process.once('disconnect', () => void stopOrphaned())
  // The parent may have gone while we were starting; then nobody will tell us any more.
  if (!process.connected) return stopOrphaned()
  const ready: InstanceReady = { url }
  process.send?.(ready)
}
