// The instances of a platform: started together, replaced one by one while the others serve, stopped together.
import type { Balancer } from './balancer.ts'
import { readBuild } from './build-identity.ts'
import type { InstanceSettings } from './run-instance.ts'
import { startInstance, type Instance } from './start-instance.ts'

export type FleetPlan = Pick<InstanceSettings, 'folder' | 'store' | 'faults'> & {
  /** One for each instance. */
  readonly versions: readonly string[]
}

export type Fleet = {
  readonly instances: readonly Instance[]
  /** Replaces every instance, by this version if one is named. No request is lost by it. */
  readonly restart: (version?: string) => Promise<void>
  readonly stop: () => Promise<void>
}

type Running = { instance: Instance; version: string }

export async function startFleet(plan: FleetPlan, balancer: Balancer): Promise<Fleet> {
  const running: Running[] = []
  let isStopping = false
  let turn: Promise<void> = Promise.resolve()
  const replaceAll = async (version?: string): Promise<void> => {
    for (const [index, slot] of running.entries()) {
      if (isStopping) return
      await replaceOne(slot, { index, version: version ?? slot.version })
    }
  }
  const start = async (index: number, version: string): Promise<Instance> => {
    const build = { ...readBuild(version), instance: `instance-${index + 1}` }
    return startInstance({ ...plan, build }, ({ restart: wish }) => void restart(wish.version))
  }
  /** The new one serves before the old one is let go, and the old one ends what it has begun. */
  const replaceOne = async (slot: Running, next: { index: number; version: string }): Promise<void> => {
    const old = slot.instance
    slot.instance = await start(next.index, next.version)
    slot.version = next.version
    balancer.add(slot.instance)
    await balancer.retire(old)
    await old.stop()
  }
  /** One restart after the other. */
  const restart = (version?: string): Promise<void> => {
    turn = turn.then(() => replaceAll(version)).catch(reportFailure)
    return turn
  }
  const stop = async (): Promise<void> => {
    isStopping = true
    await turn
    await Promise.all(running.map(({ instance }) => instance.stop()))
  }
  await startAll(plan.versions, { start, running, stop })
  for (const { instance } of running) balancer.add(instance)
  return { instances: running.map(({ instance }) => instance), restart, stop }
}

type Starting = {
  readonly start: (index: number, version: string) => Promise<Instance>
  readonly running: Running[]
  readonly stop: () => Promise<void>
}

/** All are awaited, so that one that fails leaves no other behind unknown. */
async function startAll(versions: readonly string[], { start, running, stop }: Starting): Promise<void> {
  const starting = versions.map((version, index) => start(index, version))
  const settled = await Promise.allSettled(starting)
  for (const [index, outcome] of settled.entries()) {
    const version = versions[index] ?? ''
    if (outcome.status === 'fulfilled') running.push({ instance: outcome.value, version })
  }
  const failed = settled.find((outcome) => outcome.status === 'rejected')
  if (!failed) return
  await stop()
  throw failed.reason
}

/** The old instances serve on, so the platform is not lost by it. */
function reportFailure(error: unknown): void {
  process.stderr.write(
    `restart failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
}
