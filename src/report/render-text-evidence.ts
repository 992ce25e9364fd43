// The words for what rules found out about the evidence: whether it is whole, and of the build that is to be deployed.
import type { Exclusion } from '../plan/plan.ts'
import {
  age,
  count,
  describeHistory,
  list,
  number,
  part,
  some,
  text,
  type FoundFacts,
  type Words,
} from './render-text-facts.ts'

const mostEmpty = 2

export const evidenceWords = {
  'results-present': {
    expected: (e) => `at least ${count(e, 'minTests', 'test')} that ran`,
    found: (a) =>
      list(a, 'absentFolders').length > 0
        ? 'no results folder'
        : some([
            emptyOf(a),
            describeAbsent(a),
            `${number(a, 'executed')} of ${count(a, 'tests', 'test')} ran`,
          ]),
  },
  'results-readable': {
    expected: () => 'each file read in one way only',
    found: (a) =>
      some([
        part(a, 'unreadable', 'unreadable'),
        part(a, 'malformed', 'malformed'),
        part(a, 'duplicateUuids', 'doubled uuid'),
        part(a, 'sharedIdentities', 'shared identity|shared identities'),
        part(a, 'timeTies', 'tie in time|ties in time'),
        part(a, 'wrongCounts', 'wrong count'),
        part(a, 'missingAttachments', 'missing attachment'),
        count(a, 'results', 'result'),
      ]),
  },
  'results-sealed': {
    expected: () => 'a seal that fits every file',
    found: (a) => describeSeal(a),
  },
  'results-fresh': {
    expected: (e) => `at most ${age(number(e, 'maxAgeMinutes'))} old, all of one run`,
    found: (a) =>
      some([
        number(a, 'results') === 0 ? 'no results' : '',
        a['ageMinutes'] === null ? 'no time known' : `ended ${describeAge(number(a, 'ageMinutes'))}`,
        describeLength(a['tookMinutes'] ?? null),
        part(a, 'outside', 'case of another time|cases of another time'),
        part(a, 'withoutStart', 'case without a start|cases without a start'),
        part(a, 'undated', 'case of an undated report|cases of undated reports'),
        a['isSealed'] === false ? 'no seal' : '',
      ]),
  },
  'candidate-matches': {
    expected: (e) =>
      text(e, 'version') === '' ? 'one candidate everywhere' : `${describeBuild(e)} everywhere`,
    found: (a) => describeCandidate(a),
  },
  'plan-complete': {
    expected: () => 'one final result for each planned case',
    found: (a) => describePlan(a),
  },
  'inventory-kept': {
    expected: () => 'no scenario gone without approval',
    found: (a) =>
      some([
        a['hasPlan'] === false ? 'no plan to hold it against' : '',
        ...list(a, 'gone').map((scenario) => `gone: ${scenario}`),
        ...list(a, 'notApproved').map((scenario) => `not approved by another: ${scenario}`),
        ...list(a, 'vagueRemovals').map((scenario) => `removal for several files: ${scenario}`),
        ...list(a, 'unusedRemovals').map((scenario) => `unused removal: ${scenario}`),
        ...list(a, 'tenantsLeft').map((tenant) => `tenant no more: ${tenant}`),
        part(a, 'removed', 'removed with approval|removed with approval'),
        describeHistory(a),
        part(a, 'scenarios', 'scenario'),
      ]),
  },
  'witnesses-agree': {
    expected: () => 'results and messages say the same',
    found: (a) =>
      a['hasWitness'] === false
        ? 'no messages to hold them against'
        : some([
            part(a, 'disagreeing', 'contradiction'),
            part(a, 'missing', 'case not in the messages|cases not in the messages'),
            part(a, 'surplus', 'case only in the messages|cases only in the messages'),
            part(a, 'unreadable', 'unreadable message'),
            part(a, 'unfinished', 'account that breaks off|accounts that break off'),
            `${number(a, 'witnessed')} of ${count(a, 'attempts', 'attempt')} witnessed`,
          ]),
  },
} satisfies Readonly<Record<string, Words>>

/** A folder of damaged files is not empty, and a report is no folder. */
function emptyOf(actual: FoundFacts): string {
  const empty = list(actual, 'emptyFolders')
  const more = empty.length > mostEmpty ? ` and ${empty.length - mostEmpty} more` : ''
  return empty.length === 0 ? '' : `no results in ${empty.slice(0, mostEmpty).join(' and in ')}${more}`
}

function describeAbsent(actual: FoundFacts): string {
  const absent = list(actual, 'absentReports').length
  return absent > 0 ? `${absent === 1 ? 'reports' : `${absent} times reports`} of other suites not there` : ''
}

function describeSeal(a: FoundFacts): string {
  if (number(a, 'damagedSeal') > 0) return 'a seal that cannot be read'
  if (a['isRun'] === false) return 'no run of Airlock, so no seal'
  if (a['sealed'] === false) return 'never sealed: the run did not come to its end'
  return some([
    a['interrupted'] === true ? 'interrupted' : '',
    part(a, 'changed', 'file changed|files changed'),
    part(a, 'missing', 'file taken away|files taken away'),
    part(a, 'added', 'file added|files added'),
    part(a, 'foreign', 'file of another run|files of another run'),
    part(a, 'missingShards', 'shard missing|shards missing'),
    part(a, 'overlaps', 'overlap of shards|overlaps of shards'),
    part(a, 'unexplainedExits', 'unexplained exit'),
    `${number(a, 'shards')} of ${count(a, 'shardsPromised', 'shard')} sealed`,
    part(a, 'losses', 'loss|losses'),
  ])
}

function describeAge(minutes: number): string {
  return minutes < 0 ? `${age(-minutes)} in the future` : `${age(minutes)} ago`
}

/** Told only where nobody believes it. */
function describeLength(minutes: FoundFacts[string]): string {
  if (typeof minutes !== 'number') return ''
  return minutes < 0 ? 'ended before it began' : `lasted ${age(minutes)}`
}

function describeBuild(facts: FoundFacts): string {
  return [text(facts, 'version'), text(facts, 'digest').slice(0, 15)].filter((word) => word !== '').join(' ')
}

function describeCandidate(a: FoundFacts): string {
  if (number(a, 'observations') === 0) return 'nobody asked the target'
  return some([
    part(a, 'silent', 'answer missing|answers missing'),
    ...list(a, 'errors').slice(0, 2),
    number(a, 'other') > 0 ? `${count(a, 'other', 'answer')} of another build` : '',
    ...list(a, 'unseen')
      .slice(0, 3)
      .map((unseen) => `not asked: ${unseen}`),
    list(a, 'versions').length > 0 ? list(a, 'versions').join(' and ') : 'no version',
    list(a, 'digests').length > 1
      ? list(a, 'digests')
          .map((digest) => digest.slice(0, 15))
          .join(' and ')
      : '',
    `${count(a, 'endpoints', 'endpoint')}, ${count(a, 'observations', 'answer')}`,
  ])
}

function describePlan(a: FoundFacts): string {
  if (a['planReadable'] === false) return 'no plan to hold the results against'
  return some([
    list(a, 'narrowed').length > 0 ? `narrowed by ${list(a, 'narrowed').join(' ')}` : '',
    ...list(a, 'forNobody').map((scenario) => `for no tenant: ${scenario}`),
    part(a, 'missing', 'missing|missing'),
    part(a, 'surplus', 'surplus result'),
    part(a, 'duplicates', 'scenario written twice|scenarios written twice'),
    part(a, 'tooManyAttempts', 'case tried too often|cases tried too often'),
    part(a, 'foreign', 'result of another case|results of other cases'),
    `${number(a, 'withResult')} of ${number(a, 'planned')} have a result`,
    list(a, 'excluded').length > 0 ? `left out: ${list(a, 'excluded').map(tellLeftOut).join(', ')}` : '',
  ])
}

const leftOutWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    service: 'without the service',
    needs: 'not offered by the target',
    tenants: 'left to other tenants',
    selection: 'by hand',
    rows: 'without a row',
    duplicate: 'written twice',
  } satisfies Record<Exclusion['reason'], string>),
)

/** `246 service` → `246 without the service`. */
function tellLeftOut(excluded: string): string {
  const [number = '', reason = ''] = excluded.split(' ')
  return `${number} ${leftOutWords.get(reason) ?? reason}`
}
