// Which release is judged: the one that is named, else the newest of the project. Kind, removals and approvals stand in
// it, so whoever can write into the folder of a run must not choose it by that. Only an example lies with its run.
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Input } from '../src/evidence/evidence.ts'
import type { Environment } from '../src/io/environment.ts'
import { hasExample } from '../src/io/find-example.ts'
import { findNewestRelease } from '../src/io/find-release.ts'
import { readProvider } from '../src/io/read-provider.ts'
import { describeText, readNamedText, requireValue } from '../src/io/read-text.ts'
import { parseRelease } from '../src/release/parse-release.ts'
import { ConfigurationError } from '../src/release/problem.ts'
import type { Release } from '../src/release/release.ts'

export const defaultPolicy = 'policy/policy.yaml'

type Asked = {
  readonly release?: string | undefined
  readonly policy?: string | undefined
  readonly run?: string | undefined
}
export type ReadRelease = { readonly value: Release; readonly input: Input; readonly folder: string }

/** Null where there is none; its times are meant in the zone of the policy. */
export function readRelease(asked: Asked, environment: Environment): ReadRelease | null {
  const { cwd } = environment
  const path = findRelease(asked, environment)
  if (path === null) return null
  const file = /\.ya?ml$/.test(path) ? path : join(path, 'release.yaml')
  const text = readNamedText(cwd, file)
  const { value: provider, problems } = readProvider({ cwd, policy: asked.policy ?? defaultPolicy })
  if (!provider) throw new ConfigurationError(problems)
  const value = requireValue(parseRelease({ file, text }, provider.zone))
  return { value, input: describeText(nameOf(file, cwd), text), folder: nameOf(dirname(file), cwd) }
}

function findRelease(
  { release, run, policy = defaultPolicy }: Asked,
  { cwd, stderr }: Environment,
): string | null {
  const written = release ?? findNewestRelease(cwd)
  const own = run === undefined ? null : join(run, 'release')
  const file = own === null ? null : join(own, 'release.yaml')
  if (release !== undefined || run === undefined || file === null || !existsSync(resolve(cwd, file)))
    return written
  if (written === null && hasExample(resolve(cwd, run), { cwd, policy })) return own
  stderr.write(`${nameOf(file, cwd)} is not judged: if it is meant, name it by --release\n`)
  return written
}

/** Relative to the project, so that the same files give the same documents on every machine. */
export function nameOf(path: string, cwd: string): string {
  return relative(cwd, resolve(cwd, path)).replaceAll('\\', '/') || '.'
}
