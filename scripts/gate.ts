// `airlock gate`: reads a run, or Allure results of any framework, judges it under the policy and leaves with the
// verdict's exit code. No flag weakens a policy.
import { join } from 'node:path'
import { renderEvidence } from '../src/evidence/render-evidence.ts'
import { decide } from '../src/gate/decide.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { writeChunks } from '../src/io/write-chunks.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import { renderText } from '../src/report/render-text.ts'
import { readQuestion, type GateOptions } from './read-question.ts'

export type { GateOptions } from './read-question.ts'

/** Judges, writes evidence.json and verdict.json, and prints the verdict. */
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
  const { folder, ...question } = await readQuestion(options, environment)
  const file = await writeChunks(join(folder, 'evidence.json'), renderEvidence(question.evidence))
  const verdict = decide({ ...question, inputs: [...question.inputs, { path: 'evidence.json', ...file }] })
  await writeChunks(join(folder, 'verdict.json'), [`${JSON.stringify(verdict, null, 1)}\n`])
  const { stdout } = environment
  const text = options.json
    ? `${JSON.stringify(verdict)}\n`
    : renderText(verdict, question.evidence, readStyle(environment))
  stdout.write(text)
  if (!options.json) environment.stderr.write(`${join(folder, 'verdict.json')}\n`)
  return exitCodes[verdict.verdict]
}

function readStyle({ stdout, env }: Environment): { color: boolean; columns: number } {
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0'
  const isRefused = (env['NO_COLOR'] ?? '') !== ''
  return { color: !isRefused && (isForced || stdout.isTTY === true), columns: stdout.columns ?? 100 }
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${describeFault(error.cause)}`}`
}
