// What the gate says on a terminal: the verdict first, then why, then what would change it. A release manager who
// reads the first two lines knows what to do.
import type { Evidence } from '../evidence/evidence.ts'
import type { Verdict } from '../gate/verdict.ts'
import { withoutCommands } from '../notice/visible-text.ts'
import { renderNotes, renderObstacles } from './render-text-failures.ts'
import { renderHead } from './render-text-head.ts'
import { renderRemedies, renderRules } from './render-text-rules.ts'
import { makeStyle, plain, wrap, type Style } from './render-text-style.ts'
import { renderTenants } from './render-text-tenants.ts'

export type TextOptions = {
  readonly color: boolean
  readonly columns: number
  /** Where the release is written down. */
  readonly releaseFile?: string | null
}

/** Lines besides those of the rules, which each policy has as many of as it has rules. */
const longestText = 50
const widest = 100

/** The whole text, ending with a line end. */
export function renderText(verdict: Verdict, evidence: Evidence, options: TextOptions): string {
  const { color, columns, releaseFile = null } = options
  const style = makeStyle({ color, width: Math.min(Math.max(columns, 60), widest) })
  const judged = { verdict, evidence }
  const isPass = verdict.verdict === 'pass'
  const remedies = renderRemedies(verdict.findings, style)
  const hints = remedies.length === 0 ? [] : [...remedies, ...renderHint(verdict, evidence, style)]
  const top = [
    renderHead(verdict, style, releaseFile),
    renderTenants(verdict, style),
    section('Rules', [...renderRules(verdict.findings, style), ...renderPolicy(verdict, style)], style),
  ]
  const [head, tenants] = top
  const room = longestText - [head, tenants].flat().length - hints.length - 8
  const parts = [
    ...top,
    section('What stands in the way', isPass ? [] : renderObstacles(judged, style, room), style),
    section('Worth knowing', renderNotes(judged, style, isPass ? room : Math.floor(room / 3)), style),
    section('What would make it pass', hints, style),
  ]
  const filled = parts.filter((part) => part.length > 0)
  return withoutCommands(`${filled.map((part) => part.join('\n')).join('\n\n')}\n`)
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [` ${style.paint(['bold', 'underline'], title)}`, ...lines]
}

/** What the policy and its waivers took out of the judgement: nobody should find it missing later. */
function renderPolicy({ policy, waivers }: Verdict, style: Style): string[] {
  const { off, loosened, loosenedSince, preset, path } = policy
  const source = preset === 'results-only' ? `the preset ${preset} or ${path}` : path
  // Among the rules that the preset turns off nobody would find one that the policy did.
  const isTold = (phrase: string): boolean =>
    preset !== 'results-only' && off.some((rule) => phrase.startsWith(`${rule}:`))
  const looser = loosened.filter((phrase) => !isTold(phrase))
  const since = loosenedSince?.rules ?? []
  return [
    ...(off.length === 0 ? [] : [`turned off by ${source}: ${off.join(', ')}`]),
    ...(looser.length === 0 ? [] : [`looser than usual by ${path}: ${looser.join('; ')}`]),
    ...(since.length === 0
      ? []
      : [`looser than at ${loosenedSince?.baseline ?? ''}, which passed: ${since.join('; ')}`]),
    ...waivers.filter(({ state }) => state === 'used').map(describeUsed),
  ].flatMap((text) => wrap(plain(text), style.width - 4).map((line) => `   ${style.paint('dim', line)}`))
}

function describeUsed({ rule, reason, owner, link, expires }: Verdict['waivers'][number]): string {
  return `${rule} waived until ${expires} by ${owner}: ${reason} (${link})`
}

/** People who judge results of another framework meet this first. */
function renderHint({ policy }: Verdict, { origin }: Evidence, style: Style): string[] {
  if (origin !== 'results' || policy.preset === 'results-only') return []
  return [
    style.paint('dim', '   For results of other frameworks use a policy that says `extends: results-only`.'),
  ]
}
