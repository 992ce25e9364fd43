// What a gate would read beside a policy here and now, by digests: a deployment holds a verdict against it.
import { existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import type { PolicyFile } from '../gate/attestation/check-policy.ts'
import { readPolicy } from '../gate/policy/parse-policy.ts'
import { byText } from '../release/by-text.ts'
import { placeBeside } from '../release/place-beside.ts'
import { nameCustomRule } from '../release/policy.ts'
import { readPromised } from './read-promised.ts'
import { describeText, readNamedText } from './read-text.ts'

/** Every one that is there, by its path from the policy's folder. */
export function readPolicyFiles(policy: string, cwd: string): PolicyFile[] {
  const folder = placeBeside(policy, '.')
  const exceptions = ['quarantine.yaml', 'waivers.yaml'].filter((name) =>
    existsSync(resolve(cwd, placeBeside(policy, name))),
  )
  // Which calendars count is for whoever reads the tenants to say.
  const promised = readPromised({ cwd, policy, release: null }).inputs
  const names = [...exceptions, ...promised.map(({ path }) => posix.relative(folder, path))]
  const files = names.map((name) => ({ name, rule: null }))
  return [...files, ...listModules(policy, cwd)]
    .map(({ name, rule }) => ({ path: name, rule, sha256: digest(placeBeside(policy, name), cwd) }))
    .toSorted(byText(({ path }) => path))
}

/** None of a policy that does not read: no verdict is by it. */
function listModules(policy: string, cwd: string) {
  const read = readPolicy({ file: policy, text: readNamedText(cwd, policy) })
  const custom = read.ok ? read.value.customRules : []
  return custom.map((rule) => ({ name: posix.normalize(rule.module), rule: nameCustomRule(rule) }))
}

function digest(file: string, cwd: string): string {
  return describeText(file, readNamedText(cwd, file)).sha256
}
