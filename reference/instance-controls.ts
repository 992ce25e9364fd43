// What tests may do to the platform through this instance. A restart is the parent's to do; a copy of the store lies in
// the platform's own folder and goes with it.
import { randomUUID } from 'node:crypto'
import { access, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { buildApp } from './api/build-app.ts'
import type { Instance } from './api/answer-request.ts'
import type { Controls } from './api/controls.ts'
import { makePlatform } from './service/scope.ts'
import { openStore } from './store/open-store.ts'

/** What an instance may ask of its parent. */
export type InstanceWish = { readonly restart: { readonly version?: string } }

export type ControlledInstance = {
  readonly controls: Controls
  /** Ends whatever was brought to life here. */
  readonly close: () => Promise<void>
}

export function makeControls(instance: Instance, folder: string): ControlledInstance {
  const opened: (() => Promise<void>)[] = []
  const controls: Controls = {
    restart: (version) => {
      const wish: InstanceWish = { restart: version === undefined ? {} : { version } }
      process.send?.(wish)
    },
    backUp: () => {
      const backup = `backup-${randomUUID()}`
      instance.platform.store.copyTo(join(folder, `${backup}.sqlite`))
      return backup
    },
    restore: async (backup) => {
      const file = await copyBackup(folder, backup)
      if (file === null) return undefined
      const restored = await openRestored(instance, file)
      opened.push(restored.close)
      return restored.url
    },
  }
  return {
    controls,
    close: async () => {
      for (const close of opened.splice(0)) await close()
    },
  }
}

/** A copy of the copy, so that it can be restored again as it was. Null where there is no such backup. */
async function copyBackup(folder: string, backup: string): Promise<string | null> {
  const source = join(folder, `${backup}.sqlite`)
  if (!/^backup-[\da-f-]{36}$/.test(backup) || !(await isThere(source))) return null
  const file = join(folder, `restored-${randomUUID()}.sqlite`)
  await copyFile(source, file)
  return file
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

async function openRestored({ platform, build }: Instance, file: string) {
  const store = openStore(file)
  const restored = makePlatform(store, platform.faults)
  const app = await buildApp({
    platform: restored,
    build: { ...build, instance: `${build.instance}-restored` },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    close: async () => {
      await app.close()
      store.close()
    },
  }
}
