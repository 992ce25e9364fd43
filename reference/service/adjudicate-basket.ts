// The arithmetic of offers as this platform does it: by the rules, or as a fault has it.
import { adjudicate, type Adjudication, type AdjudicationRequest } from '../model/adjudication.ts'
import type { Faults } from '../faults/faults.ts'
import type { Rounding } from '../model/scheme.ts'
import type { Scope } from './scope.ts'

export type BasketOffers = Pick<AdjudicationRequest, 'basket' | 'candidates' | 'holders'>

export function adjudicateBasket({ faults }: Scope, offers: BasketOffers): Adjudication {
  return adjudicate({
    ...offers,
    earnsOn: faults.has('points-undiscounted') ? 'price' : 'paid',
    rounding: chooseRounding(faults),
    ignoresStacking: faults.has('stacking-ignored'),
  })
}

export function chooseRounding(faults: Faults): Rounding {
  return faults.has('earn-rounded') ? 'nearest' : 'down'
}
