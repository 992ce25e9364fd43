// What a scheme allows to be spent at once, whoever spends it.
import type { Scheme } from '../model/scheme.ts'
import { Refusal } from './refusal.ts'
import type { Scope } from './scope.ts'

export function requireSpendRule({ faults }: Scope, scheme: Scheme, points: number): void {
  const { minimum, maximum, step } = scheme.services.spend
  const isWithin = points <= maximum || faults.has('spend-unlimited')
  if (points >= minimum && isWithin && points % step === 0) return
  throw new Refusal('SPEND_RULE', [`from ${minimum} to ${maximum} in steps of ${step}`])
}
