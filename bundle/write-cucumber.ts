// Puts Cucumber, and the packages it brings along, into one file for workers; `find-cucumber.ts` says when it is used.
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { cucumberFolder, cucumberModules, digestInstalled } from './find-cucumber.ts'

/** Bundles what is installed below `root`, and writes it with a digest of that. */
export async function writeCucumber(root: string): Promise<void> {
  const folder = join(root, cucumberFolder)
  const sha256 = digestInstalled(pathToFileURL(`${root}/`))
  const bundle = await rolldown({ cwd: root, input: cucumberModules, platform: 'node' })
  await rm(folder, { recursive: true, force: true })
  // As CommonJS, since Cucumber asks by `__dirname` whether a line of a stack is its own; and in one file beside those
  // that are imported, since Node reads the whole of an imported one for the names that it exports.
  await bundle.write({
    dir: join(folder, 'lib'),
    format: 'cjs',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'all' }] },
  })
  await bundle.close()
  // It says which version this is, and that these files are CommonJS.
  await copyFile(
    createRequire(join(root, 'package.json')).resolve('@cucumber/cucumber/package.json'),
    join(folder, 'package.json'),
  )
  await writeFile(join(folder, 'bundle.json'), `${JSON.stringify({ sha256 }, null, 2)}\n`)
}
