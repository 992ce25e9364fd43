// One word out of many findings: only rules that block and are not waived decide, and the worst of them does.
import type { Finding, VerdictWord } from './verdict.ts'

/** Nothing that blocks is no pass: a verdict without a deciding finding has judged nothing. */
export function decideWord(findings: readonly Pick<Finding, 'level' | 'outcome' | 'waiver'>[]): VerdictWord {
  const own = findings.filter(({ waiver }) => waiver === undefined)
  const deciding = own.filter(({ level }) => level === 'block').map(({ outcome }) => outcome)
  if (deciding.includes('fail')) return 'block'
  return deciding.length === 0 || deciding.includes('inconclusive') ? 'inconclusive' : 'pass'
}
