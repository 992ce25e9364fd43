// Which part of which suite a report of Playwright's is. Parts of one suite agree in their configuration and in the
// projects that were asked for; nothing else in them says that they belong together.
import { isFields, type Fields, type Flaws } from '../fields.ts'
import type { Shard } from './read-report.ts'

/** Null for a whole report. One that is a part of nobody knows what is a flaw: others of its parts may be missing. */
export function readShard(config: Fields, path: string, flaws: Flaws): Shard | null {
  const { shard } = config
  if (shard === undefined || shard === null) return null
  const { current, total } = isFields(shard) ? shard : {}
  if (isCount(current) && isCount(total) && current <= total)
    return { path, suite: describeSuite(config), index: current, total }
  flaws.add('config.shard', isFields(shard) ? `${String(current)}/${String(total)}` : shard)
  return null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}

function describeSuite(config: Fields): string {
  const { configFile, rootDir } = config
  return JSON.stringify([configFile, rootDir, listProjects(config)])
}

/** `projects` are all of the configuration, also when one of them was asked for; older versions tell no others. */
function listProjects({ filteredProjects, projects }: Fields): string[] {
  const told = Array.isArray(filteredProjects) ? filteredProjects : projects
  if (!Array.isArray(told)) return []
  return told.map((project: unknown) => (isFields(project) ? String(project['name']) : '')).toSorted()
}
