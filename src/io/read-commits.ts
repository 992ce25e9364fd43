// The commits of a release: what came since another one, oldest first, without merges, which only repeat.
import { ConfigurationError, makeFlagProblem } from '../release/problem.ts'
import { runGit } from './run-git.ts'

/** Whole messages. A ConfigurationError where there is no repository, or no such commit. */
export async function readCommits(cwd: string, since: string): Promise<string[]> {
  await assertRepository(cwd)
  const found = await runGit(cwd, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${since}^{commit}`,
  ])
  if (!found.ok) throw wrong('a commit, tag or branch of this Git repository', since)
  const range = `${found.text.trim()}..HEAD`
  const log = await runGit(cwd, ['log', '--no-merges', '--reverse', '-z', '--format=%B', range])
  if (!log.ok) throw wrong('commits that Git can list', log.reason)
  return log.text.split('\0').filter((message) => message.trim() !== '')
}

async function assertRepository(cwd: string): Promise<void> {
  const inside = await runGit(cwd, ['rev-parse', '--is-inside-work-tree'])
  if (!inside.ok) throw wrong('a folder under Git', inside.reason)
}

function wrong(expected: string, received: string): ConfigurationError {
  const remedy = 'Correct the flag; see `airlock release-new --help`.'
  return new ConfigurationError([makeFlagProblem('--from-git', { expected, received, remedy })])
}

/** The address of whoever works here, as Git knows it; null where it does not. */
export async function readAuthor(cwd: string): Promise<string | null> {
  const answer = await runGit(cwd, ['config', 'user.email'])
  return answer.ok && answer.text.trim() !== '' ? answer.text.trim() : null
}
