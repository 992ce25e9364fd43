// Every word of the release page and the pull request comment that does not come from the run itself.
import type { CaseOutcome } from '../evidence/evidence.ts'
import type { Level, VerdictWord } from '../gate/verdict.ts'
import { count } from './count-nouns.ts'
import type { RuleState } from './report.ts'

export type Mark = { readonly glyph: string; readonly word: string }

/** A verdict is told by shape and word; colour only repeats it. */
export const verdictMarks = {
  pass: { glyph: '✓', word: 'Pass' },
  block: { glyph: '✕', word: 'Block' },
  inconclusive: { glyph: '?', word: 'Inconclusive' },
  preview: { glyph: '?', word: 'Preview' },
  none: { glyph: '?', word: 'Not judged' },
} satisfies Record<VerdictWord | 'preview' | 'none', Mark>

export const ruleMarks = {
  pass: { glyph: '✓', word: 'Holds' },
  fail: { glyph: '✕', word: 'Does not hold' },
  inconclusive: { glyph: '?', word: 'Cannot be told' },
  noted: { glyph: '!', word: 'Noted' },
} satisfies Record<RuleState, Mark>

export const cellMarks = {
  passed: { glyph: '✓', word: 'passed' },
  flaky: { glyph: '↻', word: 'passed on a retry' },
  failed: { glyph: '✕', word: 'failed' },
  skipped: { glyph: '–', word: 'skipped' },
}

/** What an outcome is called when it stands before a case. */
export const outcomeWords = {
  passed: 'passed',
  flaky: 'passed on a retry',
  failed: 'failed',
  broken: 'broken',
  skipped: 'skipped',
  unknown: 'no known status',
  missing: 'no result',
  lost: 'lost to the machine',
} satisfies Record<CaseOutcome, string>

/** The same where it is known that the rule matters: its title then says what is wrong. */
export const stopWords = {
  pass: '',
  fail: 'Stops the release',
  inconclusive: 'Cannot be told',
  noted: '',
} satisfies Record<RuleState, string>

/** Why a rule that does not hold lets the release go on. */
export const levelWords = {
  block: 'stops a release',
  warn: 'warns only',
  record: 'is recorded only',
} satisfies Record<Level, string>

export const words = {
  product: 'Airlock',
  page: 'Release page',
  stopping: 'What stops it',
  tenants: 'Tenants',
  passOfOne:
    'No tenant gets a release that is stopped: a pass here says that nothing of its own stands in the way.',
  matrix: 'What was tested, for whom',
  matrixCaption: 'Cases of each capability, by tenant',
  capability: 'Capability',
  noCase: 'no case',
  ofNoTenant: (number: number) =>
    `Besides, ${count(number, 'case')} that ${number === 1 ? 'is' : 'are'} of no tenant.`,
  failures: 'What failed',
  flaky: 'Passed only on a retry',
  rules: 'Every rule that was asked',
  rulesOff: 'Not asked, because the policy turns them off by name:',
  omissions: 'Left out, and why',
  omissionsNone: 'Nothing was left out.',
  omissionsUnknown: 'There is no plan, so nobody knows what was left out.',
  problems: 'Found wrong with the evidence',
  quarantined: 'In quarantine, so it did not decide',
  waivers: 'Waivers',
  smallPrint: 'What this rests on',
  expected: 'Expected',
  found: 'Found',
  remedy: 'What mends it',
  step: 'Went wrong at',
  failedFor: 'For',
  openInAllure: 'open in the Allure report',
  allure: 'Allure report',
  allureNote: 'every case, step by step',
  allureServerNote:
    'every case, step by step; too large for one page, so open its folder with: npx allure open allure-report',
  noAllure: 'There is no Allure report of this run.',
  more: (count: number, all: string) => `${count} more failed; ${all} has them all.`,
  moreFlaky: (count: number, all: string) => `${count} more passed only on a retry; ${all} has them all.`,
  inputs: 'Files that were judged',
  otherInputs: (count: number, size: string) => `and ${count} more, ${size} together`,
  policy: 'Policy',
  file: 'File',
  digest: 'sha256',
  waived: (waiver: string) => `waived by ${waiver}`,
  attempts: (count: number) => `${count} attempts`,
  origin: 'This page is made from the files of this run alone and needs no network.',
  reproduce: 'It can be made again with',
}

/** Section titles where there is little room. */
export const shortTitles = {
  stopping: 'What stops it',
  tenants: 'Tenants',
  failures: 'Failures',
  matrix: 'Coverage',
  flaky: 'Retries',
  rules: 'Rules',
  problems: 'Evidence',
  omissions: 'Left out',
  quarantined: 'Quarantine',
  waivers: 'Waivers',
  smallPrint: 'Grounds',
}
