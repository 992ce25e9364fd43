// Names of the signed files, and whether there can be any: known without the code that signs, since most gates have
// no key and all of them must start quickly.
import type { Verdict } from '../verdict.ts'
import { readSha256 } from './statement.ts'

export const attestationFiles = {
  /** The decision, in a DSSE envelope. */
  envelope: 'verdict.dsse.json',
  /** All statements, one envelope a line. */
  bundle: 'verdict.intoto.jsonl',
  /** The decision as a Sigstore bundle. */
  sigstore: 'verdict.sigstore.json',
} as const

/** Why a verdict cannot be signed; null if it can. */
export function findObstacle({ preview, subject }: Pick<Verdict, 'preview' | 'subject'>): string | null {
  if (preview) return 'it is a preview'
  if (readSha256(subject.digest) !== null) return null
  return 'nobody named the sha256 digest of the candidate; write it as candidate.digest in release.yaml, or let the target tell it (identity.digest)'
}
