// What Git says; whoever asks knows what an answer that is none means.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type GitAnswer =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** One command, without a shell, its words and messages in English. */
export async function runGit(cwd: string, args: readonly string[]): Promise<GitAnswer> {
  try {
    const env = { ...process.env, LC_ALL: 'C' }
    const { stdout } = await run('git', [...args], { cwd, env, maxBuffer: 64 * 2 ** 20 })
    return { ok: true, text: stdout }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') return { ok: false, reason: 'no Git on this machine' }
    const said = 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : ''
    return { ok: false, reason: said === undefined || said === '' ? 'nothing' : said }
  }
}
