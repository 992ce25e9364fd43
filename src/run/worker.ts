// The only process that runs user code. It loads steps and support once, runs batches of cases serially, and
// streams every message to the supervisor as it happens, so that what is done stays done when this process dies.
import { loadSupport, runCucumber, type IRunOptions } from '@cucumber/cucumber/api'
import type { Envelope } from '@cucumber/messages'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { parseFeature, type Feature } from '../plan/parse-feature.ts'
import { renderProblem } from '../release/problem.ts'
import { setBatch } from './case-picker-plugin.ts'
import { describeSupport, type LoadedSupport } from './describe-support.ts'
import { makeCasePickle } from './make-case-pickle.ts'
import { watchStrays } from './stray-errors.ts'
import type { Assignment, CodePlace, FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts'

type Support = Awaited<ReturnType<typeof loadSupport>>
type Loaded = {
  readonly setup: WorkerSetup
  readonly support: Support
  readonly features: Map<string, Feature>
}

const sources: IRunOptions['sources'] = {
  defaultDialect: 'en',
  paths: [fileURLToPath(new URL('nothing.feature', import.meta.url))],
  names: [],
  tagExpression: '',
  order: 'defined',
}
const plugin = new URL('case-picker-plugin.ts', import.meta.url).href
const silentFormatter = new URL('silent-formatter.ts', import.meta.url).href
// User code may print what it likes, but cucumber's own talk belongs to nobody here.
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })

let loading: Promise<Support> | undefined
let loaded: Loaded | undefined
let waiting: Envelope[] = []

function send(message: FromWorker): void {
  process.send?.(message)
}

function flush(): void {
  if (waiting.length === 0) return
  flushedMs = performance.now()
  send({ type: 'messages', envelopes: waiting })
  waiting = []
}

let hasStrays = false
const hearForStrays = watchStrays((caseId, reason) => {
  hasStrays = true
  send({ type: 'stray', caseId, reason: withoutRunner(reasonOf(reason)) })
})

const shortestSilenceMs = 10
let flushedMs = 0

/** The start of a case leaves at once, and the end of the one before with it; the rest follows when there is time. */
function relay(envelope: Envelope): void {
  if (envelope.meta || envelope.source || envelope.gherkinDocument || envelope.testRunStarted) return
  if (waiting.length === 0)
    setTimeout(flush, performance.now() - flushedMs < shortestSilenceMs ? shortestSilenceMs : 0)
  waiting.push(envelope)
  if (envelope.testCaseStarted) flush()
}

/** Once for good: a module that was imported before would define nothing the second time. */
function load(place: CodePlace): Promise<Support> {
  loading ??= loadAnew(place)
  return loading
}

async function loadAnew({ cwd, code }: CodePlace): Promise<Support> {
  const support = { requireModules: [], requirePaths: [], importPaths: [...code], loaders: [] }
  const library = await loadSupport({ sources, support }, { cwd, stdout: nowhere, stderr: process.stderr })
  // Cucumber would look for the code again at each batch; with no pattern at all it looks in places of its own.
  return { ...library, originalCoordinates: { ...support, importPaths: sources.paths } }
}

async function setUp(setup: WorkerSetup): Promise<void> {
  loaded = { setup, support: await load(setup), features: new Map() }
  send({ type: 'ready' })
}

async function describe(place: CodePlace): Promise<void> {
  // Cucumber calls the library a marker and hands out the real one.
  const library = (await load(place)) as unknown as LoadedSupport
  send({ type: 'definitions', definitions: describeSupport(library) })
  // An expression is compiled when it is first tried, and nothing else is to do until the plan is made.
  setImmediate(() => library.stepDefinitions.forEach(({ expression }) => expression.match('')))
}

function readFeature({ setup, features }: Loaded, uri: string): Feature {
  const known = features.get(uri)
  if (known) return known
  const parsed = parseFeature({ uri, text: readFileSync(join(setup.cwd, uri), 'utf8') })
  if (!parsed.ok) throw new Error(parsed.problems.map(renderProblem).join('\n'))
  if (parsed.value.sha256 !== setup.features[uri]) throw new Error(`${uri} changed after the plan was made`)
  features.set(uri, parsed.value)
  return parsed.value
}

function pickCase(from: Loaded, assignment: Assignment) {
  const feature = readFeature(from, assignment.uri)
  const entry = feature.pickles[assignment.pickleIndex]
  if (!entry) throw new Error(`${assignment.uri} has no pickle ${assignment.pickleIndex}`)
  return {
    gherkinDocument: feature.document,
    location: { line: entry.line },
    pickle: makeCasePickle(entry.pickle, assignment),
  }
}

async function runBatch(from: Loaded, cases: readonly Assignment[]): Promise<void> {
  setBatch(cases.map((assignment) => pickCase(from, assignment)))
  // Cucumber copies the parameters for every case, so they hold only what is unusual about a batch.
  const attempts = cases
    .filter(({ attempt }) => attempt > 0)
    .map(({ caseId, attempt }) => [caseId, { attempt }])
  const worldParameters = { ...from.setup.worldParameters, cases: Object.fromEntries(attempts) }
  let reason = ''
  const { success } = await runCucumber(
    makeRunOptions(from.support, worldParameters),
    { cwd: from.setup.cwd, stdout: nowhere, stderr: process.stderr },
    (envelope) => {
      reason ||=
        envelope.testRunHookFinished?.result.message ?? envelope.testRunFinished?.exception?.message ?? ''
      hearForStrays(envelope)
      if (!envelope.testRunFinished) relay(envelope)
    },
  )
  flush()
  send({ type: 'done', success, reason })
}

function makeRunOptions(support: Support, worldParameters: Record<string, unknown>): IRunOptions {
  return {
    sources,
    support,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      // The type asks for JSON; ours has come through JSON already.
      worldParameters: worldParameters as IRunOptions['runtime']['worldParameters'],
    },
    formats: { stdout: silentFormatter, files: {}, publish: false, options: {} },
    plugins: { specifiers: [plugin], options: {} },
  }
}

async function obey(message: ToWorker): Promise<void> {
  if (message.type === 'setup') await setUp(message.setup)
  else if (message.type === 'load') load(message.place).catch(() => undefined)
  else if (message.type === 'describe') await describe(message.place)
  else if (message.type === 'stop') await leave()
  else if (loaded) await runBatch(loaded, message.cases)
}

// A browser that steps have opened is ended by its driver's exit handler.
async function leave(): Promise<void> {
  await Promise.all([drain(process.stdout), drain(process.stderr)])
  // oxlint-disable-next-line unicorn/no-process-exit -- handles that user code left open must not keep the worker alive
  process.exit(hasStrays ? 1 : 0)
}

/** What was printed and not yet taken would be lost with the process. */
async function drain(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => void stream.write('', () => resolve()))
}

/** The places in the team's own code are what a person can look at. */
function withoutRunner(stack: string): string {
  return stack.replaceAll(/\n\s+at [^\n]*(?:node_modules|[\\/]cucumber[\\/]|node:internal)[^\n]*/g, '')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

process.on('message', (message: ToWorker) => {
  obey(message).catch((error: unknown) => {
    flush()
    if (loaded) send({ type: 'done', success: false, reason: reasonOf(error) })
    else send({ type: 'unusable', reason: reasonOf(error) })
  })
})
process.on('disconnect', () => void leave())
// A step that spins cannot notice that the supervisor is gone; this thread can.
new Worker(new URL('watch-parent.ts', import.meta.url), { workerData: process.ppid }).unref()
