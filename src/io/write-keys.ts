// A new pair of keys as two files. What is there already is never replaced: verdicts that were signed with it would
// be worth nothing any more.
import { generateKeyPairSync } from 'node:crypto'
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../release/problem.ts'
import { makeKeyId } from './signing-key.ts'

export type WrittenKeys = {
  readonly privateFile: string
  readonly publicFile: string
  readonly keyId: string
}

/** `airlock.key`, for its owner only, and `airlock.pub`. */
export function writeKeys(folder: string): WrittenKeys {
  const [privateFile, publicFile] = [join(folder, 'airlock.key'), join(folder, 'airlock.pub')]
  const [taken] = [privateFile, publicFile].filter(isTaken)
  if (taken !== undefined) throw refuse(taken)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  mkdirSync(folder, { recursive: true })
  // `wx` also refuses a file that has come since, and a link that leads elsewhere.
  writeFileSync(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  return { privateFile, publicFile, keyId: makeKeyId(publicKey) }
}

/** Also by a link that leads nowhere. */
function isTaken(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

function refuse(file: string): ConfigurationError {
  return new ConfigurationError([
    {
      file,
      path: '',
      expected: 'no file of that name',
      received: 'one',
      remedy: 'Name another folder with --out; a key that is in use is never replaced.',
    },
  ])
}
