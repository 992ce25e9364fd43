// A certificate for 127.0.0.1, made at start and trusted by nobody until a client is told where it lies.
import { generate } from 'selfsigned'

export async function makeCertificate(): Promise<{ key: string; certificate: string }> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 7 * 24 * 3600 * 1000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  })
  return { key: made.private, certificate: made.cert }
}
