// What a target or the team's code has printed before there was a run may be anything that the environment gave them.
import type { Environment } from '../src/io/environment.ts'
import { listSecrets } from '../src/release/list-secrets.ts'
import { makeRedactor } from '../src/run/make-redactor.ts'
import { TargetError } from '../src/run/start-target.ts'
import { UnusableCodeError } from '../src/run/unusable-code.ts'
import type { Written } from './prepare-run.ts'

type Known = { readonly written: Written; readonly env: Environment['env'] }

/** An error that holds what others printed, without secrets; any other as it is. */
export function withoutSecrets(error: unknown, known: Known): unknown {
  if (error instanceof TargetError) return new TargetError(redact(error, known), { cause: error })
  if (error instanceof UnusableCodeError) return new UnusableCodeError(redact(error, known), { cause: error })
  return error
}

/** Files say where secrets stand, and the environment what they are. */
function redact({ message }: Error, { written: { target, tenants }, env }: Known): string {
  const values = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? '']))
  const secrets = listSecrets({ written: target, values, tenants }).map((text) =>
    text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  )
  const told = secrets.filter((secret) => secret !== '')
  return makeRedactor(told, target.redact.patterns)(message)
}
