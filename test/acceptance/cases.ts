// Every acceptance case by the name of its folder.
import type { AcceptanceCase } from './acceptance-case.ts'
import { contractCases } from './contract-cases.ts'
import { customCases } from './custom-cases.ts'
import { furtherCases } from './further-cases.ts'
import { historyCases } from './history-cases.ts'
import { noticeCases } from './notice-cases.ts'
import { outcomeCases } from './outcome-cases.ts'
import { planCases } from './plan-cases.ts'
import { promiseCases } from './promise-cases.ts'
import { quarantineCases } from './quarantine-cases.ts'
import { resultsCases } from './results-cases.ts'
import { rhythmCases } from './rhythm-cases.ts'
import { sealCases } from './seal-cases.ts'
import { waiverCases } from './waiver-cases.ts'
import { writtenCases } from './written-cases.ts'

export const cases: ReadonlyMap<string, AcceptanceCase> = new Map(
  [
    outcomeCases,
    sealCases,
    planCases,
    contractCases,
    customCases,
    resultsCases,
    writtenCases,
    furtherCases,
    historyCases,
    quarantineCases,
    waiverCases,
    promiseCases,
    noticeCases,
    rhythmCases,
  ].flatMap((group) => Object.entries(group)),
)
