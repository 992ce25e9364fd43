// All rules there are, in the order in which a reader should meet them: first whether the evidence can be trusted,
// then what it says. The list is explicit, so that a rule cannot be lost or slip in unseen.
import { approved } from './approved.ts'
import { cadenceKept } from './cadence-kept.ts'
import { candidateMatches } from './candidate-matches.ts'
import { changesCovered } from './changes-covered.ts'
import { contractKept } from './contract-kept.ts'
import { durationBudget } from './duration-budget.ts'
import { emergencyJustified } from './emergency-justified.ts'
import { flakeBudget } from './flake-budget.ts'
import { freezeRespected } from './freeze-respected.ts'
import { gateProven } from './gate-proven.ts'
import { impactDeclared } from './impact-declared.ts'
import { inventoryKept } from './inventory-kept.ts'
import { noFailures } from './no-failures.ts'
import { noNewFailures } from './no-new-failures.ts'
import { noUnexplainedSkips } from './no-unexplained-skips.ts'
import { notesPublished } from './notes-published.ts'
import { noticeGiven } from './notice-given.ts'
import { oneVersion } from './one-version.ts'
import { operationsCovered } from './operations-covered.ts'
import { planComplete } from './plan-complete.ts'
import { quarantineValid } from './quarantine-valid.ts'
import { regressionPaid } from './regression-paid.ts'
import { releaseDeclared } from './release-declared.ts'
import { resultsFresh } from './results-fresh.ts'
import { resultsPresent } from './results-present.ts'
import { resultsReadable } from './results-readable.ts'
import { resultsSealed } from './results-sealed.ts'
import { tenantsCovered } from './tenants-covered.ts'
import { windowFits } from './window-fits.ts'
import { windowQuiet } from './window-quiet.ts'
import { witnessesAgree } from './witnesses-agree.ts'

export const rules = [
  resultsPresent,
  resultsReadable,
  resultsSealed,
  resultsFresh,
  candidateMatches,
  planComplete,
  inventoryKept,
  witnessesAgree,
  noFailures,
  noUnexplainedSkips,
  flakeBudget,
  noNewFailures,
  quarantineValid,
  durationBudget,
  tenantsCovered,
  operationsCovered,
  changesCovered,
  contractKept,
  releaseDeclared,
  cadenceKept,
  impactDeclared,
  notesPublished,
  noticeGiven,
  windowQuiet,
  windowFits,
  freezeRespected,
  approved,
  emergencyJustified,
  regressionPaid,
  oneVersion,
  gateProven,
] as const

export type RuleId = (typeof rules)[number]['id']

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id)
