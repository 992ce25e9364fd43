// The catalogue on a terminal: phrases by noun, each with what it means, and at the end what may stand in braces.
import type { Catalogue, CatalogueParameter, CataloguePhrase, Noun } from '../plan/catalogue/catalogue.ts'
import { listBraces, splitPlaces, usedNowhere } from './catalogue-words.ts'
import { count } from './count-nouns.ts'
import { plain, wrap, type Style } from './render-text-style.ts'

const widest = 100

/** Nouns, values, and phrases that nobody uses. */
export function renderCatalogue({ nouns }: Catalogue, style: Style): string {
  const phrases = nouns.flatMap((noun) => noun.phrases)
  const unused = phrases.filter(({ uses }) => uses === 0)
  const parts = [
    ...nouns.map((noun) => renderNoun(noun, style)),
    ...renderBraces(nouns, style),
    ...(unused.length > 0 ? [renderUnused(unused, style)] : []),
    style.paint(
      'dim',
      `${count(phrases.length, 'phrase')}. \`npx airlock steps --write\` makes docs/steps/index.html, a page to search them in.`,
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Nothing was found; `mended` are the words that may have been meant. */
export function renderNoPhrase(mended: readonly string[] | null): string {
  const hint = mended === null ? '' : `Did you mean ${mended.join(' ')}?\n`
  return `No phrase has these words. Try fewer of them, or begin one with its first letters.\n${hint}`
}

function renderNoun({ name, about, phrases }: Noun, style: Style): string {
  const head = [style.paint(['bold', 'underline'], name), ...renderText(about, { indent: 0, style })]
  return [head.join('\n'), ...phrases.map((phrase) => renderPhrase(phrase, style))].join('\n\n')
}

function renderPhrase(entry: CataloguePhrase, style: Style): string {
  const { keyword, phrase, meaning } = entry
  const word = (keyword === 'Unknown' ? '*' : keyword).padEnd(5)
  return [
    `  ${style.paint('dim', word)} ${paintPlaces(phrase, style)}`,
    ...renderText(meaning, { indent: 8, style: null, width: style.width }),
    ...renderUse(entry, style).map((line) => `        ${line}`),
  ].join('\n')
}

/** An example, unless it is the phrase itself, and how often it is said. */
function renderUse({ phrase, example, uses, places }: CataloguePhrase, style: Style): string[] {
  if (!example) return [style.paint('yellow', usedNowhere)]
  const used = style.paint('dim', `${count(uses, 'time')} in ${count(places.length, 'feature')}`)
  if (example.text === phrase) return [used]
  const lines = [example.text, ...example.argument].map((line) => style.paint('cyan', plain(line)))
  return [`${lines[0] ?? ''}  ${used}`, ...lines.slice(1)]
}

/** What is to be filled in stands out. */
function paintPlaces(phrase: string, style: Style): string {
  return splitPlaces(plain(phrase))
    .map((part, index) => style.paint(index % 2 === 1 ? ['bold', 'magenta'] : 'bold', part))
    .join('')
}

type Text = { readonly indent: number; readonly style: Style | null; readonly width?: number }

function renderText(text: string, { indent, style, width = style?.width ?? widest }: Text): string[] {
  if (text === '') return []
  return wrap(plain(text), Math.min(width, widest) - indent).map(
    (line) => `${' '.repeat(indent)}${style ? style.paint('dim', line) : line}`,
  )
}

/** A choice of words says by itself what it takes. */
function renderBraces(nouns: readonly Noun[], style: Style): string[] {
  const lines = listBraces(nouns).flatMap((parameter) => renderParameter(parameter, style))
  if (lines.length === 0) return []
  return [[style.paint(['bold', 'underline'], 'what stands in braces'), ...lines].join('\n')]
}

function renderParameter({ name, about, values }: CatalogueParameter, style: Style): string[] {
  const width = Math.min(style.width, widest) - 14
  const lines = [...wrap(plain(about), width), ...(values ? wrap(plain(values.join(' | ')), width) : [])]
  return lines.map((line, index) => {
    const head = index === 0 ? style.paint(['bold', 'magenta'], name.padEnd(11)) : ' '.repeat(11)
    return `  ${head} ${line}`
  })
}

function renderUnused(unused: readonly CataloguePhrase[], style: Style): string {
  const lines = unused.map(
    ({ keyword, phrase, uri, line }) =>
      `  ${style.paint('dim', keyword)} ${phrase}  ${style.paint('dim', `${uri}:${line}`)}`,
  )
  return [style.paint(['bold', 'underline'], 'used nowhere'), ...lines].join('\n')
}
