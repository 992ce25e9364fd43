// Which Chromium drives the pages: the one a person named, Playwright's own, one of the system, or the one that comes
// with `npm ci`. A machine that never had a browser runs the dashboard's scenarios all the same.
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { unpackChromium } from './unpack-chromium.ts'

type Env = Readonly<Record<string, string | undefined>>

export type FoundBrowser = {
  readonly executablePath: string
  readonly origin: 'AIRLOCK_BROWSER' | 'Playwright' | 'system' | 'npm package'
  /** Such as `Chromium 153.0.8010.0`. */
  readonly version: string
  /** What it needs besides the environment it is started in. */
  readonly env: Readonly<Record<string, string>>
}

/** The best browser of this machine, or null where none can be started. */
export async function findBrowser(env: Env): Promise<FoundBrowser | null> {
  for (const candidate of await listCandidates(env)) {
    const found = await tryBrowser(candidate)
    if (found) return found
  }
  return tryUnpacked()
}

async function listCandidates(env: Env): Promise<Candidate[]> {
  const lists = places.map(async ({ origin, list }) =>
    (await list(env)).map((executablePath) => ({ executablePath, origin, env: {} })),
  )
  return (await Promise.all(lists)).flat()
}

async function tryUnpacked(): Promise<FoundBrowser | null> {
  const unpacked = await unpackChromium()
  if (!unpacked) return null
  const { executablePath, env, envWithLibraries } = unpacked
  const candidate = { executablePath, origin: 'npm package' } as const
  // The system's own libraries are newer; those that come along are for systems without any.
  return (await tryBrowser({ ...candidate, env })) ?? tryBrowser({ ...candidate, env: envWithLibraries })
}

type Place = {
  readonly origin: FoundBrowser['origin']
  readonly list: (env: Env) => readonly string[] | Promise<readonly string[]>
}

const places: readonly Place[] = [
  { origin: 'AIRLOCK_BROWSER', list: (env) => (env['AIRLOCK_BROWSER'] ? [env['AIRLOCK_BROWSER']] : []) },
  { origin: 'Playwright', list: listPlaywright },
  { origin: 'system', list: listSystem },
]

async function listPlaywright(): Promise<string[]> {
  const { chromium } = await import('playwright')
  return [chromium.executablePath()]
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

function listSystem(env: Env): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces]
}

type Candidate = Omit<FoundBrowser, 'version'>

const longestAnswerMs = 20_000

/** A file that is there may still not start: libraries can be missing. Asking for its version tells. */
async function tryBrowser(candidate: Candidate): Promise<FoundBrowser | null> {
  try {
    await access(candidate.executablePath, constants.X_OK)
    const { stdout } = await promisify(execFile)(candidate.executablePath, ['--version'], {
      timeout: longestAnswerMs,
      env: { ...process.env, ...candidate.env },
    })
    return { ...candidate, version: stdout.trim().split('\n')[0] ?? '' }
  } catch {
    // Not there, or it does not start: the next place may have one that does.
    return null
  }
}
