// A policy in force as a table: every rule with its level and settings, and where each of them is written.
import type { ExplainedPolicy, ExplainedRule, ExplainedValue } from '../gate/policy/explain-policy.ts'
import { plain, wrap, type Format, type Style } from './render-text-style.ts'
import { ruleGroups, wordsOf } from './rule-words.ts'

const nameWidth = 25
const widest = 100

const levelFormats = {
  block: 'green',
  warn: 'yellow',
  record: 'yellow',
  off: 'red',
} satisfies Record<ExplainedRule['level'], Format>

/** The whole text, ending with a line end. */
export function renderPolicy(policy: ExplainedPolicy, terminal: Style): string {
  const style = { ...terminal, width: Math.min(terminal.width, widest) }
  const groups = ruleGroups.flatMap((group) => {
    const own = policy.rules.filter(({ rule }) => wordsOf(rule).group === group)
    if (own.length === 0) return []
    return ['', ` ${style.paint('bold', group)}`, ...own.flatMap((rule) => renderRule(rule, style))]
  })
  const lines = [...renderHead(policy, style), ...groups, ...renderLooser(policy, style)]
  return `${lines.join('\n')}\n`
}

function renderHead({ path, kind, preset, sha256, settings }: ExplainedPolicy, style: Style): string[] {
  const article = kind === 'emergency' ? 'an' : 'a'
  return [
    ` ${style.paint('bold', `${plain(path)}, for ${article} ${kind} release`)}`,
    ` ${style.paint('dim', `preset ${preset}`)}`,
    ` ${style.paint('dim', `sha256 ${sha256}`)}`,
    '',
    ...settings.flatMap((setting) => renderSetting(setting, style)),
  ]
}

function renderRule({ rule, level, from, module, settings }: ExplainedRule, style: Style): string[] {
  return [
    ...renderLine({ name: rule, value: [level], from, format: levelFormats[level] }, style),
    ...(module === null ? [] : renderSetting({ name: 'module', value: module, from: '' }, style)),
    ...settings.flatMap((setting) => renderSetting({ ...setting, name: `  ${setting.name}` }, style)),
  ]
}

function renderSetting({ name, value, from }: ExplainedValue, style: Style): string[] {
  return renderLine({ name, value: describe(value), from, format: 'reset' }, style)
}

type Line = {
  readonly name: string
  readonly value: readonly string[]
  readonly from: string
  readonly format: Format
}

/** Three columns; what does not fit goes on below. */
function renderLine({ name, value, from, format }: Line, style: Style): string[] {
  const room = style.width - nameWidth - 4
  const valueWidth = Math.floor(room * 0.45)
  const fromWidth = room - valueWidth - 1
  const values = value.flatMap((text) => wrapAll(text, valueWidth))
  const froms = wrapAll(from, fromWidth)
  const rows = Math.max(values.length, froms.length)
  return Array.from({ length: rows }, (_, row) =>
    [
      '  ',
      (row === 0 ? name : '').padEnd(nameWidth),
      style.paint(format, (values[row] ?? '').padEnd(valueWidth)),
      style.paint('dim', froms[row] ?? ''),
    ]
      .join(' ')
      .trimEnd(),
  )
}

/** Nothing is left out: a word that is too long goes on in the next line. */
function wrapAll(text: string, width: number): string[] {
  return wrap(plain(text).replaceAll(new RegExp(`(\\S{${width}})(?=\\S)`, 'g'), '$1 '), width)
}

/** A line for each entry of a list. */
function describe(value: unknown): string[] {
  if (!Array.isArray(value)) return [describeOne(value)]
  return value.length === 0 ? ['none'] : value.map(describeOne)
}

function describeOne(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([key, one]) => `${key}: ${describe(one).join(', ')}`)
  return parts.length === 0 ? 'none' : parts.join('; ')
}

function renderLooser({ loosened }: ExplainedPolicy, style: Style): string[] {
  if (loosened.length === 0) return []
  const lines = loosened.flatMap((phrase) => wrapAll(phrase, style.width - 4))
  return ['', ` ${style.paint('bold', 'Asks less than its preset')}`, ...lines.map((line) => `   ${line}`)]
}
