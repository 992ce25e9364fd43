// How clients are written to: policy/notices.yaml, the languages beside it, and what the environment keeps secret.
import { globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { noticesFileSchema, type NoticesFile } from '../notice/notices-file.ts'
import { parseTexts, shippedLanguages, type Languages } from '../notice/texts/texts.ts'
import { parseYaml } from '../release/parse-document.ts'
import { placeBeside } from '../release/place-beside.ts'
import { ConfigurationError, type Problem } from '../release/problem.ts'
import { resolveReferences } from '../release/resolve-references.ts'
import { makeMisnamed, readChecked } from './read-checked.ts'
import { makeUnreadable } from './read-text.ts'

type Place = { readonly cwd: string; /** The policy file. */ readonly policy: string }

/** The settings as they are written, with `${NAME}` where a secret is, and every language there is. */
export function readNotices({ cwd, policy }: Place): { settings: NoticesFile; languages: Languages } {
  const file = placeBeside(policy, 'notices.yaml')
  const settings = readChecked({ cwd, file }, (source) => parseYaml(source, noticesFileSchema))
  const languages = readLanguages({ cwd, policy })
  const problems = [...settings.problems, ...languages.problems]
  if (settings.value === null || problems.length > 0) throw new ConfigurationError(problems)
  return { settings: settings.value, languages: languages.value }
}

function readLanguages({ cwd, policy }: Place): { value: Languages; problems: readonly Problem[] } {
  const folder = placeBeside(policy, 'texts')
  const names = globSync('*.yaml', { cwd: resolve(cwd, folder) }).toSorted()
  const read = names.map((name) => ({
    language: basename(name, '.yaml'),
    ...readChecked({ cwd, file: `${folder}/${name}` }, parseTexts),
  }))
  const unread = globSync('*.yml', { cwd: resolve(cwd, folder) }).toSorted()
  const own = read.flatMap(({ language, value }) => (value === null ? [] : [[language, value] as const]))
  return {
    value: { ...shippedLanguages, ...Object.fromEntries(own) },
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...unread.map((name) => makeMisnamed(`${folder}/${name}`, `${folder}/${basename(name, '.yml')}.yaml`)),
    ],
  }
}

/** The same settings with what the environment holds; a ConfigurationError names everything it lacks. */
export function resolveNotices(
  settings: NoticesFile,
  { env, file }: { env: Readonly<Record<string, string | undefined>>; file: string },
): NoticesFile {
  const resolved = resolveReferences(settings, env, file)
  if (!resolved.ok) throw new ConfigurationError(resolved.problems)
  return resolved.value.value
}

/** The certificate of the authority that is named; null where none is. */
export function readAuthority(ca: string | undefined, cwd: string): string | null {
  if (ca === undefined) return null
  try {
    return readFileSync(resolve(cwd, ca), 'utf8')
  } catch (error) {
    throw new ConfigurationError([makeUnreadable(ca, error)], { cause: error })
  }
}
