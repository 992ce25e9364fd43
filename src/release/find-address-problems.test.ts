import { expect, test } from 'vitest'
import { findAddressProblems } from './find-address-problems.ts'

test.each(['http://127.0.0.1:80', 'https://{tenant.id}.example/api', 'HTTP://host/{tenant.clientId}'])(
  '%s is an address',
  (wallet) => expect(findAddressProblems({ services: { wallet } }, 'here.yaml')).toEqual([]),
)

test.each(['localhost:8080', '/api', 'http://', 'ftp://host', 'host'])('%s is none', (wallet) => {
  expect(
    findAddressProblems({ services: { wallet, pos: 'http://h' }, openapi: wallet }, 'here.yaml'),
  ).toMatchObject([
    { file: 'here.yaml', path: 'services.wallet', received: wallet },
    { file: 'here.yaml', path: 'openapi', received: wallet },
  ])
})
