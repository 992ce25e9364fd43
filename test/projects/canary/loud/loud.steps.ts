// Code of a team that tells all it knows and cannot be loaded.
const { CANARY_SECRET, CANARY_PASSWORD, CAGE } = process.env
process.stdout.write(`tried ${CANARY_SECRET}\n`)
throw new Error(`no connection with ${CANARY_PASSWORD}, ${CAGE} or song-abc`)
