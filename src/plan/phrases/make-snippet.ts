// Code to begin with for a step that nobody has defined: a developer copies it into the file of its noun.
import { CucumberExpressionGenerator } from '@cucumber/cucumber-expressions'
import type { PickleStep } from '@cucumber/messages'
import type { StepDefinition } from './definitions.ts'
import type { PhraseBook } from './phrase-book.ts'

type Wanted = { readonly text: string; readonly type: StepDefinition['keyword']; readonly step: PickleStep }

/** A definition that fits the text and says that it is still to be written. */
export function makeSnippet({ text, type, step }: Wanted, { parameters }: PhraseBook): string {
  const [best] = new CucumberExpressionGenerator(() => parameters.parameterTypes).generateExpressions(text)
  const names = best?.parameterInfos.map(({ name, count }) => `${name}${count > 1 ? count : ''}`) ?? []
  const values = names.map((name, index) => `${name}: ${typeOf(best?.parameterTypes[index]?.name)}`)
  const code = [
    `${type === 'Unknown' ? 'Given' : type}(${quote(best?.source ?? text)}, async function (`,
    ['this: AirlockWorld', ...values, ...argumentOf(step)].join(', '),
    ') {',
  ].join('')
  return ['/** What it means in the words of the business. */', code, "  return 'pending'", '})'].join('\n')
}

function typeOf(parameter: string | undefined): string {
  return ['int', 'float', 'money', 'points'].includes(parameter ?? '') ? 'number' : 'string'
}

function argumentOf({ argument }: PickleStep): string[] {
  if (argument?.dataTable) return ['table: DataTable']
  return argument?.docString ? ['text: string'] : []
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  return `${mark}${text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`)}${mark}`
}
