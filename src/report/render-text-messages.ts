// The words for findings, in one place: rules and verdict hold data only. A rule without words does not compile.
import type { RuleId } from '../gate/rules/rules.ts'
import type { Finding } from '../gate/verdict.ts'
import { describeFacts } from './describe-facts.ts'
import {
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
import { noticeWords } from './render-text-notices.ts'
import { evidenceWords } from './render-text-evidence.ts'
import { promiseWords } from './render-text-promise.ts'
import { testWords } from './render-text-tests.ts'
import { waiverWords } from './render-text-waivers.ts'

export type FindingWords = { readonly expected: string; readonly found: string }

/** What a finding expected and what it found, each as a short phrase. */
export function describeFinding({ rule, expected, actual }: Finding): FindingWords {
  const facts = { expected: asFacts(expected), actual: asFacts(actual) }
  const error = text(facts.actual, 'error')
  if (error !== '') return { expected: 'the rule gives an answer', found: `it failed: ${error}` }
  // A team's own rule, or one of another version, has no words here: its data is shown as it is.
  const words = Object.hasOwn(wordsByRule, rule) ? wordsByRule[rule] : undefined
  if (!words) return { expected: describeFacts(expected), found: describeFacts(actual) }
  const scope = text(facts.expected, 'scope')
  const only = scope === '' ? '' : `only ${scope}: `
  return { expected: `${only}${words.expected(facts.expected)}`, found: words.found(facts.actual) }
}

function describeUnread(operation: string): string {
  return `cannot read ${operation}`
}

function asFacts(json: Finding['actual']): FoundFacts {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {}
}

const messages = {
  ...evidenceWords,
  ...testWords,
  'tenants-covered': {
    expected: (e) =>
      `${count(e, 'minCases', 'case')} a tenant${e['everyService'] === true ? ', each service tried' : ''}`,
    found: (a) =>
      number(a, 'tenants') === 0
        ? 'no tenants known'
        : some([
            ...list(a, 'short').map((tenant) => `only ${tenant.replace(/^(.*) (\d+)$/, '$2 for $1')}`),
            part(a, 'missing', 'case missing|cases missing'),
            ...list(a, 'untriedServices').map((tenant) => `not tried for ${tenant}`),
            `${count(a, 'tenants', 'tenant')}, at least ${number(a, 'fewest')} each`,
          ]),
  },
  'operations-covered': {
    expected: (e) =>
      number(e, 'min') === 1
        ? `each operation succeeds${e['refusals'] === true ? ' and refuses' : ''}`
        : `${Math.round(number(e, 'min') * 100)} % of the operations covered`,
    found: (a) =>
      number(a, 'operations') + list(a, 'unread').length === 0
        ? 'no contract to count against'
        : some([
            `${number(a, 'covered')} of ${count(a, 'operations', 'operation')}`,
            ...list(a, 'lacking'),
            ...list(a, 'unread').map(describeUnread),
            ...list(a, 'unusedExclusions').map((operation) => `unused exclusion ${operation}`),
          ]),
  },
  'changes-covered': {
    expected: (e) =>
      list(e, 'services').length === 0 ? 'what the release touches' : 'each touched service, for each tenant',
    found: (a) =>
      a['declared'] === false
        ? 'no release was declared'
        : some([
            ...list(a, 'unknownServices').map((service) => `no tenant has ${service}`),
            ...list(a, 'untested').map((gap) => `not ${gap}`),
            count(a, 'services', 'service'),
          ]),
  },
  'contract-kept': {
    expected: () => 'no answer off it, nothing taken from it',
    found: (a) =>
      a['hasContract'] === false
        ? 'no contract to hold answers against'
        : some([
            ...list(a, 'violations'),
            ...list(a, 'undeclaredChanges'),
            part(a, 'declaredChanges', 'declared change'),
            part(a, 'unreadable', 'unreadable report'),
            ...list(a, 'unread').map(describeUnread),
            text(a, 'problem') === '' ? '' : describeHistory(a),
            text(a, 'baseline') === ''
              ? 'nothing to compare it with yet'
              : `compared with ${text(a, 'baseline')}`,
            count(a, 'operations', 'operation'),
          ]),
  },
  ...noticeWords,
  ...promiseWords,
  'gate-proven': {
    expected: () => 'each rule stops its planted fault',
    found: (a) =>
      some([
        ...list(a, 'unproven'),
        number(a, 'rules') === 0
          ? 'no rule was tried'
          : `${number(a, 'proven')} of ${count(a, 'rules', 'rule')} proven`,
      ]),
  },
} satisfies Record<RuleId, Words>

const wordsByRule: Readonly<Record<string, Words>> = {
  ...messages,
  waivers: waiverWords,
}
