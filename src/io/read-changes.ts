// What has been changed since a commit, as Git tells it: files that differ from it, and files it has never seen.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ConfigurationError, makeFlagProblem } from '../release/problem.ts'

const run = promisify(execFile)

/** Paths relative to `cwd`. A ConfigurationError where there is no repository, or no such commit. */
export async function readChanges(cwd: string, commit: string): Promise<string[]> {
  // A name that begins with a dash is no flag of Git's.
  const named = ['--end-of-options', commit, '--']
  const changed = await git(cwd, ['diff', '--name-only', '-z', '--relative', ...named])
  const added = await git(cwd, ['ls-files', '--others', '--exclude-standard', '-z'])
  return [...new Set([...changed, ...added])].toSorted()
}

async function git(cwd: string, args: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await run('git', [...args], { cwd, maxBuffer: 64 * 2 ** 20 })
    return stdout.split('\0').filter((path) => path !== '')
  } catch (error) {
    const received = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error)
    throw new ConfigurationError(
      [
        makeFlagProblem('--changed', {
          expected: 'a commit of this Git repository, such as HEAD or main',
          received,
          remedy: 'Name another commit, or leave the flag out.',
        }),
      ],
      { cause: error },
    )
  }
}
