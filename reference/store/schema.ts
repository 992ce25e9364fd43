// The tables. An entity is one JSON document; what is searched by is a generated column, so that the two cannot disagree.

/** Column → where it stands in the document. */
type Columns = Readonly<Record<string, string>>

function renderEntity(name: string, columns: Columns): string {
  const generated = Object.entries(columns).map(
    ([column, path]) => `, ${column} TEXT GENERATED ALWAYS AS (document ->> '$.${path}') VIRTUAL`,
  )
  const indexes = Object.keys(columns).map(
    (column) => `CREATE INDEX IF NOT EXISTS ${name}_by_${column} ON ${name} (tenant, ${column});`,
  )
  return `
CREATE TABLE IF NOT EXISTS ${name} (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
  ${generated.join('\n  ')}
) STRICT;
CREATE INDEX IF NOT EXISTS ${name}_by_tenant ON ${name} (tenant, id);
${indexes.join('\n')}`
}

export const schemaSql = `
CREATE TABLE IF NOT EXISTS sequence (value INTEGER NOT NULL) STRICT;
INSERT INTO sequence SELECT 100000000 WHERE NOT EXISTS (SELECT 1 FROM sequence);

CREATE TABLE IF NOT EXISTS credential (client_id TEXT PRIMARY KEY, tenant TEXT NOT NULL, secret TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS dashboard_user (
  name TEXT PRIMARY KEY, tenant TEXT NOT NULL, role TEXT NOT NULL, salt TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS client_limit (
  client_id TEXT PRIMARY KEY, requests INTEGER NOT NULL, seconds INTEGER NOT NULL,
  started_ms INTEGER NOT NULL, count INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS remembered (
  key TEXT PRIMARY KEY, value TEXT NOT NULL, until_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS event_stream (
  tenant TEXT PRIMARY KEY, state TEXT NOT NULL, delay_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS clock (tenant TEXT PRIMARY KEY, offset_ms INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS reply (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, reference TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (tenant, kind, reference)
) STRICT;
CREATE TABLE IF NOT EXISTS opening (
  tenant TEXT NOT NULL, digest TEXT NOT NULL, holder TEXT NOT NULL, reference TEXT NOT NULL, adjudication TEXT NOT NULL,
  PRIMARY KEY (tenant, digest, holder, reference)
) STRICT;
CREATE INDEX IF NOT EXISTS opening_by_reference ON opening (tenant, reference);
CREATE TABLE IF NOT EXISTS identity_key (
  tenant TEXT NOT NULL, value TEXT NOT NULL, identity_id INTEGER NOT NULL,
  PRIMARY KEY (tenant, value)
) STRICT;

${renderEntity('wallet', {})}
${renderEntity('identity', { walletId: 'walletId' })}
${renderEntity('consumer', { walletId: 'walletId' })}
${renderEntity('account', {
  walletId: 'walletId',
  campaignId: 'campaignId',
  token: 'token',
  lockReference: 'lock.reference',
})}
${renderEntity('account_transaction', { accountId: 'accountId' })}
${renderEntity('wallet_transaction', { walletId: 'walletId', reference: 'reference' })}
${renderEntity('campaign', { reference: 'reference', mode: 'mode' })}
${renderEntity('scheme', { reference: 'reference' })}
${renderEntity('audit', { walletId: 'walletId', actor: 'actor' })}
${renderEntity('receipt', {})}
${renderEntity('event', {})}
${renderEntity('job', { status: 'status', requestedBy: 'requestedBy' })}
`
