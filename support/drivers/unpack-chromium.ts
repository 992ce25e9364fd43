// The Chromium of the npm package is a compressed file. It is unpacked once for each version, into the package cache of
// this checkout; several workers may want it at the same moment, so a whole folder appears at once or not at all.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export type UnpackedChromium = {
  readonly executablePath: string
  /** Fonts for a system that has none. */
  readonly env: Readonly<Record<string, string>>
  /** The same, and libraries that a bare system lacks. */
  readonly envWithLibraries: Readonly<Record<string, string>>
}

/** Null where the package has no browser for this kind of machine. */
export async function unpackChromium(): Promise<UnpackedChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const root = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const cache = join(root, '..', '..', '.cache', 'airlock')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(cache, folder)
  const env = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: await writeFontList(join(folder, 'fonts')) }
  return {
    executablePath: join(folder, 'chromium'),
    env,
    envWithLibraries: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  }
}

async function unpack(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(cache, 'unpacking-'))
  try {
    // The package unpacks into the folder for temporary files, so it gets one of its own.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: new URL('.', import.meta.url),
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another worker was quicker; what it has unpacked is the same.
    if (!existsSync(folder)) throw new Error('The browser could not be unpacked', { cause: error })
  }
}

const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

/** The package's own list of fonts names folders of another machine. */
async function writeFontList(fonts: string): Promise<string> {
  const path = join(fonts, 'airlock.conf')
  await writeFile(path, `<fontconfig><dir>${fonts}</dir><cachedir>${fonts}</cachedir></fontconfig>\n`)
  return path
}
