// One line a tenant: each of them asks what the verdict means for it.
import type { Verdict, VerdictWord } from '../gate/verdict.ts'
import { compareTexts } from '../release/by-text.ts'
import { cut, plain, type Format, type Style } from './render-text-style.ts'

const most = 8
const longestName = 40
const formats: Record<VerdictWord, Format> = { pass: 'green', block: 'red', inconclusive: 'magenta' }
const shown = ['passed', 'flaky', 'failed', 'broken', 'unknown', 'lost', 'skipped', 'missing'] as const

/** Tenants in trouble first, so that none of them is among those left out. */
export function renderTenants({ tenants }: Verdict, style: Style): string[] {
  const entries = Object.entries(tenants).toSorted(
    ([a, first], [b, second]) =>
      Number(first.verdict === 'pass') - Number(second.verdict === 'pass') || compareTexts(a, b),
  )
  const named = entries.slice(0, most).map(([id, tenant]) => ({ id: cut(plain(id), longestName), tenant }))
  const width = Math.max(0, ...named.map(({ id }) => id.length))
  const lines = named.map(({ id, tenant }) => {
    const counts = shown.filter((key) => tenant[key] > 0).map((key) => `${tenant[key]} ${key}`)
    const word = style.paint(formats[tenant.verdict], tenant.verdict.padEnd(12))
    return ` ${id.padEnd(width)}  ${word}  ${counts.join(', ') || 'nothing ran'}`
  })
  const left = entries.length - lines.length
  return left > 0 ? [...lines, `   … and ${left} more`] : lines
}
