// Which bundles there are beside Cucumber's, and what comes along in each.
import type { Bundle } from './write-bundle.ts'

/** Packages that every command loads; others are large and rarely needed, or have to be one and the same for all. */
const ofCommands = new Set([
  '@cucumber/cucumber-expressions',
  '@cucumber/gherkin',
  '@cucumber/messages',
  '@cucumber/tag-expressions',
  'commander',
  'regexp-match-indices',
  'regexp-tree',
  'yaml',
  'zod',
])

export const commands: Bundle = {
  name: 'commands',
  entries: { main: 'scripts/main.ts' },
  brings: (packageName) => ofCommands.has(packageName),
}

/** The platform to try it all on: its processes are started and replaced in every run. */
export const reference: Bundle = {
  name: 'reference',
  entries: { 'run-reference': 'reference/run-reference.ts', 'run-instance': 'reference/run-instance.ts' },
  brings: (packageName) => packageName !== 'selfsigned',
}
