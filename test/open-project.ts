// A project of one test's own: the lending library with other features, so that a test can write what is wrong.
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeTempFolder, projects, root } from './airlock.ts'

export type OpenProject = { readonly folder: string; close(): Promise<void> }

/** Path below the project → text of a file. Named files take the place of the library's own. */
export async function openProject(files: Readonly<Record<string, string>>): Promise<OpenProject> {
  const folder = await makeTempFolder()
  await cp(join(projects, 'library'), folder, {
    recursive: true,
    filter: (source) => !source.includes('reports'),
  })
  // Steps must meet the same Cucumber as the worker that loads them.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return { folder, close: async () => rm(folder, { recursive: true }) }
}

export const target = ['--target', 'policy/targets/library.yaml']
