// Shows each rule a sound run, which it must let pass, and the same run with a fault planted in it, which it must stop.
// With the settings a rule has by itself: how wise those of a policy are is for the policy to say.
import { decideWord } from '../decide-word.ts'
import type { RuleInput } from '../rule.ts'
import type { Outcome } from '../verdict.ts'
import type { Proof } from './proof.ts'
import { soundInput } from './sound-input.ts'

/** Makes of a sound run one that the rule must stop. The sound one is frozen: it returns another. */
export type Plant = (sound: RuleInput) => RuleInput

/** Any rule with its fault, a team's own too: it needs no more than to be asked. */
export type Provable = {
  readonly rule: {
    readonly id: string
    readonly worst?: 'fail' | 'warn'
    readonly evaluate: (input: RuleInput) => { readonly outcome: Outcome }
  }
  readonly plant: Plant
}

/** One proof for each rule, in their order. */
export function proveRules(provables: readonly Provable[]): Proof[] {
  return provables.map((provable) => ({ rule: provable.rule.id, flaw: findFlaw(provable) }))
}

function findFlaw({ rule, plant }: Provable): string | null {
  try {
    const sound = rule.evaluate(soundInput).outcome
    if (sound !== 'pass') return `stops a sound run (${sound})`
    const planted = rule.evaluate(plant(soundInput)).outcome
    return isStopped(planted) || (rule.worst === 'warn' && planted === 'warn')
      ? null
      : `lets its fault pass (${planted})`
  } catch (error) {
    return `throws: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** By the same words that decide the verdict. */
function isStopped(outcome: Outcome): boolean {
  return decideWord([{ level: 'block', outcome }]) === 'block'
}
