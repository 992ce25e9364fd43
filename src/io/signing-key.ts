// Keys as PEM: the private one that the gate signs with, the public one that a deployment trusts. What is in a key
// file is never shown, whatever is wrong with it.
import { createPrivateKey, createPublicKey, hash, sign, type KeyObject } from 'node:crypto'
import type { Signer } from '../gate/attestation/envelope.ts'
import { ConfigurationError, makeFlagProblem } from '../release/problem.ts'
import type { Environment } from './environment.ts'
import { readNamedText } from './read-text.ts'

/**
 * Variables that hold a secret of the gate: nothing that loads code of tests may inherit them. The address of a history
 * has its password in it.
 */
const secretVariables = ['AIRLOCK_SIGNING_KEY', 'AIRLOCK_SIGNING_KEY_FILE', 'AIRLOCK_HISTORY']

/** An environment for processes that run other people's code. */
export function withoutGateSecrets(env: Environment['env']): Environment['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secretVariables.includes(name)))
}

/** Who signs; null where no key was given. `file` is that of --key and goes before the environment. */
export function openSigner(file: string | undefined, environment: Environment): Signer | null {
  const source = findSource(file, environment)
  if (source === null) return null
  const key = requireP256(source, () => createPrivateKey(source.text))
  return {
    keyId: makeKeyId(createPublicKey(key)),
    sign: (bytes) => sign('sha256', bytes, key),
  }
}

/** The public key in a file. A private one is refused: it has no business where verdicts are verified. */
export function readPublicKey(file: string, { cwd }: Environment): KeyObject {
  const text = readNamedText(cwd, file)
  const source = { name: file, text, what: 'public' }
  if (text.includes('PRIVATE KEY')) throw refuse(source, 'a private key')
  return requireP256(source, () => createPublicKey(text))
}

/** SHA-256 of the public key's SPKI, hex. */
export function makeKeyId(key: KeyObject): string {
  return hash('sha256', key.export({ type: 'spki', format: 'der' }))
}

type Source = { readonly name: string; readonly text: string; readonly what: string }

/** A variable without a value is none: that is how CI hands over secrets it keeps back. */
function findSource(file: string | undefined, { cwd, env }: Environment): Source | null {
  const what = 'private'
  const text = env['AIRLOCK_SIGNING_KEY'] ?? ''
  if (file === undefined && text !== '') return { name: 'AIRLOCK_SIGNING_KEY', text, what }
  // A flag without a value is a slip, and must not leave a verdict unsigned.
  if (file === '') throw noKeyFile()
  const name = file ?? env['AIRLOCK_SIGNING_KEY_FILE'] ?? ''
  return name === '' ? null : { name, text: readNamedText(cwd, name), what }
}

function noKeyFile(): ConfigurationError {
  const remedy = 'Name the file of the private key, or leave the flag out.'
  return new ConfigurationError([
    makeFlagProblem('--key', { expected: 'a file', received: 'nothing', remedy }),
  ])
}

function requireP256(source: Source, read: () => KeyObject): KeyObject {
  const key = readKey(source, read)
  const curve = key.asymmetricKeyDetails?.namedCurve
  if (key.asymmetricKeyType === 'ec' && curve === 'prime256v1') return key
  throw refuse(source, [key.asymmetricKeyType, curve].filter(Boolean).join(' '))
}

function readKey(source: Source, read: () => KeyObject): KeyObject {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    // No cause: messages of the parser may quote what they read.
    throw refuse(source, `no key that can be read${code}`)
  }
}

function refuse({ name, what }: Source, received: string): ConfigurationError {
  return new ConfigurationError([
    {
      file: name,
      path: '',
      expected: `an ECDSA P-256 ${what} key in PEM`,
      received,
      remedy: '`airlock keys create` makes a pair.',
    },
  ])
}
