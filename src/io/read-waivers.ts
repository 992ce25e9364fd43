// The waivers lie beside the policy. One that is not written right is a usage error, as a policy is: nobody should learn
// only from a blocked release that a waiver was misspelt.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input } from '../evidence/evidence.ts'
import { placeBeside } from '../release/place-beside.ts'
import { parseWaivers, type Waiver } from '../release/waivers.ts'
import { describeText, readNamedText, requireValue } from './read-text.ts'

type Found = { readonly waivers: readonly Waiver[]; readonly inputs: readonly Input[] }
type Place = { readonly policy: string; readonly cwd: string }

/** What is written beside the policy file, and the file as an input of the verdict. */
export function readWaivers({ policy, cwd }: Place, rules: readonly string[]): Found {
  const file = placeBeside(policy, 'waivers.yaml')
  if (!existsSync(resolve(cwd, file))) return { waivers: [], inputs: [] }
  const text = readNamedText(cwd, file)
  const waivers = requireValue(parseWaivers({ file, text }, rules))
  return { waivers, inputs: [describeText(file, text)] }
}
