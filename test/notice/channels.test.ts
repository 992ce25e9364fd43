// Chats and the status page, as a server on this machine gets them.
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { runNoticeSend } from '../../scripts/notice-send.ts'
import { parseLedger } from '../../src/notice/ledger-line.ts'
import { noticeRelease, noticeTenants, openNoticeProject } from './open-notice-project.ts'
import { startMailServer } from './start-mail-server.ts'

type Request = { method: string; url: string; authorization: string | undefined; body: string }

async function startWebServer(answer: (request: Request, at: number) => { status: number; body?: object }) {
  const requests: Request[] = []
  const read = async (incoming: IncomingMessage): Promise<Request> => ({
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    authorization: incoming.headers.authorization,
    body: await text(incoming),
  })
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then((request) => {
      requests.push(request)
      const { status, body = {} } = answer(request, requests.length)
      return outgoing.writeHead(status).end(JSON.stringify(body))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url, requests, [Symbol.asyncDispose]: stop }
}

const settings = (smtp: string, web: string) => `from: releases@platform.example
contact: releases@platform.example
smtp: { url: '${smtp}' }
slack: { url: '\${SLACK}' }
teams: { url: '\${TEAMS}' }
statuspage: { url: '${web}/v1', token: '\${TOKEN}', page: page-1, components: [c1] }
`

async function openBoth(answer: Parameters<typeof startWebServer>[0]) {
  const mail = await startMailServer()
  const web = await startWebServer(answer)
  const env = { SLACK: `${web.url}/slack/hush`, TEAMS: `${web.url}/teams/hush`, TOKEN: 'hush-hush' }
  const project = await openNoticeProject({ env })
  await project.write('policy/notices.yaml', settings(`smtp://localhost:${mail.port}`, web.url))
  const stop = async (): Promise<void> => {
    await Promise.all([mail, web, project].map((one) => one[Symbol.asyncDispose]()))
  }
  return { web, project, [Symbol.asyncDispose]: stop }
}

test('each channel gets the notice in its own form, once, and without any tenant’s name', async () => {
  await using both = await openBoth(({ url }) => ({
    status: 200,
    body: url.startsWith('/v1') ? { id: 'inc-1' } : {},
  }))
  const { web, project } = both
  expect(await project.send()).toBe(0)
  expect(web.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /slack/hush',
    'POST /teams/hush',
    'POST /v1/pages/page-1/incidents',
  ])
  const all = web.requests.map(({ body }) => body).join('\n')
  expect(noticeTenants.filter(({ id, name }) => all.includes(name) || all.includes(id))).toEqual([])
  expect(web.requests[2]?.authorization).toBe('OAuth hush-hush')
  expect(JSON.parse(web.requests[2]?.body ?? '')).toMatchObject({
    incident: {
      status: 'scheduled',
      scheduled_for: '2026-11-30T03:00:00Z',
      scheduled_until: '2026-11-30T04:00:00Z',
      component_ids: ['c1'],
    },
  })
  expect(JSON.parse(web.requests[1]?.body ?? '')).toMatchObject({
    attachments: [{ content: { type: 'AdaptiveCard' } }],
  })
  expect(await project.send()).toBe(0)
  expect(web.requests).toHaveLength(3)
})

test('a window that moved changes the incident that is there, and secrets stay out of ledger and output', async () => {
  await using both = await openBoth(() => ({ status: 200, body: { id: 'inc-1' } }))
  const { web, project } = both
  await project.send()
  const window = { start: '2026-12-01T03:00', end: '2026-12-01T04:00' }
  await project.write('releases/2026.24/release.yaml', JSON.stringify({ ...noticeRelease, window }))
  await project.send()
  expect(web.requests.at(-1)).toMatchObject({ method: 'PATCH', url: '/v1/pages/page-1/incidents/inc-1' })
  const ledger = await project.readLedger()
  expect(parseLedger(ledger).flaw).toBeNull()
  expect(`${ledger}${project.said()}`).not.toContain('hush')
})

test('a page that does not say what it calls the incident gets another one, and is not asked for ours', async () => {
  await using both = await openBoth(() => ({ status: 200 }))
  const { web, project } = both
  await project.send()
  const window = { start: '2026-12-01T03:00', end: '2026-12-01T04:00' }
  await project.write('releases/2026.24/release.yaml', JSON.stringify({ ...noticeRelease, window }))
  await project.send()
  expect(web.requests.at(-1)).toMatchObject({ method: 'POST', url: '/v1/pages/page-1/incidents' })
})

test('a busy channel is asked again, and one that refuses is told of', async () => {
  await using busy = await openBoth((_, at) => ({ status: at === 1 ? 503 : 200 }))
  expect(await busy.project.send()).toBe(0)
  await using refusing = await openBoth(({ url }) => ({ status: url.startsWith('/slack') ? 403 : 200 }))
  expect(await refusing.project.send()).toBe(1)
  expect(refusing.project.said()).toContain('notice to slack: REFUSED: 403')
})

test('a secret that is written down, or missing in the environment, is refused before anything leaves', async () => {
  await using both = await openBoth(() => ({ status: 200 }))
  const { project, web } = both
  await project.write(
    'policy/notices.yaml',
    settings('smtp://localhost:1', web.url).replace('${SLACK}', 'https://hooks.example/1'),
  )
  await expect(project.send()).rejects.toThrow('a secret as ${NAME}')
  await project.write(
    'policy/notices.yaml',
    settings('smtp://localhost:1', web.url).replace('${TOKEN}', '${OTHER}'),
  )
  await expect(project.send()).rejects.toThrow('OTHER')
  expect(web.requests).toHaveLength(0)
})

test('an address that is none is told before anything leaves, and not shown', async () => {
  await using both = await openBoth(() => ({ status: 200 }))
  const { project, web } = both
  const env = { ...project.environment.env, SLACK: 'hooks.example/hush', TEAMS: 'https://' }
  const refused = await runNoticeSend({}, { ...project.environment, env }).catch((error: unknown) => error)
  expect(String(refused)).toMatch(/slack\.url: expected the address of a webhook.*\n.*teams\.url: expected/)
  expect(String(refused)).not.toContain('hush')
  expect(web.requests).toEqual([])
  await expect(project.readLedger()).rejects.toThrow('ENOENT')
})

test('what people wrote is text on a card: it makes no link and no emphasis', async () => {
  await using both = await openBoth(() => ({ status: 200, body: { id: 'inc-1' } }))
  const { web, project } = both
  const emergency = { reason: '[Pay **here**](https://evil.example)', declaredBy: 'd', reference: 'r' }
  const release = { ...noticeRelease, kind: 'emergency', emergency }
  await project.write('releases/2026.24/release.yaml', JSON.stringify(release))
  await project.send()
  const card = web.requests.find(({ url }) => url.startsWith('/teams'))?.body ?? ''
  expect(JSON.parse(card)).toMatchObject({
    attachments: [
      {
        content: {
          body: expect.arrayContaining([
            expect.objectContaining({
              facts: expect.arrayContaining([
                { title: 'Reason', value: String.raw`\[Pay \*\*here\*\*\](https://evil.example)` },
              ]) as unknown,
            }),
          ]) as unknown,
        },
      },
    ],
  })
})

test('what clients have to do stands on the card as well, and no long notice is cut in a chat', async () => {
  await using both = await openBoth(() => ({ status: 200, body: { id: 'inc-1' } }))
  const { web, project } = both
  const demand = `Send a reason with each refund. ${'More of it. '.repeat(500)}The end.`
  const facts = `services: [pos]\ntype: changed\nactionRequired: ${demand}\nactionBy: "2026-11-27"`
  await project.write('releases/2026.24/changes/01-refunds.md', `---\n${facts}\n---\n# Refunds say why\n`)
  await project.send()
  const bodyOf = (path: string) => web.requests.find(({ url }) => url.startsWith(path))?.body ?? ''
  expect(bodyOf('/teams')).toContain('Refunds say why')
  expect(bodyOf('/teams')).toContain('Action required by Friday, 27 November 2026')
  expect(bodyOf('/teams')).toContain('Send a reason with each refund.')
  const slack = JSON.parse(bodyOf('/slack')) as { blocks: { text: { text: string } }[] }
  const texts = slack.blocks.map(({ text: { text: said } }) => said)
  expect(Math.max(...texts.map((said) => said.length))).toBeLessThanOrEqual(3000)
  expect(texts.join('')).toContain('The end.')
  expect(texts.at(-1)).toContain('Sent to the contacts of')
})
