// `airlock steps`: the catalogue of phrases, on the terminal, as JSON, or as the pages of docs/steps.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { listFiles } from '../src/io/list-files.ts'
import { readFeatures } from '../src/io/read-features.ts'
import { writeChunks } from '../src/io/write-chunks.ts'
import type { Catalogue } from '../src/plan/catalogue/catalogue.ts'
import { makeCatalogue } from '../src/plan/catalogue/make-catalogue.ts'
import { mendWords, selectPhrases } from '../src/plan/catalogue/select-phrases.ts'
import { renderCataloguePage } from '../src/report/render-catalogue-page.ts'
import { renderCatalogueMarkdown } from '../src/report/render-catalogue-markdown.ts'
import { renderCatalogue, renderNoPhrase } from '../src/report/render-catalogue.ts'
import { openDefinitions, readSources } from './open-definitions.ts'
import { readTarget } from './run-options.ts'
import { readStyle } from './read-style.ts'

export type StepsOptions = {
  readonly target: string
  /** Only phrases that have these words. */
  readonly words: readonly string[]
  readonly write?: boolean
  readonly json?: boolean
}

const folder = 'docs/steps'

/** The catalogue on stdout; with `--write` its pages. */
export async function runSteps(options: StepsOptions, environment: Environment): Promise<ExitCode> {
  const whole = await readCatalogue(options, environment)
  if (options.write === true) return writePages(whole, environment)
  const catalogue = selectPhrases(whole, options.words)
  const { stdout } = environment
  if (options.json === true) stdout.write(`${JSON.stringify(catalogue)}\n`)
  else if (catalogue.nouns.length === 0) stdout.write(renderNoPhrase(mendWords(whole, options.words)))
  else stdout.write(renderCatalogue(catalogue, readStyle(stdout, environment)))
  return exitCodes.pass
}

/** Definitions, features and comments of a target, put together. */
export async function readCatalogue(
  { target: file }: Pick<StepsOptions, 'target'>,
  environment: Environment,
): Promise<Catalogue> {
  const target = readTarget({ target: file, retry: 0 }, environment)
  const definitions = await openDefinitions(target, environment)
  const features = readFeatures(environment.cwd, target.features)
  return makeCatalogue({ definitions, features, sources: readSources(definitions, environment) })
}

/** File name → its text: an index and one page a noun for whoever reads the code, and one page to search in. */
export function renderPages(catalogue: Catalogue): Readonly<Record<string, string>> {
  return { ...renderCatalogueMarkdown(catalogue), 'index.html': renderCataloguePage(catalogue) }
}

async function writePages(catalogue: Catalogue, { cwd, stdout }: Environment): Promise<ExitCode> {
  const pages = renderPages(catalogue)
  for (const [name, text] of Object.entries(pages)) await writeChunks(join(cwd, folder, name), [text])
  // The page of a noun that is gone would say what can no longer be said.
  const gone = listFiles(cwd, [folder], '*.{md,html}').filter(
    (file) => !(file.slice(folder.length + 1) in pages),
  )
  for (const file of gone) rmSync(join(cwd, file))
  stdout.write(`${folder}: ${Object.keys(pages).length} pages; open ${folder}/index.html\n`)
  return exitCodes.pass
}
