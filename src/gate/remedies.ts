// What would make a rule pass, in one sentence: a verdict that only says no sends people to the logs. The sentence
// depends on what was found, so each rule has a function here; a rule without one does not compile.
import { promiseRemedies } from './promise-remedies.ts'
import { declareRelease, isSome, mendHistory, type Remedy } from './remedy.ts'
import type { Facts, Judgement } from './rule.ts'
import type { RuleId } from './rules/rules.ts'

/** The remedy of a judgement; empty when there is nothing to mend. */
export function makeRemedy(rule: RuleId, { outcome, actual }: Judgement): string {
  if (outcome === 'pass') return ''
  if (typeof actual['error'] === 'string')
    return 'This rule failed by itself: report it with the verdict file.'
  return remedies[rule](actual)
}

const needBaseline = 'Judge it with the history of the last release that passed.'
const mendLedger =
  'Bring `notices.jsonl` back as Airlock wrote it, and find out who changed it; nothing in it counts until then.'
const giveContacts = 'Give each tenant a contact in the tenants file, and send it again.'
const mendDocument = 'Mend these operations in the contract that the candidate serves, and run again.'
const runAgain = 'Run the suite again and judge that run.'

const remedies = {
  'results-present': ({ absentFolders, absentReports }) => {
    if (isSome(absentFolders))
      return 'Give the folder the tests write to; if they wrote none, find out why the runner ended before its first test.'
    return isSome(absentReports)
      ? 'Hand in every report of the other suites, each part of each; correct the pattern where it finds nothing.'
      : 'Let at least the required number of tests run to their end.'
  },
  'results-readable': ({ results, unreadable, malformed, wrongCounts, missingAttachments }) => {
    if (isSome(unreadable) || isSome(malformed))
      return 'Find out why files were cut short or damaged, and run again.'
    if (isSome(wrongCounts))
      return 'Find out what became of the tests that the report counts and does not show, and run that suite again.'
    if (isSome(missingAttachments)) return 'Copy the results folder as a whole, attachments too.'
    if (!isSome(results)) return runAgain
    return 'Give each test a name, test case id or parameters of its own, and clear the results folder before a run.'
  },
  'results-sealed': mendSeal,
  'results-fresh': ({ outside, withoutStart, undated, tookMinutes }) => {
    if (tookMinutes !== undefined) return 'Mend the clock of the machine that runs the tests, and run again.'
    if (isSome(undated) && !isSome(outside))
      return 'Let the reporter write a timestamp for each suite, or let `undatedReports` in the policy only warn.'
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
  'plan-complete': ({ planReadable, narrowed, forNobody, duplicates, missing }) => {
    if (planReadable === false) return 'Judge a run that was planned by `airlock plan`.'
    if (isSome(narrowed)) return 'Run the whole suite: a run narrowed by hand is for quick feedback only.'
    if (isSome(forNobody))
      return 'Correct the tags of these scenarios (`airlock lint` tells them), or say by `@needs:` that only some targets can try them.'
    if (isSome(duplicates)) return 'Give each scenario of a feature a name of its own, and run again.'
    return isSome(missing) ? 'Run the missing cases: run the whole suite again.' : runAgain
  },
  'inventory-kept': ({ hasPlan, problem, gone, notApproved, vagueRemovals, unusedRemovals, tenantsLeft }) => {
    if (hasPlan === false) return 'Judge a run that was planned by `airlock plan`.'
    if (problem !== null) return mendHistory
    if (isSome(notApproved))
      return 'Let somebody else than the author of the release approve the removal; the release file names both.'
    if (isSome(vagueRemovals))
      return 'Say by `feature` of which file the scenario is that each removal is for: several have lost one of that name.'
    if (isSome(gone))
      return 'Bring the scenarios back, or name each under `removals` in the release file with a reason and who approved it.'
    if (isSome(unusedRemovals)) return 'Take the removals that nothing needs out of the release file.'
    return isSome(tenantsLeft)
      ? 'Make sure that these tenants are clients no more: nothing was tried for them.'
      : needBaseline
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
  'no-new-failures': ({ problem, newFailures, outside, failing, lost }) => {
    if (isSome(newFailures) || isSome(outside))
      return 'Mend what fails since the last release, and run again.'
    if (problem !== null) return mendHistory
    if (isSome(failing)) return `Mend the failing cases, or ${needBaseline.replace('Judge', 'judge')}`
    return isSome(lost) ? 'Find out why workers were lost, and run again.' : needBaseline
  },
  'quarantine-valid': ({ problems, over, expired, tooLong, notYet, unmatched, notRun }) => {
    if (isSome(problems)) return 'Mend `quarantine.yaml` at the places that are named.'
    if (isSome(expired)) return 'Mend the case and take its entry out: its time is over.'
    if (isSome(over)) return 'Mend some of the quarantined cases, and take their entries out.'
    if (isSome(tooLong) || isSome(notYet)) return 'Correct the dates of these entries.'
    if (isSome(unmatched)) return 'Take entries out that name nothing, or correct what they name.'
    return isSome(notRun)
      ? 'Let the quarantined cases run: they may fail, and must not be left out.'
      : runAgain
  },
  'duration-budget': ({ problem, slow, measured }) => {
    if (isSome(slow))
      return 'Find out what has become slow; if the machine has, run again on one like before.'
    if (problem !== null) return mendHistory
    return isSome(measured) ? needBaseline : runAgain
  },
  'tenants-covered': ({ tenants }) =>
    isSome(tenants)
      ? 'Run the suite for every tenant and every service it uses.'
      : 'Judge a run that has a plan with tenants.',
  'operations-covered': ({ operations, lacking, unread, unusedExclusions }) => {
    if (!isSome(operations) && !isSome(unread))
      return 'Name the contract in the target file (`openapi`), and run again.'
    if (isSome(lacking))
      return 'Write a scenario for each, or exclude it in the policy with a reason; `coverage.json` shows what was used.'
    if (isSome(unread)) return mendDocument
    return isSome(unusedExclusions) ? 'Take the exclusions that nothing needs out of the policy.' : runAgain
  },
  'changes-covered': ({ declared, services, unknownServices, untested }) => {
    if (declared === false) return declareRelease
    if (isSome(unknownServices)) return 'Correct the services in the release file.'
    if (isSome(untested)) return 'Run the suite for every tenant that has the service.'
    return isSome(services) ? runAgain : 'Name the services that the release touches in its file.'
  },
  'contract-kept': (found) => {
    const { hasContract, violations, undeclaredChanges, baseline, unreadable, unread, problem = null } = found
    if (hasContract === false) return 'Name the contract in the target file (`openapi`), and run again.'
    if (isSome(violations)) return 'Mend the answers, or the contract, of these operations.'
    if (isSome(undeclaredChanges))
      return 'Keep what clients rely on, or declare the change in the release file under `contractChanges`.'
    if (isSome(unreadable)) return 'Find out why scenarios report coverage that cannot be read.'
    if (isSome(unread)) return `${mendDocument} What only the earlier one cannot tell, declare as a change.`
    if (problem !== null) return mendHistory
    return baseline === null ? 'Judge it beside the run of the last release that passed.' : runAgain
  },
  'impact-declared': ({ declared, undeclared, unmapped }) => {
    if (declared === false) return declareRelease
    if (isSome(undeclared))
      return 'Declare these services in the release file; if one is not touched, correct what says so.'
    return isSome(unmapped)
      ? 'Find out which services depend on this and declare them, or declare every service.'
      : 'Name the services that the release touches in its file.'
  },
  'notes-published': ({ declared, flaw, withoutContact, missing, outdated }) => {
    if (declared === false) return declareRelease
    if (flaw !== null) return mendLedger
    if (isSome(withoutContact)) return giveContacts
    if (isSome(missing))
      return 'Send the release notes: `airlock notice send`; `airlock notice status` shows who refused them.'
    return isSome(outdated)
      ? 'The changes are not those that were told any more: send the release notes again, `airlock notice send`.'
      : 'Judge it beside a tenants file.'
  },
  'notice-given': ({ declared, window, flaw, withoutContact, missing, late, unknown }) => {
    if (declared === false) return declareRelease
    if (flaw !== null) return mendLedger
    if (isSome(withoutContact)) return giveContacts
    if (isSome(late)) return 'Move the window so far that the notice has its time, and send it again.'
    if (isSome(missing))
      return 'Send the notice: `airlock notice send`; move the window where the deadline is over.'
    if (isSome(unknown)) return 'Add the calendar, or its year, below policy/calendars.'
    return window === null ? 'Give the release a window in its file.' : 'Judge it beside a tenants file.'
  },
  ...promiseRemedies,
  'gate-proven': ({ unproven }) =>
    isSome(unproven)
      ? 'Trust no verdict of this build of the gate: go back to the last one that is proven, and mend these rules.'
      : 'Leave at least one rule on.',
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
    return 'Run each shard of the same plan exactly once, and judge all of them: `airlock gate --run A B`.'
  return has('unexplainedExits')
    ? 'Find out why a worker ended outside of its cases, and run again.'
    : runAgain
}
