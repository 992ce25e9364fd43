// `airlock gate`: reads a run, or Allure results of any framework, judges it under the policy and leaves with the
// verdict's exit code. No flag weakens a policy.
import { join, resolve } from 'node:path'
import { decide, type Question } from '../src/gate/decide.ts'
import type { Verdict } from '../src/gate/verdict.ts'
import { describeFault } from '../src/io/describe-fault.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { openSigner } from '../src/io/signing-key.ts'
import { writeChunks } from '../src/io/write-chunks.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import { parseInstant } from './parse-instant.ts'
import { chooseFormat, renderVerdict } from './render-verdict.ts'
import { readQuestion, type GateOptions } from './read-question.ts'
import { recordVerdict } from './record-verdict.ts'
import { listSigned, removeSigned, signVerdict } from './sign-verdict.ts'
import { tellOldReport } from './tell-old-report.ts'
import { writeInputs } from './write-inputs.ts'

export type { GateOptions } from './read-question.ts'

/** Judges, writes what it judged and verdict.json, and prints the verdict; a look only prints. */
export async function runGate(options: GateOptions, environment: Environment): Promise<ExitCode> {
  try {
    return await judge(options, environment)
  } catch (error) {
    if (error instanceof ConfigurationError) {
      environment.stderr.write(`${error.message}\n`)
      return exitCodes.usage
    }
    // A fault of the gate must never look like a verdict, whoever called it.
    environment.stderr.write(`airlock gate failed: ${describeFault(error)}\n`)
    return exitCodes.fault
  }
}

async function judge(options: GateOptions, environment: Environment): Promise<ExitCode> {
  if (options.kind !== undefined && options.explain !== true) throw onlyForExplain(options.kind)
  if (options.explain === true) return (await import('./explain-policy.ts')).runExplain(options, environment)
  if (options.shards !== undefined)
    return judge(await joinShards(options, options.shards, environment), environment)
  if (options.dryRun === true) return (await import('./dry-run.ts')).runDryRun(options, environment)
  return answer(options, environment)
}

/** The run that the shards are together. It is written down even for a look: judged and reported is what lies in one folder. */
async function joinShards(
  { out, dryRun = false, shards: _shards, ...options }: GateOptions,
  folders: readonly string[],
  environment: Environment,
): Promise<GateOptions> {
  if (out === undefined || dryRun) throw nowhereToJoin(dryRun)
  // What can be wrong with the other flags is told before anything is written.
  if (options.now !== undefined) parseInstant('--now', options.now)
  openSigner(options.key, environment)
  const { cwd } = environment
  const { joinRuns } = await import('../src/io/join-runs.ts')
  joinRuns({ folders, out, cwd })
  return { ...options, out, run: out }
}

function nowhereToJoin(dryRun: boolean): ConfigurationError {
  const remedy = 'Join them first: `airlock gate --run A B --out DIR`; then ask about DIR.'
  const said = dryRun
    ? { expected: 'one run', received: 'several' }
    : { expected: 'a folder in which the shards are joined', received: 'none' }
  return new ConfigurationError([makeFlagProblem(dryRun ? '--dry-run' : '--out', { ...said, remedy })])
}

async function answer(options: GateOptions, environment: Environment): Promise<ExitCode> {
  // A key that cannot sign is told before anything is judged.
  const signer = openSigner(options.key, environment)
  const { folder, run, releaseFile, ...question } = await readQuestion(options, environment)
  // A look leaves everything as it is, unless it was told where to go.
  const isWritten = !question.preview || options.out !== undefined
  const verdict = isWritten ? await writeVerdict(folder, question) : decide(question)
  await signVerdict({ folder, verdict, evidence: question.evidence, signer }, environment)
  const { stdout, stderr } = environment
  const format = chooseFormat(options)
  const plan = run?.plan.state === 'read' ? run.plan.value : null
  const told = { verdict, evidence: question.evidence, plan, releaseFile }
  stdout.write(await renderVerdict(format, told, environment))
  if (isWritten && format !== 'json') stderr.write(`${join(folder, 'verdict.json')}\n`)
  if (run && !question.preview) {
    tellLeftover({ options, folder }, environment)
    await recordVerdict({ ...question, run, verdict }, environment)
  }
  return exitCodes[verdict.verdict]
}

/** Decides and writes down what was decided, and what it was made from. */
async function writeVerdict(folder: string, question: Question): Promise<Verdict> {
  const written = await writeInputs(folder, question)
  const verdict = decide({ ...question, inputs: [...question.inputs, ...written] })
  await removeSigned(folder)
  await writeChunks(join(folder, 'verdict.json'), [`${JSON.stringify(verdict, null, 1)}\n`])
  return verdict
}

type Place = { readonly options: GateOptions; readonly folder: string }

/** What lies there of the verdict before: the one that went elsewhere is newer, and nobody sees that in the run's folder. */
function tellLeftover({ options: { run }, folder }: Place, environment: Environment): void {
  const { cwd, stderr } = environment
  if (run === undefined) return
  if (resolve(cwd, run) === folder) return tellOldReport(folder, environment)
  const names = listSigned(resolve(cwd, run))
  if (names.length > 0) stderr.write(`an earlier signed verdict still lies in ${run}: ${names.join(', ')}\n`)
}

/** The kind of a release decides how strictly it is judged, so nobody may say it by hand. */
function onlyForExplain(received: string): ConfigurationError {
  const remedy = 'Leave it out: which kind a release is stands in its file.'
  const problem = makeFlagProblem('--kind', { expected: '--explain beside it', received, remedy })
  return new ConfigurationError([problem])
}
