// What would make a rule pass, in one sentence: a verdict that only says no sends people to the logs. The sentence
// depends on what was found, so each rule has a function here; a rule without one does not compile.
import type { Facts, Judgement } from './rule.ts'
import type { RuleId } from './rules/rules.ts'

type Remedy = (actual: Facts) => string

/** The remedy of a judgement; empty when there is nothing to mend. */
export function makeRemedy(rule: RuleId, { outcome, actual }: Judgement): string {
  if (outcome === 'pass') return ''
  if (typeof actual['error'] === 'string')
    return 'This rule failed by itself: report it with the verdict file.'
  return remedies[rule](actual)
}

const runAgain = 'Run the suite again and judge that run.'

const remedies = {
  'results-present': ({ absentFolders }) =>
    isSome(absentFolders)
      ? 'Give the folder the tests write to; if they wrote none, find out why the runner ended before its first test.'
      : 'Let at least the required number of tests run to their end.',
  'results-readable': ({ results, unreadable, malformed, missingAttachments }) => {
    if (isSome(unreadable) || isSome(malformed))
      return 'Find out why files were cut short or damaged, and run again.'
    if (isSome(missingAttachments)) return 'Copy the results folder as a whole, attachments too.'
    if (!isSome(results)) return runAgain
    return 'Give each test a name, test case id or parameters of its own, and clear the results folder before a run.'
  },
  'results-sealed': mendSeal,
  'results-fresh': ({ outside, withoutStart }) => {
    if (isSome(withoutStart))
      return 'Let the adapter write the start of each result, or run with one that does.'
    return isSome(outside)
      ? 'Clear the results folder before a run and mend the clocks of the machines.'
      : runAgain
  },
  'candidate-matches': ({ observations, silent, other }) => {
    if (!isSome(observations)) return 'Judge a run that asked the target which build it is.'
    if (isSome(silent)) return 'Make every endpoint tell its build, and run again.'
    return isSome(other)
      ? 'Deploy the candidate everywhere on the target, or declare the one that is there, and run again.'
      : 'Ask every endpoint for every tenant, at the start and at the end of the run.'
  },
  'plan-complete': ({ planReadable, narrowed, duplicates, missing }) => {
    if (planReadable === false) return 'Judge a run that was planned by `airlock plan`.'
    if (isSome(narrowed)) return 'Run the whole suite: a run narrowed by hand is for quick feedback only.'
    if (isSome(duplicates)) return 'Give each scenario of a feature a name of its own, and run again.'
    return isSome(missing) ? 'Run the missing cases: run the whole suite again.' : runAgain
  },
  'witnesses-agree': ({ hasWitness, disagreeing, missing, surplus, unreadable }) => {
    if (hasWitness === false) return 'Judge a run that kept its Cucumber messages.'
    return [disagreeing, missing, surplus, unreadable].some(isSome)
      ? 'Do not trust this run: find out why results and messages differ, and run again.'
      : runAgain
  },
  'no-failures': ({ failed, broken, unknown, fixtures, globalErrors, lost }) => {
    if (isSome(failed) || isSome(broken) || isSome(unknown))
      return 'Mend the failing cases in product or test, and run again.'
    if (isSome(fixtures) || isSome(globalErrors))
      return 'Mend the set-up or tear-down that failed, and run again.'
    return isSome(lost) ? 'Find out why workers were lost, and run again.' : runAgain
  },
  'no-unexplained-skips': ({ unexplained, unusedAllowances }) => {
    if (isSome(unexplained))
      return 'Let the skipped cases run, or name them with a reason under `allow` in the policy.'
    return isSome(unusedAllowances) ? 'Take the allowances that nothing needs out of the policy.' : runAgain
  },
  'flake-budget': ({ flaky }) => (isSome(flaky) ? 'Mend the flaky cases, the most severe first.' : runAgain),
  'tenants-covered': ({ tenants }) =>
    isSome(tenants)
      ? 'Run the suite for every tenant and every service it uses.'
      : 'Judge a run that has a plan with tenants.',
  'operations-covered': ({ operations, lacking, unusedExclusions }) => {
    if (!isSome(operations)) return 'Name the contract in the target file (`openapi`), and run again.'
    if (isSome(lacking))
      return 'Write a scenario for each, or exclude it in the policy with a reason; `coverage.json` shows what was used.'
    return isSome(unusedExclusions) ? 'Take the exclusions that nothing needs out of the policy.' : runAgain
  },
  'changes-covered': ({ declared, services, unknownServices, untested }) => {
    if (declared === false) return 'Declare the release: `--release releases/<id>`.'
    if (isSome(unknownServices)) return 'Correct the services in the release file.'
    if (isSome(untested)) return 'Run the suite for every tenant that has the service.'
    return isSome(services) ? runAgain : 'Name the services that the release touches in its file.'
  },
  'contract-kept': ({ hasContract, violations, undeclaredChanges, baseline, unreadable }) => {
    if (hasContract === false) return 'Name the contract in the target file (`openapi`), and run again.'
    if (isSome(violations)) return 'Mend the answers, or the contract, of these operations.'
    if (isSome(undeclaredChanges))
      return 'Keep what clients rely on, or declare the change in the release file under `contractChanges`.'
    if (isSome(unreadable)) return 'Find out why scenarios report coverage that cannot be read.'
    return baseline === null ? 'Judge it beside the run of the last release that passed.' : runAgain
  },
} satisfies Record<RuleId, Remedy>

function mendSeal(actual: Facts): string {
  const has = (...facts: string[]): boolean => facts.some((fact) => isSome(actual[fact]))
  if (actual['isRun'] === false) return 'Judge a run of Airlock: it closes with a seal.'
  if (actual['sealed'] === false && !has('damagedSeal'))
    return `The run never ended, so it was never sealed. ${runAgain}`
  if (actual['interrupted'] === true) return `The run was interrupted. ${runAgain}`
  if (has('damagedSeal', 'changed', 'missing', 'added', 'foreign'))
    return `The run's files are not as it left them. ${runAgain}`
  if (has('missingShards', 'overlaps'))
    return 'Run each shard of the same plan exactly once, and join them into one run.'
  return has('unexplainedExits') ? 'Find out why a worker ended between two cases, and run again.' : runAgain
}

function isSome(fact: Facts[string] | undefined): boolean {
  if (typeof fact === 'number') return fact > 0
  return Array.isArray(fact) && fact.length > 0
}
