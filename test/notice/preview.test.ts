// What `preview` leaves in a folder, and what `status` says, as somebody reads them.
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runNoticePreview } from '../../scripts/notice-preview.ts'
import { runNoticeStatus } from '../../scripts/notice-status.ts'
import { noticeRelease, noticeTenants, openNoticeProject } from './open-notice-project.ts'
import { startMailServer } from './start-mail-server.ts'

test('a preview has every form for every tenant, and no file tells of another one', async () => {
  await using project = await openNoticeProject()
  expect(await runNoticePreview({}, project.environment)).toBe(0)
  const folder = join(project.root, 'reports/notice-2026.24')
  const forms = ['html', 'md', 'txt']
  for (const { id } of noticeTenants) {
    const files = [
      ...forms.flatMap((form) => [`notes/${id}/notes.${form}`, `notices/${id}/notice.${form}`]),
      `notices/${id}/maintenance.ics`,
      `notices/${id}/feed.ics`,
    ]
    const words = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    const others = noticeTenants.filter((tenant) => tenant.id !== id)
    expect(others.filter((other) => words.includes(other.name) || words.includes(other.id))).toEqual([])
  }
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const { name } of noticeTenants) expect(page).toContain(name)
  expect(page).toContain('2026-11-20 17:00 UTC, 1 day 7 h left')
  expect(page).not.toMatch(/<script|https?:\/\//)
  expect(existsSync(join(project.root, 'releases/2026.24/notices.jsonl'))).toBe(false)
})

test('without a release it names a command that drafts one', async () => {
  await using project = await openNoticeProject()
  await rm(join(project.root, 'releases'), { recursive: true })
  await expect(runNoticePreview({}, project.environment)).rejects.toThrow(
    'airlock release-new --kind scheduled --from-git <the last one>',
  )
})

test('a file where the folder of the preview would be is a slip of the hand', async () => {
  await using project = await openNoticeProject()
  await project.write('taken', '')
  await expect(runNoticePreview({ out: 'taken/preview' }, project.environment)).rejects.toThrow(
    '--out: expected a folder that can be written to, or a path where one can be made, received taken, which is a file',
  )
})

test('the status says what was accepted, what bounced, and how long is left', async () => {
  await using server = await startMailServer({ refuse: ['ops@cedar.example'] })
  await using project = await openNoticeProject({ smtp: `smtp://localhost:${server.port}` })
  await project.send()
  expect(runNoticeStatus({}, project.environment)).toBe(0)
  const said = project.said()
  expect(said).toMatch(/maple \(Maple Market\)\n {2}notice {2}given in time, by 2026-11-20 17:00 UTC/)
  expect(said).toMatch(
    /NOT GIVEN to all, by 2026-11-20 17:00 UTC .*, 1 day 7 h left\n {4}ops@cedar\.example {2}refused/,
  )
})

test('what clients have to do keeps its steps apart in every form', async () => {
  await using project = await openNoticeProject()
  const facts =
    'services: [pos]\ntype: changed\nactionRequired: |\n  Before the day:\n  1. Stop it\n  2. Start it\n'
  await project.write('releases/2026.24/changes/01-refunds.md', `---\n${facts}---\n# Refunds say why\n`)
  expect(await runNoticePreview({}, project.environment)).toBe(0)
  const read = (form: string) =>
    readFileSync(join(project.root, `reports/notice-2026.24/notices/maple/notice.${form}`), 'utf8')
  expect(read('txt')).toContain('  Before the day:\n  1. Stop it\n  2. Start it\n')
  expect(read('html')).toMatch(/<p>1\. Stop it<\/p>\s*<p>2\. Start it<\/p>/)
  expect(read('md')).toContain('1\\. Stop it\n\n2\\. Start it')
})

test('words for a language in a file of another name are not passed over', async () => {
  await using project = await openNoticeProject()
  await project.write('policy/texts/en.yml', 'locale: en-US\n')
  await expect(runNoticePreview({}, project.environment)).rejects.toThrow(
    'policy/texts/en.yml: expected the name policy/texts/en.yaml',
  )
})

test('a language that nobody wrote, and a window that is missing, are problems', async () => {
  await using project = await openNoticeProject()
  const tenants = noticeTenants.map((tenant) => ({ ...tenant, language: 'fr' }))
  await project.write('policy/tenants.yaml', JSON.stringify({ tenants }))
  await expect(runNoticePreview({}, project.environment)).rejects.toThrow(
    'maple.language: expected one of de, en',
  )
  await project.write('policy/texts/fr.yaml', 'locale: fr-FR\n')
  await expect(runNoticePreview({}, project.environment)).rejects.toThrow('policy/texts/fr.yaml')
})

test('what is wrong with a release is told at its file, whatever its folder is called', async () => {
  await using project = await openNoticeProject()
  const askFor = async (change: object) => {
    await project.write('releases/next/release.yaml', JSON.stringify({ ...noticeRelease, ...change }))
    const refused: unknown = await runNoticePreview({ release: 'releases/next' }, project.environment).catch(
      (error: unknown) => error,
    )
    return String(refused)
  }
  expect(await askFor({ window: undefined })).toContain('releases/next/release.yaml at window:')
  expect(await askFor({ release: '2026.24-maple' })).toContain('releases/next/release.yaml: expected words')
})
