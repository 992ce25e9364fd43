// One browser a worker, one context a scenario. The browser is looked for once, and opened again when it has gone away.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { findBrowser } from './find-browser.ts'
import { outsideOfCases } from './outside-of-cases.ts'
import { PageTraffic, type PageOwner } from './page-traffic.ts'

type LaunchOptions = {
  readonly executablePath?: string | undefined
  readonly headless: boolean
  readonly args: readonly string[]
}

export type SessionOptions = LaunchOptions & { readonly isTraced: boolean }

export type BrowserSession = {
  readonly page: Page
  /** What its pages ask for and say. */
  readonly traffic: PageTraffic
  /** Closes the context; the trace, where one was kept. */
  close(wantsTrace: boolean): Promise<Uint8Array | null>
}

/** Shorter than a step may take, so that a page that hangs is told by Playwright's own words. */
const patienceMs = 5000

let opened: Promise<Browser> | null = null

/** Opens a context with a page. */
export async function openBrowserSession(options: SessionOptions, owner: PageOwner): Promise<BrowserSession> {
  const browser = await ensureBrowser(options)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(patienceMs)
  if (options.isTraced) await context.tracing.start({ screenshots: true, snapshots: true, sources: false })
  const traffic = new PageTraffic(context, owner)
  const page = await context.newPage()
  const close = (wantsTrace: boolean) => closeContext(context, options.isTraced && wantsTrace)
  return { page, traffic, close }
}

async function ensureBrowser(options: SessionOptions): Promise<Browser> {
  const browser = await opened
  if (browser?.isConnected()) return browser
  const opening = outsideOfCases(async () => launchBrowser(options))
  opened = opening
  // One that did not start is started again by whoever asks next.
  opening.catch(() => (opened = null))
  return opening
}

/** Starts the browser of the options, or else the best one of this machine. */
export async function launchBrowser({ executablePath, headless, args }: LaunchOptions): Promise<Browser> {
  const found = executablePath ? { executablePath, env: {} } : await findBrowser(process.env)
  if (!found)
    throw new Error('Infrastructure: no browser can be started here; `airlock doctor` says how to get one')
  const { chromium } = await import('playwright')
  return chromium.launch({
    executablePath: found.executablePath,
    headless,
    env: { ...(process.env as Record<string, string>), ...found.env },
    args: ['--disable-gpu', features, ...(isRoot() ? ['--no-sandbox'] : []), ...args],
  })
}

/**
 * A page that leads to another of the same site keeps its frame, as in earlier versions of Chromium: a new one for each
 * page takes a quarter of what going there costs. Of two such lists Chromium reads the last, so Playwright's own is in it.
 */
const features =
  '--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,RenderDocument:level/crashed-frame'

/** Chromium refuses to use its sandbox as root. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function closeContext(context: BrowserContext, wantsTrace: boolean): Promise<Uint8Array | null> {
  try {
    return wantsTrace ? await readTrace(context) : null
  } finally {
    await context.close()
  }
}

async function readTrace(context: BrowserContext): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'airlock-trace-'))
  try {
    const path = join(folder, 'trace.zip')
    await context.tracing.stop({ path })
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
