// What a tenants file says about people and hours has to be right long before somebody must be reached.
import { expect, test } from 'vitest'
import { parseYaml } from './parse-document.ts'
import { tenantsFileSchema } from './tenant.ts'

const lines = [
  'tenants:',
  '  - id: maple',
  '    name: Maple',
  '    zone: Europe/London',
  '    calendar: GB-ENG',
  '    services: [wallet]',
  '    clientId: a',
  '    secret: b',
  '    contacts: [ops@maple.example, root@localhost]',
  '    tradingHours: "06:00-23:00"',
]
function tell(key: string, value: string): string[] {
  const text = lines.map((line) => (line.includes(` ${key}:`) ? `    ${key}: ${value}` : line)).join('\n')
  const parsed = parseYaml({ file: 'tenants.yaml', text }, tenantsFileSchema)
  return parsed.ok ? [] : parsed.problems.map(({ line, path, expected }) => `${line} ${path}: ${expected}`)
}

test.each([
  ['zone', 'Europe/Lodnon', ['4 tenants[0].zone: a time zone such as Europe/London']],
  ['zone', '"+01:00"', ['4 tenants[0].zone: a time zone such as Europe/London']],
  ['zone', '"2026-01-01T00:00[Europe/London]"', ['4 tenants[0].zone: a time zone such as Europe/London']],
  ['zone', 'Pacific/Apia', []],
  ['contacts', '[ops]', ['9 tenants[0].contacts[0]: an address such as ops@maple.example']],
  [
    'contacts',
    '["Ops <ops@maple.example>"]',
    ['9 tenants[0].contacts[0]: an address such as ops@maple.example'],
  ],
  [
    'contacts',
    '["a@b.example\\nBcc: c@d.example"]',
    ['9 tenants[0].contacts[0]: an address such as ops@maple.example'],
  ],
  ['tradingHours', '06:00-25:00', ['10 tenants[0].tradingHours: hours such as "06:00-23:00"']],
  ['tradingHours', '09:00-00:00', []],
  ['tradingHours', '00:00-00:00', []],
  [
    'tradingHours',
    '09:00-09:00',
    [
      '10 tenants[0].tradingHours: hours that end at another time than they begin, or "00:00-00:00" for round the clock',
    ],
  ],
])('%s: %s', (key, value, told) => {
  expect(tell(key, value)).toEqual(told)
})

test('an id that two have is told where it stands once more', () => {
  const text = [...lines, ...lines.slice(1)].join('\n')
  const parsed = parseYaml({ file: 'tenants.yaml', text }, tenantsFileSchema)
  expect(parsed).toMatchObject({
    problems: [
      { line: 11, path: 'tenants[1].id', expected: 'an id that no other tenant has', received: '"maple"' },
    ],
  })
})
