// `airlock notice preview`: who gets what by when, as files and as a page to open; nothing leaves the machine.
import { mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Campaign } from '../src/notice/campaign.ts'
import { makeStatus } from '../src/notice/make-status.ts'
import type { Message } from '../src/notice/message.ts'
import { renderFeed, type CalendarSender } from '../src/notice/render-calendar.ts'
import { renderPreviewPage } from '../src/notice/render-preview-page.ts'
import { renderStatus } from '../src/notice/render-status.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { requirePlace } from '../src/io/require-place.ts'
import { writeChunks } from '../src/io/write-chunks.ts'
import { readCampaign, requireSoundLedger, type NoticeOptions } from './read-campaign.ts'

export async function runNoticePreview(options: NoticeOptions, environment: Environment): Promise<ExitCode> {
  const { campaign, sender, ledger, folder } = readCampaign(options, environment)
  requireSoundLedger(folder, ledger)
  const status = makeStatus(campaign, { entries: ledger.entries, head: ledger.head, now: sender.now })
  const name = campaign.release.release.replaceAll(/[^\w.-]/g, '-')
  const out = resolve(environment.cwd, options.out ?? join('reports', `notice-${name}`))
  requirePlace(environment.cwd, out)
  const files = { ...listFiles(campaign, sender), 'index.html': renderPreviewPage(campaign, status) }
  for (const [file, text] of Object.entries(files)) await write(join(out, file), text)
  const shown = relative(environment.cwd, join(out, 'index.html'))
  environment.stdout.write(
    options.json === true ? `${JSON.stringify(status, null, 2)}\n` : `${renderStatus(status)}\n${shown}\n`,
  )
  return exitCodes.pass
}

/** Every form of every message, by path below the folder of the preview. */
function listFiles({ plans }: Campaign, sender: CalendarSender): Record<string, string> {
  const files = plans.flatMap(({ tenant: { id }, notes, notice }) => [
    ...listForms(`notes/${id}/notes`, notes),
    ...(notice === null ? [] : listForms(`notices/${id}/notice`, notice)),
    ...(notice?.calendar ? [[`notices/${id}/maintenance.ics`, notice.calendar] as const] : []),
    ...(notice?.event ? [[`notices/${id}/feed.ics`, renderFeed([notice.event], sender)] as const] : []),
  ])
  return Object.fromEntries(files)
}

function listForms(path: string, { html, markdown, text }: Message): (readonly [string, string])[] {
  return [
    [`${path}.html`, html],
    [`${path}.md`, markdown],
    [`${path}.txt`, text],
  ]
}

async function write(path: string, text: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  await writeChunks(path, [text])
}
