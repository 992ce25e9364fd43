// `airlock doctor`: which Node, browser and Java are used on this machine, and how to get better ones.
import { availableParallelism } from 'node:os'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { findJava, type Java } from '../src/io/find-java.ts'
import { renderDoctor, type Examination } from '../src/report/render-doctor.ts'
import { findBrowser } from '../support/drivers/find-browser.ts'

const neededNode = 26

/** The findings on stdout; 0 when the suite can run here, 3 when something must be installed first. */
export async function runDoctor(
  { json = false }: { json?: boolean },
  { env, stdout }: Environment,
): Promise<ExitCode> {
  const [browser, java] = await Promise.all([findBrowser(env), findJava(env)])
  const examinations = [
    examineNode(process.versions.node, process.execPath),
    examineBrowser(browser, env['AIRLOCK_BROWSER'] ?? ''),
    examineJava(java),
    examineAllure(java, env['AIRLOCK_ALLURE']),
    examineWorkers(),
  ]
  stdout.write(json ? `${JSON.stringify(examinations)}\n` : renderDoctor(examinations))
  return examinations.some(({ state }) => state === 'missing') ? exitCodes.usage : exitCodes.pass
}

function examineNode(version: string, path: string): Examination {
  const isOwn = path.includes('node_modules')
  const isEnough = Number(version.split('.')[0]) >= neededNode
  return {
    what: 'Node',
    state: isEnough ? 'good' : 'missing',
    found: `${version}, ${isOwn ? 'the one that came with npm ci' : path}`,
    remedy: isEnough ? '' : 'Run it as `npx airlock doctor`: the project brings its own Node.',
  }
}

function examineBrowser(browser: Awaited<ReturnType<typeof findBrowser>>, named: string): Examination {
  const better =
    'Debian: apt-get install chromium. Anywhere: npx playwright install chromium, or set AIRLOCK_BROWSER.'
  // A run takes the one that is named, and no other in its place.
  if (named !== '' && browser?.origin !== 'AIRLOCK_BROWSER')
    return {
      what: 'Browser',
      state: 'missing',
      found: `AIRLOCK_BROWSER does not start: ${named}`,
      remedy: 'Correct or unset it.',
    }
  if (!browser) return { what: 'Browser', state: 'missing', found: 'none that starts', remedy: better }
  const { version, origin, executablePath } = browser
  const isPackage = origin === 'npm package'
  return {
    what: 'Browser',
    state: isPackage ? 'fallback' : 'good',
    found: `${version}, ${isPackage ? 'unpacked from its npm package' : `${origin}: ${executablePath}`}`,
    remedy: isPackage ? `Good enough for the suite; one with a window: ${better}` : '',
  }
}

function examineJava(java: Java | null): Examination {
  if (java)
    return { what: 'Java', state: 'good', found: `${java.version}, ${java.origin}: ${java.path}`, remedy: '' }
  const remedy =
    'Debian: apt-get install default-jre-headless. Elsewhere: install Java 8 or newer, or set JAVA_HOME.'
  return { what: 'Java', state: 'fallback', found: 'none that runs', remedy }
}

function examineAllure(java: Java | null, choice: string | undefined): Examination {
  const what = 'Allure report'
  if (choice === 'none') return { what, state: 'fallback', found: 'none', remedy: 'Unset AIRLOCK_ALLURE.' }
  if (choice === '2' && !java)
    return { what, state: 'missing', found: 'Allure 2 was asked for', remedy: 'It needs Java; see above.' }
  return java && choice !== '3'
    ? { what, state: 'good', found: 'built by Allure 2', remedy: '' }
    : { what, state: 'good', found: 'built by Allure 3, which needs no Java', remedy: '' }
}

function examineWorkers(): Examination {
  const count = availableParallelism()
  return {
    what: 'Workers',
    state: 'good',
    found: `${count}, one a processor; --workers changes it`,
    remedy: '',
  }
}
