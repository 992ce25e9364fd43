// GitHub reads annotations out of a job's output. It shows ten of a step and drops the others without a word, so the
// others are counted.
import { visibleText } from '../notice/visible-text.ts'
import { cut } from './render-text-style.ts'

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  /** Where the pull request shows it; absent for what stands in no file. */
  readonly place?: { readonly file: string; readonly line: number; readonly column?: number }
}

const most = 10
/** GitHub takes no annotation with a title of more than 255 characters. */
const longestTitle = 250

/** Workflow commands in the order given; `rest` says where those that do not fit are told. */
export function renderWorkflowCommands(annotations: readonly Annotation[], rest: string): string {
  const lines = annotations.slice(0, most).map(renderCommand)
  const left = annotations.length - lines.length
  return [...lines, ...(left > 0 ? [`and ${left} more; ${rest}`] : [])].map((line) => `${line}\n`).join('')
}

function renderCommand({ level, title, message, place }: Annotation): string {
  const column = place?.column === undefined ? '' : `,col=${place.column}`
  const where = place === undefined ? '' : `file=${property(place.file)},line=${place.line}${column},`
  return `::${level} ${where}title=${property(cut(title, longestTitle))}::${data(message)}`
}

function data(text: string): string {
  return visibleText(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
