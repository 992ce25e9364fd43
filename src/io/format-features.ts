// Puts the formatting of features right, by the formatter their editors use too. A formatter that changes what a
// feature says is not obeyed.
import { resolve } from 'node:path'
import type { Plugin } from 'prettier'
import { parseFeature, type FeatureText } from '../plan/parse-feature.ts'
import { writeChunks } from './write-chunks.ts'

export type Formatted = {
  /** Files that look different now. */
  readonly changed: readonly string[]
  /** Files that were left alone, and why. */
  readonly refused: readonly { readonly uri: string; readonly reason: string }[]
}

/** Features that cannot be read are nobody's to format. */
export async function formatFeatures(cwd: string, texts: readonly FeatureText[]): Promise<Formatted> {
  const changed: string[] = []
  const refused: { uri: string; reason: string }[] = []
  for (const { uri, text } of texts) {
    const says = readMeaning(uri, text)
    const better = says === null ? text : await tryFormat(resolve(cwd, uri), text)
    if (better === text) continue
    if (better === null) refused.push({ uri, reason: 'the formatter cannot read it' })
    else if (readMeaning(uri, better) !== says)
      refused.push({ uri, reason: 'formatting would change what it says' })
    else {
      await writeChunks(resolve(cwd, uri), [better])
      changed.push(uri)
    }
  }
  return { changed, refused }
}

/** Everything of a feature that runs or is shown, without places; null where it cannot be read. */
function readMeaning(uri: string, text: string): string | null {
  const parsed = parseFeature({ uri, text })
  if (!parsed.ok) return null
  const { name, pickles, document } = parsed.value
  const says = pickles.map(({ pickle, rule, example, tags }) => {
    const steps = pickle.steps.map((step) => [step.text, step.type, step.argument])
    return [pickle.name, rule, example, tags, steps]
  })
  const comments = document.comments.map((comment) => comment.text.trim())
  return JSON.stringify([name, says, comments])
}

/** Null where the formatter gives up, as it does on a file of nothing but comments. */
async function tryFormat(path: string, text: string): Promise<string | null> {
  try {
    return await formatText(path, text)
  } catch {
    // It throws whatever it likes; what is wrong with the feature, if anything, lint says.
    return null
  }
}

async function formatText(path: string, text: string): Promise<string> {
  const [prettier, { default: plugin }] = await Promise.all([
    import('prettier'),
    import('prettier-plugin-gherkin'),
  ])
  const config = await prettier.resolveConfig(path)
  // It is what the formatter takes for a plugin, though its published type is wider.
  return prettier.format(text, { ...config, filepath: path, parser: 'gherkin', plugins: [plugin as Plugin] })
}
