// What each rule is called in front of people who do not know its id, and what it means when it does not hold.
import type { RuleId } from '../gate/rules/rules.ts'

export const ruleGroups = [
  'The evidence is whole',
  'The tests passed',
  'The tests covered it',
  'The release keeps its promise',
  'The platform keeps running',
  'The gate works',
  'Other rules',
] as const
export type RuleGroup = (typeof ruleGroups)[number]

export type RuleWords = {
  readonly group: RuleGroup
  /** What should hold. */
  readonly title: string
  /** What is the matter when it does not; completes "Stopped, because …". */
  readonly failed: string
}

const whole = 'The evidence is whole'
const passed = 'The tests passed'
const covered = 'The tests covered it'
const promise = 'The release keeps its promise'
const running = 'The platform keeps running'

const words = {
  'results-present': { group: whole, title: 'Enough tests ran', failed: 'too few tests ran' },
  'results-readable': {
    group: whole,
    title: 'Every result can be read',
    failed: 'some results cannot be read',
  },
  'results-sealed': {
    group: whole,
    title: 'The run was sealed and nothing was changed since',
    failed: 'the run was not sealed, or was changed afterwards',
  },
  'results-fresh': {
    group: whole,
    title: 'The results are recent and belong to this run',
    failed: 'results are too old or belong to another run',
  },
  'candidate-matches': {
    group: whole,
    title: 'What was tested is the build to be deployed',
    failed: 'what was tested is not the build to be deployed',
  },
  'plan-complete': {
    group: whole,
    title: 'Every planned case has a result',
    failed: 'the plan was not carried out as a whole',
  },
  'inventory-kept': {
    group: whole,
    title: 'No scenario has gone without approval',
    failed: 'scenarios have gone without approval',
  },
  'witnesses-agree': {
    group: whole,
    title: 'Two independent records of the run agree',
    failed: 'two records of the same run disagree',
  },
  'no-failures': { group: passed, title: 'No case failed', failed: 'cases failed' },
  'no-unexplained-skips': {
    group: passed,
    title: 'Nothing was skipped without a reason',
    failed: 'cases were skipped without a reason',
  },
  'flake-budget': {
    group: passed,
    title: 'Few cases passed only on a retry',
    failed: 'too many cases passed only on a retry',
  },
  'no-new-failures': {
    group: passed,
    title: 'Nothing fails that did not fail before',
    failed: 'new failures came up',
  },
  'quarantine-valid': {
    group: passed,
    title: 'Quarantined cases are few, owned and in time',
    failed: 'the quarantine is not in order',
  },
  'duration-budget': {
    group: passed,
    title: 'No part of the service has become slow',
    failed: 'parts of the service have become slow',
  },
  'tenants-covered': {
    group: covered,
    title: 'Every tenant was tested on all its services',
    failed: 'not every tenant was tested on all its services',
  },
  'operations-covered': {
    group: covered,
    title: 'Every operation of the API was called',
    failed: 'operations of the API were not tested in full',
  },
  'changes-covered': {
    group: covered,
    title: 'Every declared change was tested',
    failed: 'declared changes were not tested',
  },
  'contract-kept': {
    group: covered,
    title: 'The API keeps its contract',
    failed: 'the API breaks its contract',
  },
  'release-declared': {
    group: promise,
    title: 'The release is declared',
    failed: 'the release is not declared as it should be',
  },
  'cadence-kept': {
    group: promise,
    title: 'Releases keep their rhythm',
    failed: 'the release is out of rhythm',
  },
  'impact-declared': {
    group: promise,
    title: 'It is declared whom the changes affect',
    failed: 'it is not declared whom the changes affect',
  },
  'notes-published': {
    group: promise,
    title: 'Every client has its release notes',
    failed: 'clients are without release notes',
  },
  'notice-given': {
    group: promise,
    title: 'Affected clients were told in time',
    failed: 'affected clients were not told in time',
  },
  'window-quiet': {
    group: promise,
    title: 'The window lies in quiet hours',
    failed: 'the window is not in quiet hours',
  },
  'window-fits': {
    group: promise,
    title: 'The downtime fits the window',
    failed: 'the downtime does not fit the window',
  },
  'freeze-respected': { group: promise, title: 'No freeze is broken', failed: 'a freeze would be broken' },
  approved: { group: promise, title: 'The release is approved', failed: 'approvals are missing' },
  'emergency-justified': {
    group: promise,
    title: 'The emergency is justified',
    failed: 'the emergency is not justified',
  },
  'regression-paid': {
    group: promise,
    title: 'No full regression is owed from an earlier release',
    failed: 'a full regression is still owed',
  },
  'continuity-kept': {
    group: running,
    title: 'Nothing was lost during the upgrade',
    failed: 'something was lost during the upgrade',
  },
  'downtime-in-budget': {
    group: running,
    title: 'The downtime is within what was announced',
    failed: 'the downtime is longer than announced',
  },
  'one-version': {
    group: running,
    title: 'All tenants get one version',
    failed: 'not every tenant was seen on the one version',
  },
  'environments-alike': {
    group: running,
    title: 'The environments are alike',
    failed: 'the environments differ',
  },
  'gate-proven': {
    group: 'The gate works',
    title: 'Each rule was seen to block in this build',
    failed: 'rules were not seen to block in this build',
  },
  waivers: {
    group: 'The gate works',
    title: 'Every waiver is needed and in time',
    failed: 'waivers are over, or nothing needs them',
  },
} satisfies Record<string, RuleWords> & Record<RuleId, RuleWords>

const wordsById: Readonly<Record<string, RuleWords>> = words

/** A team's own rule has its title from its module; a rule without words is shown by its id, never left out. */
export function wordsOf(rule: string, title = rule): RuleWords {
  return wordsById[rule] ?? { group: 'Other rules', title, failed: `this does not hold: ${title}` }
}
