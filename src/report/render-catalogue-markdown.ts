// The catalogue for whoever reads it beside the code: an index and one page a noun.
import type {
  Catalogue,
  CatalogueParameter,
  CataloguePhrase,
  CataloguePlaces,
  Noun,
} from '../plan/catalogue/catalogue.ts'
import { isWorthTelling, listBraces } from './catalogue-words.ts'
import { code, escapeMarkdown, renderSentence, table } from '../notice/markdown.ts'

const origin = 'Written by `npx airlock steps --write` from `steps/` and `features/`; changes belong there.'

/** File name → its text. */
export function renderCatalogueMarkdown(catalogue: Catalogue): Record<string, string> {
  const pages = catalogue.nouns.map((noun) => [`${noun.name}.md`, renderNoun(noun)] as const)
  return { 'README.md': renderIndex(catalogue), ...Object.fromEntries(pages) }
}

function renderIndex({ nouns }: Catalogue): string {
  const rows = nouns.map(({ name, about, phrases }) => [
    `[${name}](${name}.md)`,
    String(phrases.length),
    renderSentence(about),
  ])
  const phrases = nouns.flatMap((noun) => noun.phrases)
  const unused = phrases.filter(({ uses }) => uses === 0)
  return `${[
    '# Phrases',
    'What can be said in a scenario. To search, open [index.html](index.html) in a browser, or ask `npx airlock steps coupon redeemed`.',
    origin,
    table(['noun', 'phrases', 'about'], rows),
    ...renderBraces(nouns),
    ...(unused.length > 0
      ? [
          '## Used nowhere',
          unused.map(({ keyword, phrase }) => `- ${code(`${keyword} ${phrase}`)}`).join('\n'),
        ]
      : []),
  ].join('\n\n')}\n`
}

function renderBraces(nouns: readonly Noun[]): string[] {
  const rows = listBraces(nouns).map(({ name, about, values }) => [
    code(name),
    renderSentence(about),
    (values ?? []).map(escapeMarkdown).join(' · '),
  ])
  return ['## What stands in braces', table(['', 'means', 'values'], rows)]
}

function renderNoun({ name, about, uri, phrases }: Noun): string {
  return `${[`# ${name}`, renderSentence(about), `Defined in [${uri}](../../${uri}). ${origin}`, ...phrases.map(renderPhrase)].join('\n\n')}\n`
}

function renderPhrase({
  keyword,
  phrase,
  meaning,
  parameters,
  example,
  places,
  uses,
}: CataloguePhrase): string {
  const choices = parameters.filter(isWorthTelling)
  return [
    `## ${code(`${keyword} ${phrase}`)}`,
    ...(meaning === '' ? [] : [renderSentence(meaning)]),
    ...(example
      ? [
          [
            '```gherkin',
            `${example.keyword} ${example.text}`,
            ...example.argument.map((line) => `  ${line}`),
            '```',
          ].join('\n'),
        ]
      : []),
    ...(choices.length > 0 ? [choices.map(renderChoice).join('\n')] : []),
    uses === 0 ? 'Used nowhere.' : `Used at ${places.map(renderPlaces).join(', ')}.`,
  ].join('\n\n')
}

function renderChoice({ name, values, seen }: CatalogueParameter): string {
  const list = (values ?? seen).map(code).join(', ')
  return `- ${code(name)}: ${values ? list : `such as ${list}`}`
}

function renderPlaces({ uri, lines }: CataloguePlaces): string {
  return `[${uri}](../../${uri}):${lines.join(',')}`
}
