// The signed files beside a verdict. Without a key there are none, and that is no mistake; but those of an earlier
// verdict never stay beside a newer one.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence } from '../src/evidence/evidence.ts'
import type { Signer } from '../src/gate/attestation/envelope.ts'
import { findObstacle, attestationFiles } from '../src/gate/attestation/attestation-files.ts'
import type { Verdict } from '../src/gate/verdict.ts'
import type { Environment } from '../src/io/environment.ts'
import { writeChunks } from '../src/io/write-chunks.ts'

type Judged = {
  readonly folder: string
  readonly verdict: Verdict
  readonly evidence: Evidence
  readonly signer: Signer | null
}

/** Names of the signed files that lie in a folder. */
export function listSigned(folder: string): string[] {
  return Object.values(attestationFiles).filter((name) => existsSync(join(folder, name)))
}

/** Before another verdict is written there: whatever happens then, what is signed is not older than what is not. */
export async function removeSigned(folder: string): Promise<void> {
  for (const name of Object.values(attestationFiles)) await rm(join(folder, name), { force: true })
}

/** Signs the verdict, or says in one line why not. */
export async function signVerdict(
  { folder, verdict, evidence, signer }: Judged,
  { stderr }: Pick<Environment, 'stderr'>,
): Promise<void> {
  const obstacle = signer ? findObstacle(verdict) : 'there is no key (--key, AIRLOCK_SIGNING_KEY)'
  if (signer === null || obstacle !== null) {
    // Nobody expects proof of a preview, unless they came with a key for it.
    if (signer !== null || !verdict.preview) stderr.write(`the verdict is not signed: ${obstacle}\n`)
    return
  }
  const { makeAttestations } = await import('../src/gate/attestation/make-attestations.ts')
  for (const [name, text] of makeAttestations({ verdict, evidence }, signer))
    await writeChunks(join(folder, name), [text])
}
