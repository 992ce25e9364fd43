// A gate that lets everything through looks like a gate on which nothing is wrong. So before it judges, each enabled
// rule is shown a fault it must stop and a sound run it must not; this rule tells which of them did not.
import { z } from 'zod'
import { defineRule } from '../rule.ts'

export const gateProven = defineRule({
  id: 'gate-proven',
  settings: z.strictObject({}),
  evaluate({ proofs }) {
    const unproven = proofs.filter(({ flaw }) => flaw !== null)
    return {
      // No proof at all is no proof.
      outcome: unproven.length > 0 ? 'fail' : proofs.length === 0 ? 'inconclusive' : 'pass',
      expected: { unproven: 0 },
      actual: {
        rules: proofs.length,
        proven: proofs.length - unproven.length,
        unproven: unproven.map(({ rule, flaw }) => `${rule} ${flaw}`),
      },
      cases: [],
      tenants: [],
    }
  },
})
