// `airlock keys create`: the pair of keys that verdicts are signed and verified with.
import { relative, resolve } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { requirePlace } from '../src/io/require-place.ts'
import { writeKeys } from '../src/io/write-keys.ts'

/** Writes both, and says which is whose. */
export function runKeysCreate({ out }: { readonly out: string }, environment: Environment): ExitCode {
  const { cwd, stdout } = environment
  requirePlace(cwd, resolve(cwd, out))
  const { privateFile, publicFile, keyId } = writeKeys(resolve(cwd, out))
  stdout.write(
    [
      `${relative(cwd, privateFile)}  the private key: a secret of the job that judges, and of nobody else`,
      `${relative(cwd, publicFile)}  the public key: for everybody who deploys`,
      `key id ${keyId}`,
      '',
    ].join('\n'),
  )
  return exitCodes.pass
}
