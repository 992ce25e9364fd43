// policy.yaml → the policy for one kind of release: preset, then the file, then what it says of that kind. Nothing
// else has a say: no flag of a command reaches here.
import { hash } from 'node:crypto'
import { parseYaml } from '../release/parse-document.ts'
import { makePolicySchema, writtenLevels, type WrittenPolicy, type WrittenRules } from '../release/policy.ts'
import type { Parsed, Problem } from '../release/problem.ts'
import type { ReleaseKind } from '../release/release.ts'
import type { Policy, RulePolicy } from './policy.ts'
import { presets } from './presets.ts'
import { ruleIds, rules, type RuleId } from './rules/rules.ts'

export type PolicySource = { readonly file: string; readonly text: string }

const schema = makePolicySchema(Object.fromEntries(rules.map(({ id, settings }) => [id, settings])))

/** A checked policy, or everything that is wrong with the file. */
export function parsePolicy(source: PolicySource, kind: ReleaseKind): Parsed<Policy> {
  const read = parseYaml(source.text.trim() === '' ? { ...source, text: '{}' } : source, schema)
  if (!read.ok) return read
  const policy = makePolicy(source, { written: read.value, kind })
  const blocking = Object.values(policy.rules).some(({ level }) => level === 'block')
  return blocking ? { ok: true, value: policy } : { ok: false, problems: [toothless(source.file)] }
}

/** The policy that holds where nobody wrote one: every rule blocks. */
export function makeDefaultPolicy(kind: ReleaseKind): Policy {
  return makePolicy({ file: 'built in', text: '' }, { written: schema.parse({}), kind })
}

function makePolicy(
  source: PolicySource,
  { written, kind }: { written: WrittenPolicy; kind: ReleaseKind },
): Policy {
  const preset: WrittenRules = presets[written.extends]
  const own = written.kinds[kind]
  const layers = [preset, written.rules, own?.rules ?? {}]
  const merged = Object.fromEntries(ruleIds.map((id) => [id, mergeRule(id, layers)])) as Record<
    RuleId,
    RulePolicy
  >
  return {
    path: source.file,
    sha256: hash('sha256', source.text),
    preset: written.extends,
    kind,
    suite: own?.suite ?? null,
    rules: merged,
    loosened: ruleIds.filter((id) => strengthOf(merged[id].level) > strengthOf(preset[id]?.level ?? 'block')),
  }
}

/** Later layers replace single settings of earlier ones. */
function mergeRule(id: RuleId, layers: readonly WrittenRules[]): RulePolicy {
  const { level = 'block', ...settings } = Object.assign(
    {},
    ...layers.map((layer) => layer[id] ?? {}),
  ) as WrittenRules[string]
  return { level, settings }
}

/** Counts from the strictest. */
function strengthOf(level: RulePolicy['level']): number {
  return writtenLevels.indexOf(level)
}

function toothless(file: string): Problem {
  return {
    file,
    path: 'rules',
    expected: 'at least one rule that blocks',
    received: 'none',
    remedy: 'Give at least one rule the level block: a gate that cannot block is no gate.',
  }
}
