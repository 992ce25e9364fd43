// Which cases an entry excuses, for how long, and that it excuses no others.
import { describe, expect, test } from 'vitest'
import { sampleCase, sampleEvidence } from '../../test/acceptance/sample-evidence.ts'
import type { QuarantineEntry } from '../release/quarantine.ts'
import { judgeQuarantine, listQuarantined, withoutExcused } from './quarantine.ts'

const entry: QuarantineEntry = {
  case: 'a',
  owner: 'o',
  link: 'https://x.example',
  reason: 'r',
  created: '2026-11-01',
  expires: '2026-11-30',
}
const { case: _case, ...rest } = entry
const cases = [
  sampleCase({ id: 'a', outcome: 'failed' }),
  sampleCase({ id: 'b', tenant: 'cedar', outcome: 'failed' }),
  sampleCase({ id: 'c', scenario: 'Another', outcome: 'failed' }),
  sampleCase({ id: 'd', feature: 'Elsewhere', uri: 'e.feature', outcome: 'failed' }),
]
const evidence = sampleEvidence({ cases })
const parse = (time: string) => Temporal.Instant.from(time).epochMilliseconds
const noon = parse('2026-11-15T12:00:00Z')
const judge = (one: QuarantineEntry, now = noon) =>
  judgeQuarantine({ entries: [one], problems: [] }, { evidence, now, maxDays: 30 })
const scenario = 'A new customer gets an empty wallet'

test.each([
  [entry, ['a']],
  [{ ...rest, feature: 'Opening a wallet', scenario }, ['a', 'b']],
  [{ ...rest, feature: 'features/wallets/open.feature', scenario }, ['a', 'b']],
  [{ ...rest, feature: 'Opening a wallet', scenario, tenant: 'cedar' }, ['b']],
  [{ ...rest, feature: 'Opening', scenario }, []],
])('%j excuses what it names: %j', (one, ids) => {
  const quarantine = judge(one)
  expect([...quarantine.excused].toSorted()).toEqual(ids)
  const deciding = withoutExcused(evidence.cases, quarantine).map(({ id }) => id)
  expect(deciding).toEqual(cases.map(({ id }) => id).filter((id) => !ids.includes(id)))
})

describe('the days of an entry', () => {
  const at = (time: string) => judge(entry, parse(time)).entries[0]?.state

  test('end with the last one, in UTC', () => {
    expect(at('2026-11-30T23:59:59.999Z')).toBe('valid')
    expect(at('2026-12-01T00:00:00Z')).toBe('expired')
  })

  test('begin with the first one, wherever in the world that was written', () => {
    expect(at('2026-10-31T10:00:00Z')).toBe('valid')
    expect(at('2026-10-31T09:59:59Z')).toBe('not-yet')
  })

  test('are no more than allowed', () => {
    expect(judge({ ...entry, expires: '2026-12-01' }).entries[0]?.state).toBe('valid')
    expect(judge({ ...entry, expires: '2026-12-02' })).toMatchObject({
      entries: [{ state: 'too-long' }],
      excused: new Set(),
    })
  })
})

test('an entry of which one case did not run excuses none of them', () => {
  const some = sampleEvidence({ cases: [cases[0]!, sampleCase({ id: 'b', outcome: 'skipped' })] })
  const one = { ...rest, feature: 'Opening a wallet', scenario }
  const quarantine = judgeQuarantine(
    { entries: [one], problems: [] },
    { evidence: some, now: noon, maxDays: 30 },
  )
  expect(quarantine).toMatchObject({ entries: [{ state: 'not-run' }], excused: new Set() })
})

test('what is excused is listed by case, in whatever order it was written down', () => {
  const entries = ['c', 'a', 'b'].map((id) => ({ ...entry, case: id }))
  const quarantine = judgeQuarantine({ entries, problems: [] }, { evidence, now: noon, maxDays: 30 })
  expect(listQuarantined(quarantine).map((one) => one.case)).toEqual(['a', 'b', 'c'])
})

test('the verdict lists what is excused, and what became of it', () => {
  expect(listQuarantined(judge(entry))).toEqual([
    {
      case: 'a',
      tenant: 'maple',
      scenario,
      outcome: 'failed',
      owner: 'o',
      link: 'https://x.example',
      reason: 'r',
      expires: '2026-11-30',
    },
  ])
  expect(listQuarantined(judge({ ...entry, expires: '2026-11-02' }))).toEqual([])
})
