// Words for the promises about a release: when it is let in, who answers for it, and what is still owed.
import {
  describeHistory,
  list,
  number,
  part,
  renderTime,
  some,
  text,
  type FoundFacts,
  type Words,
} from './render-text-facts.ts'

export const promiseWords = {
  'release-declared': {
    expected: (e) =>
      text(e, 'version') === ''
        ? 'a declared release'
        : `${text(e, 'version')}, declared as ${text(e, 'kind')}`,
    found: (a) =>
      undeclared(a) ||
      some([
        ...list(a, 'missing').map((field) => `no ${field}`),
        ...list(a, 'otherBuilds').map((build) => `another build answered: ${build}`),
        ...list(a, 'unknownServices').map((service) => `no tenant has ${service}`),
        a['lacksChanges'] === true ? 'no change is written down' : '',
        number(a, 'observations') === 0 ? 'nobody asked the target' : '',
        a['changes'] === null ? 'what was promised is not known' : part(a, 'changes', 'change'),
      ]) ||
      'all that its kind needs',
  },
  'cadence-kept': {
    expected: (e) => `${number(e, 'days')} days apart, ${number(e, 'toleranceDays')} more or less`,
    found: (a) =>
      undeclared(a) ||
      exempt(a) ||
      some([
        typeof a['daysSince'] === 'number'
          ? `${number(a, 'daysSince')} days after ${text(a, 'baseline')}`
          : '',
        typeof a['daysSince'] === 'number' && text(a, 'problem') === '' ? '' : describeHistory(a),
      ]),
  },
  'window-quiet': {
    expected: (e) =>
      `within ${list(e, 'quiet').join(' or ')}${text(e, 'zone') === '' ? '' : ` ${text(e, 'zone')}`}`,
    found: (a) =>
      undeclared(a) ||
      exempt(a) ||
      some([
        describeSpan(a),
        a['isQuiet'] === false && text(a, 'start') !== '' ? `not in quiet hours: ${text(a, 'local')}` : '',
        ...list(a, 'trading').map((tenant) => `trading hours of ${tenant}`),
      ]),
  },
  'window-fits': {
    expected: (e) => `at most ${number(e, 'maxMinutes')} min, ${number(e, 'margin')} times that fits`,
    found: (a) => undeclared(a) || exempt(a) || describeFit(a),
  },
  'freeze-respected': {
    expected: () => 'no freeze in the window',
    found: (a) =>
      undeclared(a) ||
      some([
        ...list(a, 'broken').map((freeze) => `frozen ${freeze}`),
        ...list(a, 'unreadable').map((freeze) => `no times that can be read: ${freeze}`),
        text(a, 'start') === '' ? 'no window' : '',
        a['freezes'] === null ? 'what was promised is not known' : count(a),
      ]),
  },
  approved: {
    expected: (e) =>
      list(e, 'roles').length === 0
        ? 'approval by others than the author'
        : `${list(e, 'roles').join(' and ')}, not the author`,
    found: (a) => undeclared(a) || describeApprovals(a),
  },
  'emergency-justified': {
    expected: () => 'a reason, and another who declared it',
    found: (a) =>
      undeclared(a) ||
      exempt(a) ||
      some([
        ...list(a, 'missing').map((field) => `no ${field}`),
        a['byAuthor'] === true ? 'declared by the author' : '',
        a['authorKnown'] === false ? 'no author is named' : '',
        text(a, 'declaredBy') === '' ? '' : `declared by ${text(a, 'declaredBy')}`,
        text(a, 'reference'),
      ]),
  },
  'regression-paid': {
    expected: (e) => `emergencies repaid in ${number(e, 'dueDays')} working days`,
    found: (a) =>
      undeclared(a) ||
      some([
        text(a, 'problem') === '' ? '' : `the history cannot be read: ${text(a, 'problem')}`,
        ...list(a, 'owed').map((release) => `owed for ${release}`),
        ...list(a, 'overdue').map((release) => `${release} is overdue`),
        text(a, 'unknown'),
        list(a, 'owed').length === 0 && text(a, 'problem') === '' ? 'nothing is owed' : '',
      ]),
  },
  'one-version': {
    expected: (e) =>
      [text(e, 'version') || 'one version', text(e, 'digest').slice(0, 15), 'for everybody']
        .filter(Boolean)
        .join(' '),
    found: (a) =>
      number(a, 'observations') === 0
        ? 'nobody asked the target'
        : some([
            ...list(a, 'others').slice(0, 3),
            ...list(a, 'unseen')
              .slice(0, 3)
              .map((tenant) => `not asked for ${tenant}`),
            `${list(a, 'builds').length === 1 ? 'one build' : `${list(a, 'builds').length} builds`} for ${number(a, 'tenants')} tenants`,
          ]),
  },
} satisfies Readonly<Record<string, Words>>

function undeclared(a: FoundFacts): string {
  return a['declared'] === false ? 'no release was declared' : ''
}

/** What a rule does not ask of such a release. */
function exempt(a: FoundFacts): string {
  const kind = text(a, 'kind')
  return a['asked'] === false ? `not asked of ${kind === 'emergency' ? 'an' : 'a'} ${kind} release` : ''
}

function describeSpan(a: FoundFacts): string {
  const [start, end] = [text(a, 'start'), text(a, 'end')]
  if (start === '') return 'no window'
  return `${renderTime(start).replace(' UTC', '')} to ${omitDay(renderTime(end), start)}`
}

/** Beside a moment of the same day its time alone. */
function omitDay(time: string, beside: string): string {
  return time.slice(0, 10) === beside.slice(0, 10) ? time.slice(11) : time
}

function describeFit(a: FoundFacts): string {
  const [needed, left] = [number(a, 'minutesNeeded'), number(a, 'minutesLeft')]
  if (typeof a['expectedDowntimeMinutes'] !== 'number') return 'no expected downtime'
  const latest = text(a, 'latestStart').replace('T', ' ').replace('Z', ' UTC')
  if (typeof a['windowMinutes'] !== 'number')
    return some([`${number(a, 'expectedDowntimeMinutes')} min`, 'no window'])
  return some([
    left <= 0 ? 'the window is over' : '',
    left > 0 && needed > left ? `too late in the window: ${left} min left` : '',
    `${number(a, 'expectedDowntimeMinutes')} min (${needed} with margin) of ${number(a, 'windowMinutes')}`,
    left > 0 ? `start by ${omitDay(latest, text(a, 'start'))}` : '',
  ])
}

const flawWords = {
  byAuthor: 'by the author',
  early: 'before the last run had ended',
  future: 'in the future',
  otherBuild: 'of another build',
  noDigest: 'without a digest',
  noTime: 'at no time that there is',
}

function describeApprovals(a: FoundFacts): string {
  return some([
    ...list(a, 'vacant').map((role) => `none by ${role}`),
    ...Object.entries(flawWords).flatMap(([flaw, words]) => list(a, flaw).map((who) => `${who} ${words}`)),
    a['author'] === null ? 'no author is named' : '',
    a['runEnded'] === null ? 'the end of the run is not known' : '',
    `${number(a, 'counted')} of ${number(a, 'approvals')} count`,
  ])
}

function count(a: FoundFacts): string {
  return number(a, 'freezes') === 0 ? 'no freeze is written down' : `${number(a, 'freezes')} written down`
}
