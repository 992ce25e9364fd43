// A step that nobody has defined, or that several definitions fit, as the person who wrote it needs it: where it is,
// what was perhaps meant, and code to begin with where it is really new.
import type { NearPhrase } from '../plan/phrases/find-near-phrases.ts'
import type { StepProblem } from '../plan/phrases/find-step-problems.ts'
import { cut, plain, type Style } from './render-text-style.ts'

/** So many are told at length; of the others the nearest phrase is enough. */
const mostAtLength = 10
const mostPlaces = 4

/** All of them, each with its place first. */
export function renderStepProblems(problems: readonly StepProblem[], style: Style): string {
  const atLength = problems.slice(0, mostAtLength).map((problem) => renderProblem(problem, style))
  const others = problems.slice(mostAtLength).map((problem) => renderShort(problem, style))
  return [...atLength, ...(others.length > 0 ? [others.join('\n')] : [])].join('\n\n')
}

function renderProblem(problem: StepProblem, style: Style): string {
  const { kind, keyword, text } = problem
  const what = kind === 'undefined' ? 'no phrase fits' : 'more than one phrase fits'
  const sign = style.paint('red', '✕')
  return [
    `${sign} ${style.paint('bold', plain(`${keyword} ${text}`))}`,
    `  ${renderPlaces(problem)}  ${style.paint('red', what)}`,
    ...(kind === 'undefined' ? renderUndefined(problem, style) : renderAmbiguous(problem, style)),
  ].join('\n')
}

function renderPlaces({ places }: StepProblem): string {
  const shown = places.slice(0, mostPlaces).map(({ uri, line, column }) => `${uri}:${line}:${column}`)
  const left = places.length - shown.length
  return `${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

function renderUndefined({ near, snippet }: StepProblem, style: Style): string[] {
  const width = Math.max(0, ...near.map(({ filled, definition }) => `${definition.keyword} ${filled}`.length))
  const nearest = near.flatMap((phrase) => renderNear(phrase, Math.min(width, style.width - 8), style))
  return [
    ...(nearest.length > 0 ? [style.paint('dim', '  nearest'), ...nearest] : []),
    style.paint('dim', '  or something new, to begin with'),
    ...snippet.split('\n').map((line) => `    ${line}`),
  ]
}

function renderNear({ definition, filled, open }: NearPhrase, width: number, style: Style): string[] {
  const { keyword, uri, line } = definition
  const place = style.paint('dim', `${uri}:${line}`)
  const gap = ' '.repeat(Math.max(0, width - keyword.length - 1 - filled.length))
  const values = open.flatMap(({ name, values: list }) =>
    list ? [cut(`      ${name}: ${list.join(', ')}`, style.width)] : [],
  )
  return [
    `    ${style.paint('dim', keyword)} ${style.paint('cyan', plain(filled))}${gap}  ${place}`,
    ...[...new Set(values)].map((text) => style.paint('dim', text)),
  ]
}

function renderAmbiguous({ candidates }: StepProblem, style: Style): string[] {
  return [
    ...candidates.map(({ keyword, pattern, flags, uri, line }) => {
      const phrase = flags === null ? pattern : `/${pattern}/`
      return `    ${style.paint('dim', keyword)} ${style.paint('cyan', phrase)}  ${style.paint('dim', `${uri}:${line}`)}`
    }),
    style.paint('dim', '  Say it so that one of them fits, or make one of them narrower.'),
  ]
}

function renderShort(problem: StepProblem, style: Style): string {
  const { keyword, text, near, candidates } = problem
  const hint = near[0] ? `nearest: ${near[0].filled}` : candidates.map(({ pattern }) => pattern).join(' | ')
  return `${style.paint('red', '✕')} ${renderPlaces(problem)}  ${plain(`${keyword} ${text}`)}  ${style.paint('dim', hint)}`
}
