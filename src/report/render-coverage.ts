// The list of a platform's operations after a whole run: which were seen to succeed and to refuse, and which were not.
import { styleText } from 'node:util'
import type { CoverageEvidence } from '../evidence/contract/contract-evidence.ts'
import { visibleLine, withoutCommands } from '../notice/visible-text.ts'
import { byText } from '../release/by-text.ts'
import { count } from './count-nouns.ts'

type Operation = CoverageEvidence['operations'][number]

const width = 110

/** One paragraph a service; operations that lack something follow, each with what it lacks. */
export function renderCoverage({ operations, unread = [] }: CoverageEvidence): string {
  const lacking = operations.filter((operation) => describeLack(operation) !== null)
  const whole = operations.length - lacking.length
  const tenants = new Set(operations.flatMap(({ succeeded, refused }) => [...succeeded, ...refused]))
  const lost = unread.length === 0 ? '' : `, ${unread.length} could not be read`
  const head = `Operations: ${whole} of ${operations.length} seen to succeed and to refuse, by ${count(tenants.size, 'tenant')}${lost}`
  const lines = [
    styleText(lacking.length + unread.length > 0 ? 'yellow' : 'green', head),
    ...renderServices(operations.filter((operation) => describeLack(operation) === null)),
    ...lacking.map((operation) => styleText('yellow', `  ${name(operation)}: ${describeLack(operation)}`)),
    ...unread.map(({ operationId, reason }) =>
      styleText('yellow', visibleLine(`  ${operationId} could not be read: ${reason}`)),
    ),
  ]
  return withoutCommands(lines.join('\n'))
}

function renderServices(operations: readonly Operation[]): string[] {
  const byService = Map.groupBy(operations, ({ services }) => services[0] ?? '')
  return [...byService].toSorted(byText(([name]) => name)).flatMap(([service, all]) => {
    const lines = wrap(all.map(({ operationId }) => visibleLine(operationId)))
    return lines.map((line, index) =>
      styleText('dim', `  ${(index === 0 ? service : '').padEnd(10)} ${line}`),
    )
  })
}

function wrap(words: readonly string[]): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function describeLack({ succeeded, refused, isRefusable }: Operation): string | null {
  const isRefused = refused.length > 0 || !isRefusable
  if (succeeded.length > 0) return isRefused ? null : 'never seen to refuse'
  return refused.length > 0 ? 'never seen to succeed' : 'never called'
}

function name({ operationId, method, path }: Operation): string {
  return visibleLine(`${operationId} (${method} ${path})`)
}
