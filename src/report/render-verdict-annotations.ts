// The verdict where GitHub shows it: on top of the pull request's checks, and failing scenarios beside their lines.
import {
  describeCounts,
  describeRule,
  makeLines,
  sortWorst,
  type CaseLine,
  type Judged,
  type Lines,
} from './make-case-lines.ts'
import { words } from './page-words.ts'
import type { RuleLine } from './report.ts'
import { renderWorkflowCommands, type Annotation } from './workflow-command.ts'

const mostLines = 8

/** The verdict first, then what stops it, then what failed, then what may be worth knowing. */
export function renderVerdictAnnotations(judged: Judged): string {
  const lines = makeLines(judged)
  const { rules, cases } = lines
  const inState = (state: RuleLine['state']) => rules.filter((rule) => rule.state === state)
  const bad = cases.filter(({ state }) => state === 'failed' || state === 'error')
  const excused = cases.filter(({ excuse }) => excuse !== null)
  const flaky = cases.filter(({ found }) => found.outcome === 'flaky')
  return renderWorkflowCommands(
    [
      makeHead(lines),
      ...inState('fail').map((rule) => makeRule(rule, 'error')),
      ...inState('inconclusive').map((rule) => makeRule(rule, 'error')),
      ...makeProblems(lines),
      ...sortWorst(bad).map((found) => makeCase(found, 'error')),
      ...inState('noted').map((rule) => makeRule(rule, 'warning')),
      ...sortWorst(excused).map((found) => makeCase(found, 'warning')),
      ...sortWorst(flaky).map((found) => makeCase(found, 'warning')),
    ],
    'verdict.md tells of them',
  )
}

function makeHead({ word, title, reason, counts }: Lines): Annotation {
  const level = word === 'pass' ? 'notice' : 'error'
  return { level, title: `Airlock: ${word}`, message: `${title}. ${reason}\n${describeCounts(counts)}` }
}

function makeRule(rule: RuleLine, level: Annotation['level']): Annotation {
  return { level, title: `${rule.rule}: ${rule.state}`, message: cut(describeRule(rule)) }
}

/** All of them in one, since there is room for ten. */
function makeProblems({ problems, word }: Lines): Annotation[] {
  if (problems.length === 0) return []
  const message = problems.map(({ text }) => text).join('\n')
  return [{ level: word === 'pass' ? 'warning' : 'error', title: words.problems, message }]
}

function makeCase({ found, excuse, name, cause, line }: CaseLine, level: Annotation['level']): Annotation {
  const tenant = found.tenant === null ? '' : ` for ${found.tenant}`
  return {
    level,
    title: `${found.outcome}${excuse === null ? '' : ' and excused'}: ${name}${tenant}`,
    message: cut(cause),
    ...(found.uri === null ? {} : { place: { file: found.uri, line } }),
  }
}

function cut(text: string): string {
  const lines = text.split('\n')
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'].join('\n') : text
}
