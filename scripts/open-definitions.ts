// What the code of a target defines, for commands that run nothing: one worker loads it, answers and is ended.
import type { Environment } from '../src/io/environment.ts'
import { findUnlistedCode } from '../src/io/find-unlisted-code.ts'
import { readNamedText } from '../src/io/read-text.ts'
import { withoutGateSecrets } from '../src/io/signing-key.ts'
import type { Definitions } from '../src/plan/phrases/definitions.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import type { Target } from '../src/release/target.ts'
import { listCode } from '../src/run/list-code.ts'
import { readDefinitions } from '../src/run/read-definitions.ts'
import { UnusableCodeError } from '../src/run/unusable-code.ts'

/** The definitions, or a ConfigurationError that shows why the code cannot be loaded. */
export async function openDefinitions(
  target: Target,
  { cwd, env }: Pick<Environment, 'cwd' | 'env'>,
): Promise<Definitions> {
  const unlisted = findUnlistedCode(cwd, target.code)
  if (unlisted.length > 0) throw new ConfigurationError(unlisted)
  const options = { cwd, env: withoutGateSecrets(env), memoryMb: target.limits.workerMemoryMb }
  try {
    return await readDefinitions(options, {
      code: listCode(target),
      limitMs: target.limits.loadSeconds * 1000,
    })
  } catch (error) {
    if (!(error instanceof UnusableCodeError)) throw error
    const problem = {
      file: target.code.join(', '),
      path: '',
      expected: 'steps and support code that can be loaded',
      received: error.message,
      remedy: 'Mend the code.',
    }
    throw new ConfigurationError([problem], { cause: error })
  }
}

/** The text of every file that defines something, for the comments in it. */
export function readSources(
  { steps, parameters }: Definitions,
  { cwd }: Pick<Environment, 'cwd'>,
): Map<string, string> {
  const files = new Set([...steps, ...parameters].map(({ uri }) => uri))
  return new Map([...files].map((uri) => [uri, readNamedText(cwd, uri)]))
}
