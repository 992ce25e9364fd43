// `airlock gate --explain`: the policy in force, and where each of its values comes from. Judges nothing.
import { explainPolicy } from '../src/gate/policy/explain-policy.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { requireValue } from '../src/io/read-text.ts'
import { renderPolicy } from '../src/report/render-policy.ts'
import { readPolicySource, type GateOptions } from './read-question.ts'
import { readRelease } from './read-release.ts'
import { readStyle } from './read-style.ts'

export function runExplain(options: GateOptions, environment: Environment): ExitCode {
  const { cwd, stdout } = environment
  const kind = options.kind ?? readRelease(options, environment)?.value.kind ?? 'scheduled'
  const policy = requireValue(explainPolicy(readPolicySource(options.policy, cwd), kind))
  stdout.write(
    options.json ? `${JSON.stringify(policy)}\n` : renderPolicy(policy, readStyle(stdout, environment)),
  )
  return exitCodes.pass
}
