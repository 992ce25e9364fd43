import { expect, test } from 'vitest'
import { listSecrets, type Filled } from './list-secrets.ts'

const values = { HOST: 'http://10.0.0.1', TOKEN: 'token-1', USER: 'user-1', PASSWORD: 'password-1' }

function targetOf(url: string, headers: Record<string, string> = {}): Filled['written'] {
  return { identity: { url, version: '$.v', headers }, services: { api: '${HOST}' } }
}

test.each<[what: string, written: Filled['written'], secrets: string[]]>([
  ['an address alone', targetOf('${HOST}/version'), []],
  ['a query', targetOf('${HOST}/version?token=${TOKEN}'), ['token-1']],
  ['what stands before the host', targetOf('https://${USER}:${PASSWORD}@host/'), ['user-1', 'password-1']],
  ['a header', targetOf('/version', { authorization: 'Bearer ${TOKEN}' }), ['token-1']],
])('of a target: %s', (_what, written, secrets) => {
  expect(listSecrets({ written, values, tenants: [] })).toEqual(secrets)
})

test('of a tenant: its secret, and the password of each role, once', () => {
  const roles = { marketing: { user: 'm', password: 'p-2' }, supervisor: { user: 's', password: 'p-1' } }
  const tenants = [{ secret: 's-1', dashboard: { user: 'u', password: 'p-1', roles } }, { secret: 's-2' }]
  expect(listSecrets({ written: targetOf('/version'), values, tenants })).toEqual([
    's-1',
    'p-1',
    'p-2',
    's-2',
  ])
})
