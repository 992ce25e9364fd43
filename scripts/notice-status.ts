// `airlock notice status`: what the ledger says of each tenant, and how long is left.
import { makeStatus } from '../src/notice/make-status.ts'
import { renderStatus } from '../src/notice/render-status.ts'
import { exitCodes, type Environment, type ExitCode } from '../src/io/environment.ts'
import { readCampaign, requireSoundLedger, type NoticeOptions } from './read-campaign.ts'

export function runNoticeStatus(options: NoticeOptions, environment: Environment): ExitCode {
  const { campaign, sender, ledger, folder } = readCampaign(options, environment)
  requireSoundLedger(folder, ledger)
  const status = makeStatus(campaign, { entries: ledger.entries, head: ledger.head, now: sender.now })
  environment.stdout.write(
    options.json === true ? `${JSON.stringify(status, null, 2)}\n` : renderStatus(status),
  )
  return exitCodes.pass
}
