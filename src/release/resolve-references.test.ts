import { describe, expect, it } from 'vitest'
import { resolveReferences } from './resolve-references.ts'

describe('resolveReferences', () => {
  it('puts values in at any depth and remembers them', () => {
    const written = {
      tenants: [{ id: 'maple', secret: '${MAPLE_SECRET}', url: 'http://${HOST}:${PORT}/x' }],
      retries: 2,
    }
    const resolved = resolveReferences(written, { MAPLE_SECRET: 's', HOST: 'h', PORT: '1' }, 'tenants.yaml')
    expect(resolved).toEqual({
      ok: true,
      value: {
        value: { tenants: [{ id: 'maple', secret: 's', url: 'http://h:1/x' }], retries: 2 },
        used: { MAPLE_SECRET: 's', HOST: 'h', PORT: '1' },
      },
    })
  })

  it('names every missing value with its place, and treats an empty one as missing', () => {
    const resolved = resolveReferences({ a: '${ONE}', b: ['${TWO}'] }, { TWO: '' }, 'target.yaml')
    expect(resolved.ok ? [] : resolved.problems.map(({ path, remedy }) => [path, remedy])).toEqual([
      ['a', 'Set ONE before the run.'],
      ['b[0]', 'Set TWO before the run.'],
    ])
  })

  it('takes what every object has for no value', () => {
    expect(resolveReferences({ secret: '${toString}' }, {}, 'tenants.yaml').ok).toBe(false)
  })
})
