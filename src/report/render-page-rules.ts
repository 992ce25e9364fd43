// The rules on the release page: first those that stop the release, at length; then all of them, each in a line.
import { count } from './make-headline.ts'
import { html, renderSentence, type Html } from '../notice/html.ts'
import { levelWords, ruleMarks, stopWords, words } from './page-words.ts'
import { ruleGroups } from './rule-words.ts'
import type { Report, RuleLine } from './report.ts'

/** Rules that do not hold and stop the release, with what mends them. */
export function renderStopping({ rules }: Report): Html | null {
  const stopping = listStopping(rules)
  if (stopping.length === 0) return null
  return html`<ul class="stops">
    ${stopping.map(renderStop)}
  </ul>`
}

/** What does not hold, and then what cannot be told. */
export function listStopping(rules: readonly RuleLine[]): RuleLine[] {
  const inState = (wanted: RuleLine['state']) => rules.filter(({ state }) => state === wanted)
  return [...inState('fail'), ...inState('inconclusive')]
}

function renderStop(rule: RuleLine): Html {
  const mark = ruleMarks[rule.state]
  return html`<li class="sheet stop ${rule.state}">
    <header>
      <h3>${rule.state === 'fail' ? upperFirst(rule.failed) : rule.title}</h3>
      <span class="mark"><span aria-hidden="true">${mark.glyph}</span> ${stopWords[rule.state]}</span>
    </header>
    <p class="quiet"><code>${rule.rule}</code>${renderScope(rule)}</p>
    <dl>
      <dt>${words.expected}</dt>
      <dd>${rule.expected}</dd>
      <dt>${words.found}</dt>
      <dd class="found">${rule.found}</dd>
      ${
        rule.remedy !== '' &&
        html`<dt>${words.remedy}</dt>
          <dd>${renderSentence(rule.remedy)}</dd>`
      }
    </dl>
  </li> `
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function renderScope({ cases, tenants }: RuleLine): Html | null {
  const parts = [
    ...(cases > 0 ? [count(cases, 'case')] : []),
    ...(tenants.length > 0 ? [tenants.join(', ')] : []),
  ]
  return parts.length === 0 ? null : html` · ${parts.join(' · ')}`
}

/** Every rule that was asked, in groups; those that hold are quieter. */
export function renderRules({ rules, rulesOff }: Report): Html | null {
  const groups = ruleGroups.filter((group) => rules.some((rule) => rule.group === group))
  if (groups.length === 0) return null
  return html`${groups.map((group) => renderGroup(group, rules))}${
    rulesOff.length > 0 && html`<p class="legend">${words.rulesOff} ${rulesOff.join(', ')}</p>`
  }`
}

function renderGroup(group: string, rules: readonly RuleLine[]): Html {
  return html`<div class="sheet group">
    <h3>${group}</h3>
    <ul>
      ${rules.filter((rule) => rule.group === group).map(renderRule)}
    </ul>
  </div> `
}

function renderRule(rule: RuleLine): Html {
  const mark = ruleMarks[rule.state]
  return html`<li class="rule ${rule.state}">
    <span class="mark"
      ><span aria-hidden="true">${mark.glyph}</span><span class="hidden">${mark.word}</span></span
    >
    <span
      ><span class="title">${rule.title}</span><br /><code class="quiet">${rule.rule}</code
      >${renderNote(rule)}</span
    >
    <span class="words"
      ><span><span class="lead">${words.expected}</span>${rule.expected}</span>
      <span><span class="lead">${words.found}</span>${rule.found}</span>
      ${rule.state === 'noted' && rule.remedy !== '' && html`<span><span class="lead">${words.remedy}</span>${renderSentence(rule.remedy)}</span>`}</span
    >
  </li> `
}

/** Why a rule that does not hold is no more than noted; a waived finding is never shown as one that holds. */
function renderNote({ state, waiver, level }: RuleLine): Html | null {
  if (waiver !== null) return html` <span class="mark">${words.waived(waiver)}</span>`
  if (state === 'noted' || level !== 'block') return html` <span class="quiet">${levelWords[level]}</span>`
  return null
}
