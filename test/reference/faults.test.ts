// Every named fault breaks what it says it breaks, and only that.
import { describe, expect, it } from 'vitest'
import { faultTable, type FaultName } from '../../reference/faults/faults.ts'
import { accessProbes } from './probes/access-probes.ts'
import { customerProbes } from './probes/customer-probes.ts'
import { tillProbes } from './probes/till-probes.ts'
import { listSymptoms, withSuspect } from './suspect.ts'

const probes = { ...accessProbes, ...customerProbes, ...tillProbes }

/** What only a page shows is looked for with the dashboard's other tests. */
const apiFaults = faultTable.filter(({ capability }) => capability !== 'dashboard').map(({ name }) => name)

describe('a platform', () => {
  it('shows no fault while it is sound', async () => {
    expect(await withSuspect([], (suspect) => listSymptoms(suspect, probes))).toEqual([])
  })

  it.each(apiFaults)('with the fault %s shows that one and no other', async (fault: FaultName) => {
    expect(await withSuspect([fault], (suspect) => listSymptoms(suspect, probes))).toEqual([fault])
  })
})
