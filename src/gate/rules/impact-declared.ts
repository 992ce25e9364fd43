// The release declares every service that it touches. Who is told, what is tested and who approves follow from that
// declaration, so other sources are held against it: the change files, the contract, the parts it is built of.
import { z } from 'zod'
import { makeImpact, type Impact, type ImpactInput } from '../../notice/impact.ts'
import { defineRule, type Facts, type Judgement, type RuleInput } from '../rule.ts'

export const impactDeclared = defineRule({
  id: 'impact-declared',
  settings: z.strictObject({}),
  evaluate(input) {
    const asked = readAsked(input)
    const impact = asked && makeImpact(asked)
    return {
      outcome: asked && impact ? judge(asked, impact) : 'inconclusive',
      expected: { services: input.release?.services ?? [] },
      actual: { declared: input.release !== null, ...(impact ? describe(impact) : {}) },
      cases: [],
      tenants: [],
    }
  },
})

function readAsked({ release, promised, evidence }: RuleInput): ImpactInput | null {
  return release && promised && { release, promised, evidence }
}

function describe({ touches, undeclared, services, tenants, isUnknown }: Impact): Facts {
  return {
    sources: touches.length,
    touched: services,
    tenants,
    everybody: isUnknown,
    undeclared: undeclared.map(({ source, service }) => `${service} by ${source}`),
    unmapped: touches.filter((touch) => touch.services === null).map(({ source }) => source),
  }
}

/** What may touch any service is declared where all of them are. */
function judge({ release, promised }: ImpactInput, impact: Impact): Judgement['outcome'] {
  if (impact.undeclared.length > 0) return 'fail'
  const known = promised.tenants.flatMap(({ services }) => services)
  const isAll = known.length > 0 && known.every((service) => release.services.includes(service))
  const isOpen = impact.touches.some(({ services }) => services === null) && !isAll
  return release.services.length > 0 && !isOpen ? 'pass' : 'inconclusive'
}
