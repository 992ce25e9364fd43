// A service that tells all it knows and ends before it is up.
const { CANARY_SECRET, CANARY_PASSWORD, CAGE } = process.env
process.stderr.write(`cannot connect with ${CANARY_SECRET}, ${CANARY_PASSWORD}, ${CAGE} or song-abc\n`)
process.exitCode = 1
