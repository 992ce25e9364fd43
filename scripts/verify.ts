// `airlock verify`: what a deployment calls before it deploys. 0 only when every check holds.
import { resolve } from 'node:path'
import type { Verification } from '../src/gate/attestation/check.ts'
import { readSha256 } from '../src/gate/attestation/statement.ts'
import { verifyVerdict, type Demand, type DemandedPolicy } from '../src/gate/attestation/verify-verdict.ts'
import { digestFile } from '../src/io/digest-file.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { makeUnreadable, readNamedText } from '../src/io/read-text.ts'
import { readPublicKey } from '../src/io/signing-key.ts'
import { ConfigurationError, makeFlagProblem } from '../src/release/problem.ts'
import type { ReleaseKind } from '../src/release/release.ts'
import { renderVerification } from '../src/report/render-verification.ts'
import { observeTarget } from './observe-target.ts'
import { parseInstant } from './parse-instant.ts'

export type VerifyOptions = {
  /** verdict.dsse.json or verdict.sigstore.json */
  readonly verdict: string
  /** Public key in PEM. */
  readonly key: string
  /** A file, or `sha256:…`. */
  readonly artifact: string
  readonly kind: ReleaseKind
  readonly environment?: string
  /** A file, or `sha256:…`. */
  readonly policy?: string
  /** Target file of the environment; its candidate is asked what it is. */
  readonly target?: string
  readonly now?: string
  readonly json?: boolean
}

/** Prints a line for each check. */
export async function runVerify(options: VerifyOptions, environment: Environment): Promise<ExitCode> {
  const document = readDocument(options.verdict, environment)
  const verification = verifyVerdict(document, await makeDemand(options, environment))
  environment.stdout.write(render(verification, options))
  return verification.verified ? exitCodes.pass : exitCodes.block
}

function render(verification: Verification, { json = false }: VerifyOptions): string {
  return json ? `${JSON.stringify(verification)}\n` : renderVerification(verification)
}

async function makeDemand(options: VerifyOptions, environment: Environment): Promise<Demand> {
  const key = readPublicKey(options.key, environment)
  const artifact = await readDigest(options.artifact, environment)
  const policy = options.policy === undefined ? null : await readDemandedPolicy(options.policy, environment)
  const target = options.target === undefined ? null : await observeTarget(options.target, environment)
  const named = options.environment ?? target?.name ?? null
  if (target !== null && named !== target.name) throw anotherTarget(options, target.name)
  return {
    key,
    artifact,
    policy,
    kind: options.kind,
    environment: named,
    running: target?.running ?? null,
    now: options.now === undefined ? environment.now() : parseInstant('--now', options.now),
    preview: options.now !== undefined,
  }
}

function readDocument(file: string, { cwd }: Environment): unknown {
  const text = readNamedText(cwd, file)
  try {
    return JSON.parse(text)
  } catch (error) {
    const received = error instanceof Error ? error.message.slice(0, 160) : String(error)
    const remedy = 'Fetch it again: it may have been cut short.'
    throw new ConfigurationError([{ file, path: '', expected: 'JSON', received, remedy }], { cause: error })
  }
}

/** A digest says nothing of what lies beside the file. */
async function readDemandedPolicy(named: string, environment: Environment): Promise<DemandedPolicy> {
  const sha256 = await readDigest(named, environment)
  if (readSha256(named) !== null) return { sha256, files: null }
  // It knows every rule, which a verification without a policy need not wait for.
  const { readPolicyFiles } = await import('../src/io/read-policy-files.ts')
  return { sha256, files: readPolicyFiles(named, environment.cwd) }
}

/** `sha256:…` as it is; else the digest of the file of that name. */
async function readDigest(named: string, { cwd }: Environment): Promise<string> {
  const digest = readSha256(named)
  if (digest !== null) return digest
  if (named.startsWith('sha256:')) throw badDigest(named)
  try {
    return (await digestFile(resolve(cwd, named))).sha256
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(named, error)], { cause: error })
  }
}

function badDigest(received: string): ConfigurationError {
  const expected = 'sha256: and 64 hexadecimal digits, or a file'
  return new ConfigurationError([
    makeFlagProblem('', { expected, received, remedy: 'Give the whole digest.' }),
  ])
}

function anotherTarget({ environment = '', target = '' }: VerifyOptions, name: string): ConfigurationError {
  const remedy = 'Name the environment that the target file is of.'
  return new ConfigurationError([
    { file: target, path: 'name', expected: environment, received: name, remedy },
  ])
}
