// Starts the lending library as its own process, outside of Airlock's reach, as a staging environment would be.
import { startTarget, type StartedTarget } from '../src/run/start-target.ts'
import { projects } from './airlock.ts'
import { join } from 'node:path'

export const keys = {
  NORTH_KEY: 'north-key-7c1d',
  SOUTH_KEY: 'south-key-91ab',
  NASTY_SECRET: 'nasty-secret-55',
}

export type Library = { readonly env: Record<string, string>; stop(): Promise<void> }

/** `env` is what a person would have exported before calling Airlock. */
export async function startLibrary(version = '1.0.0'): Promise<Library> {
  const command = [process.execPath, join(projects, 'library', 'server.ts'), version]
  const started: StartedTarget = await startTarget({
    command,
    cwd: projects,
    env: { ...process.env, ...keys },
    timeoutMs: 20_000,
  })
  const url = started.environment['LIBRARY_URL'] ?? ''
  return { env: { ...keys, LIBRARY_URL: url, NASTY_URL: url }, stop: async () => started.stop() }
}
