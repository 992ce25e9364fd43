// One verdict in every form: each is valid for those who read it, none says anything else than the others, and how they
// look is kept in golden files.
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { XMLValidator } from 'fast-xml-parser'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problem } from '../../test/acceptance/sample-evidence.ts'
import { manyFailures } from '../../test/report/sample-events.ts'
import {
  forms,
  judgeSample,
  readAnnotations,
  readCodeQuality,
  readCtrf,
  readJunit,
  renderForms,
} from '../../test/report/sample-outputs.ts'
import type { Verdict } from '../gate/verdict.ts'
import type { Event, Sample, SampleOptions } from '../../test/report/sample-run.ts'
import { scenes } from '../../test/report/sample-scenes.ts'
import { countEvidence } from '../evidence/count-evidence.ts'
import { parseJunit } from '../evidence/other-suites/parse-junit.ts'
import { makeProblemLines } from './make-problem-lines.ts'
import { makeReport } from './make-report.ts'
import { renderCtrf } from './render-ctrf.ts'
import { renderCodeQuality } from './render-code-quality.ts'
import { renderJunit } from './render-junit.ts'
import { renderVerdictAnnotations } from './render-verdict-annotations.ts'
import { renderVerdictMarkdown } from './render-verdict-markdown.ts'

const hostile =
  '</testcase>]]>\u0000\u001b[31m\ud800 "q" \'a\' & <b> ::error::x %0A\r\n```\n<script>alert(1)</script>'
const few = scenes.slice(0, 3)
const someFailures: readonly Event[] = [
  {
    scenario: 'The ledger adds up',
    tenant: 'maple',
    outcome: 'failed',
    message: 'Expected 663\nbut found 600',
  },
  {
    scenario: 'Points pay a part of the basket',
    tenant: 'cedar',
    outcome: 'broken',
    message: 'socket hang up',
  },
  { scenario: 'Points are earned once for one basket', tenant: 'lotus', outcome: 'flaky' },
  {
    scenario: 'An identity belongs to one wallet only',
    tenant: 'lotus',
    outcome: 'skipped',
    message: 'no clock',
  },
  { scenario: 'Nobody spends more points than they have', tenant: 'maple', outcome: 'missing' },
]

const runs: Readonly<Record<string, SampleOptions>> = {
  pass: { scenes: few },
  block: { scenes: few, events: someFailures },
  inconclusive: {
    scenes: few,
    sealed: false,
    events: [{ scenario: 'The ledger adds up', tenant: 'maple', outcome: 'lost', message: 'signal SIGKILL' }],
  },
  'many failures': { events: manyFailures },
  'all kinds of text': {
    scenes: [{ ...few[0]!, feature: hostile, scenarios: [hostile] }],
    events: [{ scenario: hostile, outcome: 'failed', message: hostile }],
  },
  nothing: { scenes: [] },
}

/** Many failed cases, made of one. */
function judgeMany(number: number): Sample {
  const one = judgeSample({
    scenes: [{ ...few[0]!, scenarios: ['Basket'] }],
    events: [{ scenario: 'Basket', outcome: 'failed', message: 'x'.repeat(300) }],
  })
  const [found] = one.evidence.cases
  const cases = Array.from({ length: number }, (_, at) => ({
    ...found!,
    id: `case-${at}`,
    scenario: `Basket ${at}`,
  }))
  const counts = countEvidence({ files: cases.length, cases, problems: [] })
  return { ...one, evidence: { ...one.evidence, cases, counts }, verdict: { ...one.verdict, counts } }
}

const samples: readonly (readonly [name: string, sample: Sample])[] = [
  ...Object.entries(runs).map(([name, options]) => [name, judgeSample(options)] as const),
  ['a thousand failures', judgeMany(1000)],
]

const validateCtrf = (() => {
  const file = join(import.meta.dirname, '../../test/fixtures/ctrf/ctrf-schema-0.0.json')
  const ajv = new Ajv.default({ strict: false })
  addFormats.default(ajv)
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)
})()

describe.each(['pass', 'block', 'inconclusive'])('%s', (name) => {
  const sample = judgeSample(runs[name]!)
  const texts = renderForms(sample)

  test('is what the run comes to', () => {
    expect(sample.verdict.verdict).toBe(name)
  })

  test.each(forms)('looks as before: %s', async (form) => {
    await expect(texts[form]).toMatchFileSnapshot(`../../test/report/golden/${name}.${form}.txt`)
  })
})

describe.each(samples)('%s', (_, sample) => {
  const { verdict, evidence } = sample
  const problems = makeProblemLines(evidence)
  const texts = renderForms(sample)
  const { counts } = verdict
  const bad = counts.failed + counts.broken + counts.unknown + counts.missing + counts.lost
  const stopping = verdict.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'inconclusive')

  test('is told the same in every form', () => {
    const junit = readJunit(texts['junit.xml'])
    const ctrf = readCtrf(texts['ctrf.json'])
    const quality = readCodeQuality(texts['gl-code-quality.json'])
    const rules = stopping.map(({ rule }) => rule).toSorted()
    expect(junit).toMatchObject({
      verdict: verdict.verdict,
      stopping: rules,
      flaky: counts.flaky,
      problems: problems.length,
    })
    expect(junit).toMatchObject({ skipped: counts.skipped, passed: counts.passed })
    expect(junit.bad).toHaveLength(bad)
    expect({ ...ctrf, bad: ctrf.bad.length }).toEqual({ ...junit, bad })
    expect({ ...quality, bad: quality.bad.length }).toEqual({
      verdict: verdict.verdict,
      stopping: rules,
      bad,
      problems: problems.length,
      flaky: counts.flaky,
    })
    expect(texts.txt.split('\n')[0]).toContain(` ${verdict.verdict.toUpperCase()} `)
    expect(texts.md.split('\n')[0]?.toLowerCase()).toContain(` ${verdict.verdict}: `)
    for (const rule of rules) for (const form of forms.slice(0, 2)) expect(texts[form]).toContain(rule)
    const noted = verdict.findings.filter(({ outcome }) => outcome === 'warn').length
    const all = 1 + rules.length + Math.min(1, problems.length) + bad + noted + counts.flaky
    expect(readAnnotations(texts.github)).toEqual({
      verdict: verdict.verdict,
      total: all,
      shown: Math.min(10, all),
    })
  })

  test('is well-formed for those who read it', () => {
    expect(XMLValidator.validate(texts['junit.xml'])).toBe(true)
    expect(validateCtrf(JSON.parse(texts['ctrf.json'])), JSON.stringify(validateCtrf.errors)).toBe(true)
    expect(Buffer.byteLength(texts.md)).toBeLessThan(1024 * 1024)
    const read = parseJunit({ path: 'junit.xml', bytes: Buffer.from(texts['junit.xml']) })
    expect(read.problems).toEqual([])
    expect(read.results).toHaveLength(verdict.findings.length + problems.length + evidence.cases.length)
  })
})

test('a result that claims to have taken longer than there is time is written as a number', () => {
  const sample = judgeSample(runs['pass']!)
  const cases = sample.evidence.cases.map((found) => ({
    ...found,
    attempts: found.attempts.map((attempt) => ({ ...attempt, start: 0, stop: 1e300 })),
  }))
  const texts = renderForms({ ...sample, evidence: { ...sample.evidence, cases } })
  expect(texts['junit.xml']).not.toMatch(/time="[^"]*[^0-9."]/)
  expect(texts['ctrf.json']).not.toMatch(/"duration": [\d.]+e/)
})

test.each(forms)('what was found in the evidence is named with its cause: %s', (form) => {
  const found = [
    problem('failed-fixture', '2-container.json', { name: 'start the till', message: 'no till' }),
    problem('global-error', '1-globals.json', { message: 'Database set-up failed' }),
    problem('unreadable-result', 'zz-result.json', { reason: 'Unexpected end of JSON input' }),
    ...Array.from({ length: 20 }, (_, at) => problem('file-added', `added-${at + 10}`)),
  ]
  const sample = judgeSample({ scenes: few })
  const said = renderForms({ ...sample, evidence: { ...sample.evidence, problems: found } })[form]
  for (const words of ['2-container.json', 'no till', '1-globals.json', 'Database set-up failed'])
    expect(said).toContain(words)
  expect(said).toMatch(/zz-result\.json \(Unexpected end of JSON input\)/)
  expect(said).toContain('added-21')
  expect(said).not.toContain('added-22')
  expect(said).toContain('… and 8 more')
})

describe('what a test wrote', () => {
  const evil = 'a\u0000\u001B[2J\u001B\u0007\u009B2Jb\u202Ec'
  const scenario = `${evil} name`
  const sample = judgeSample({
    scenes: [{ ...few[0]!, feature: evil, scenarios: [scenario] }],
    events: [
      {
        scenario,
        outcome: 'failed',
        message: `${evil}\n::warning::x\n  ::error::y\n##[group]z\r\nend ${evil}`,
      },
    ],
  })
  const texts = renderForms(sample)

  test.each(forms)('drives nothing that shows it: %s', (form) => {
    expect(texts[form].replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })

  test.each(['txt', 'md', 'junit.xml'] as const)('commands no log: %s', (form) => {
    expect(texts[form]).not.toMatch(/^\s*::/m)
    expect(texts[form]).not.toContain('##[')
  })

  test('is still told', () => {
    for (const form of ['txt', 'md'] as const) expect(texts[form]).toContain('∷warning::x')
    // XML has its own way to write the same.
    expect(texts['junit.xml']).toContain('\n&#58;:warning::x\n')
  })
})

test('the same verdict gives the same bytes', () => {
  expect(renderForms(judgeSample(runs['block']!))).toEqual(renderForms(judgeSample(runs['block']!)))
})

test('a verdict with twenty thousand failures says in a pull request how many it leaves out', () => {
  const { plan, evidence, verdict } = judgeMany(20_000)
  const nothing = { unread: [], steps: new Map<string, string>(), allure: null, files: [] }
  const md = renderVerdictMarkdown(makeReport({ runId: 'a-run', plan, evidence, verdict, ...nothing }))
  expect(Buffer.byteLength(md)).toBeLessThan(1024 * 1024)
  expect(md).toMatch(/19,?9\d\d more failed/)
  expect(md.indexOf('### What stops it')).toBeLessThan(md.indexOf('### What failed'))
})

test('a rule that only warns, or is waived, has passed and says why', () => {
  const warned = judgeSample(runs['block']!, (verdict) => ({
    ...verdict,
    findings: verdict.findings.map((finding) =>
      finding.outcome === 'pass'
        ? finding
        : { ...finding, level: 'warn' as const, waiver: 'W-12 until Friday' },
    ),
  }))
  const texts = renderForms(warned)
  expect(warned.verdict.verdict).toBe('pass')
  expect(readJunit(texts['junit.xml'])).toMatchObject({ verdict: 'pass', stopping: [] })
  expect(readCtrf(texts['ctrf.json'])).toMatchObject({ verdict: 'pass', stopping: [] })
  expect(readCodeQuality(texts['gl-code-quality.json'])).toMatchObject({ verdict: 'pass', stopping: [] })
  expect(texts['junit.xml']).toContain('Does not hold, and stops nothing (warn).')
  expect(texts['junit.xml']).toContain('Waived by: W-12 until Friday')
  expect(texts.github).toMatch(/^::notice title=Airlock%3A pass::/)
})

describe('a failure that somebody answers for', () => {
  const failing: SampleOptions = {
    scenes: few,
    events: [{ scenario: 'The ledger adds up', tenant: 'maple', outcome: 'failed', message: 'Expected 663' }],
  }
  const term = { owner: 'wallet-team', link: 'OPS-1', reason: 'rounds twice', expires: '2026-12-04' }
  const excuse = (verdict: Verdict, by: 'waiver' | 'quarantine'): Verdict => {
    const found = judgeSample(failing).evidence.cases.find(({ outcome }) => outcome === 'failed')!
    const { id, tenant, scenario, outcome } = found
    const waiver = { rule: 'no-failures', cases: [scenario], tenants: [], created: '2026-11-20', ...term }
    const findings = verdict.findings.map((finding) =>
      finding.rule !== 'no-failures'
        ? finding
        : by === 'waiver'
          ? { ...finding, waiver: 'OPS-1' }
          : { ...finding, outcome: 'pass' as const, cases: [] },
    )
    return by === 'waiver'
      ? { ...verdict, findings, waivers: [{ ...waiver, state: 'used' }] }
      : { ...verdict, findings, quarantined: [{ case: id, tenant, scenario, outcome, ...term }] }
  }

  test.each([
    ['waiver', 'Waived until 2026-12-04 by wallet-team: rounds twice (OPS-1)'],
    ['quarantine', 'In quarantine until 2026-12-04 by wallet-team: rounds twice (OPS-1)'],
  ] as const)('turns nothing red by a %s, and says who does and until when', (by, told) => {
    const sample = judgeSample(failing, (verdict) => excuse(verdict, by))
    expect(sample.verdict.verdict).toBe('pass')
    const texts = renderForms(sample)
    expect(texts['junit.xml']).toMatch(/^<testsuites [^>]* failures="0" errors="0" skipped="1">$/m)
    expect(readCtrf(texts['ctrf.json'])).toMatchObject({ bad: [], skipped: 1 })
    expect(texts.github).not.toContain('::error')
    expect(texts.github).toContain('title=failed and excused%3A The ledger adds up for maple::')
    for (const form of ['junit.xml', 'ctrf.json', 'github'] as const) {
      expect(texts[form]).toContain(told)
      expect(texts[form]).toContain('failed: Expected 663')
    }
    expect(texts['gl-code-quality.json']).not.toMatch(/"severity": "(major|critical|blocker)"/)
  })

  /** Waived in one rule, and told by another one of this level. */
  const tellTwice = (verdict: Verdict, level: 'block' | 'warn' | 'record'): Verdict => {
    const waived = excuse(verdict, 'waiver')
    const own = waived.findings.find(({ rule }) => rule === 'no-failures')!
    const { waiver: _, ...open } = { ...own, rule: 'no-new-failures', level }
    return { ...waived, findings: [...waived.findings, open] }
  }

  test('is a failure all the same where another rule stops the release for it', () => {
    const sample = judgeSample(failing, (verdict) => tellTwice(verdict, 'block'))
    expect(sample.verdict.verdict).toBe('block')
    expect(readJunit(renderForms(sample)['junit.xml']).bad).toEqual(['The ledger adds up'])
  })

  test.each(['warn', 'record'] as const)('is none where another rule tells of it at level %s', (level) => {
    const sample = judgeSample(failing, (verdict) => tellTwice(verdict, level))
    expect(sample.verdict.verdict).toBe('pass')
    expect(readJunit(renderForms(sample)['junit.xml']).bad).toEqual([])
    expect(renderForms(sample).github).not.toContain('::error')
  })
})

test.each(['md', 'github', 'junit.xml'] as const)(
  'a failure with a name that never ends is shown: %s',
  (form) => {
    const scenario = '`~*_'.repeat(20_000)
    const sample = judgeSample({
      scenes: [{ ...few[0]!, scenarios: [scenario] }],
      events: [{ scenario, outcome: 'failed', message: 'Expected 663' }],
    })
    const text = renderForms(sample)[form]
    expect(text).toContain('Expected 663')
    expect(text).not.toContain('more failed')
  },
)

test('the title of an annotation is no longer than GitHub takes, and its message tells the cause', () => {
  const scenario = 'The ledger adds up '.repeat(200)
  const sample = judgeSample({
    scenes: [{ ...few[0]!, scenarios: [scenario] }],
    events: [{ scenario, outcome: 'failed', message: 'Expected 663' }],
  })
  const titles = [...renderForms(sample).github.matchAll(/title=([^:]*)::(.*)/g)]
  expect(titles.every(([, title = '']) => decodeURIComponent(title).length <= 255)).toBe(true)
  expect(titles.some(([, title = '', message]) => title.endsWith('…') && message === 'Expected 663')).toBe(
    true,
  )
})

test('a run that nobody judged passes in no form', () => {
  const judged = { runId: 'a-run', verdict: null, evidence: judgeSample(runs['pass']!).evidence }
  expect(readJunit(renderJunit(judged))).toMatchObject({ verdict: 'none', stopping: ['verdict'] })
  expect(readCtrf(renderCtrf(judged))).toMatchObject({ verdict: 'none', stopping: ['verdict'] })
  expect(readCodeQuality(renderCodeQuality(judged))).toMatchObject({ verdict: 'none', stopping: ['verdict'] })
  expect(renderVerdictAnnotations(judged)).toMatch(/^::error title=Airlock%3A none::/)
  expect(validateCtrf(JSON.parse(renderCtrf(judged)))).toBe(true)
})

test('a verdict of which every deciding rule is waived passes in no form', () => {
  const sample = judgeSample(runs['pass']!, (verdict) => ({
    ...verdict,
    findings: verdict.findings.map((finding) => ({ ...finding, outcome: 'fail', waiver: 'OPS-1' })),
  }))
  const said = { verdict: 'inconclusive', stopping: ['verdict'] }
  const forms = renderForms(sample)
  expect(readJunit(forms['junit.xml'])).toMatchObject(said)
  expect(readCtrf(forms['ctrf.json'])).toMatchObject(said)
  expect(readCodeQuality(forms['gl-code-quality.json'])).toMatchObject(said)
  expect(readAnnotations(forms.github).verdict).toBe('inconclusive')
  for (const form of ['md', 'github', 'ctrf.json', 'gl-code-quality.json'] as const)
    expect(forms[form], form).toContain('Nothing decides it: every rule that would is waived.')
})

test('issues keep their fingerprints from run to run, and no two share one', () => {
  const read = () =>
    (
      JSON.parse(renderForms(judgeSample(runs['block']!))['gl-code-quality.json']) as {
        fingerprint: string
      }[]
    ).map(({ fingerprint }) => fingerprint)
  expect(read()).toEqual(read())
  expect(new Set(read()).size).toBe(read().length)
})

test.each(['txt', 'md', 'junit.xml', 'ctrf.json', 'github'] as const)(
  'a preview that passes is no leave to deploy, and says so in %s',
  (form) => {
    const text = renderForms(judgeSample(runs['pass']!, (verdict) => ({ ...verdict, preview: true })))[form]
    expect(text).toContain('preview')
    expect(text).not.toContain('may be deployed')
  },
)

test.each(['ctrf.json', 'gl-code-quality.json'] as const)(
  'half a sign, as cutting or a broken name leaves it, is none in %s: strict readers refuse the file',
  (form) => {
    const text = renderForms(judgeSample(runs['all kinds of text']!))[form]
    expect(text).not.toMatch(/\\ud[89a-f][\da-f]{2}/i)
  },
)
