// The house's one direction, held by a tool: release → plan → run → results → evidence → notice → gate → verdict → report.
const after = {
  release: 'plan|run|evidence|notice|gate|report|rehearsal|parity|history',
  plan: 'run|evidence|notice|gate|report|rehearsal|parity|history',
  run: 'evidence|notice|gate|report|rehearsal|parity|history',
  evidence: 'notice|gate|report|rehearsal|parity|history',
  notice: 'gate|report',
  gate: 'report',
  history: 'report|notice|rehearsal|parity',
}

const oneDirection = Object.entries(after).map(([room, later]) => ({
  name: `${room}-looks-back-only`,
  comment: `src/${room} imports from a room that stands after it. Move what it needs forward, or pass it in as a value.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${later})/` },
}))

// A history is a database, but what it says and what is put into it are values; of a notice only the sending is not.
const pure =
  '^src/((release|plan|evidence|gate|report)/|notice/(?!sending/)|history/(past|run-record|make-recording)[.]ts)'

export default {
  forbidden: [
    ...oneDirection,
    {
      name: 'pure-rooms-touch-nothing',
      comment:
        'A pure room reads a file, starts a process or opens a connection. Read it in src/io or scripts and hand the value over.',
      severity: 'error',
      from: { path: pure, pathNot: '[.]test[.]ts$' },
      to: {
        path: '^(node:)?(fs|fs/promises|child_process|net|http|https|os|worker_threads|dns|tls)$',
        dependencyTypes: ['core'],
      },
    },
    {
      name: 'pure-rooms-know-no-doors',
      comment:
        'A pure room imports src/io or a script. Effects come in as values, through the command that calls it.',
      severity: 'error',
      from: { path: pure, pathNot: '[.]test[.]ts$' },
      to: { path: '^(src/io|scripts)/' },
    },
    {
      name: 'history-comes-as-a-value',
      comment:
        'Code opens the history, or knows how it is kept. Commands read it and hand `Past` over; only its type, src/history/past.ts, is for others.',
      severity: 'error',
      from: { path: '^(src|steps|support|reference)/', pathNot: '^src/history/|[.]test[.]ts$' },
      to: { path: '^src/history/', pathNot: '^src/history/past[.]ts$' },
    },
    {
      name: 'nothing-imports-commands',
      comment:
        'src, steps or support imports a script. Scripts are the shell around everything; turn the arrow round.',
      severity: 'error',
      from: { path: '^(src|steps|support|reference)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'reference-stays-unknown',
      comment:
        'The engine or the suite knows the reference platform. It is a stand-in: only a target file may name it, so that another platform needs no other code.',
      severity: 'error',
      from: { path: '^(src|steps|support|scripts)/' },
      to: { path: '^reference/' },
    },
    {
      name: 'bundle-knows-nobody',
      comment:
        'The bundle imports what it is made of. It knows sources by their paths, since everything may start from it.',
      severity: 'error',
      from: { path: '^bundle/', pathNot: '[.]test[.]ts$' },
      to: { path: '^(src|scripts|steps|support|reference)/' },
    },
    {
      name: 'reference-knows-nobody',
      comment:
        'The reference platform imports the harness. One mistake could then stand in both and hide itself.',
      severity: 'error',
      from: { path: '^reference/', pathNot: '[.]test[.]ts$' },
      to: { path: '^(src|steps|support|scripts)/' },
    },
    {
      name: 'suite-stands-alone',
      comment: 'Steps or support import the engine. What they need of it comes in as World parameters.',
      severity: 'error',
      from: { path: '^(steps|support)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'steps-call-tasks',
      comment: 'A step uses a driver. Its body is a call or two to a task; put the rest there.',
      severity: 'error',
      from: { path: '^steps/' },
      to: { path: '^support/drivers/' },
    },
    {
      name: 'no-code-depends-on-tests',
      comment: 'Product code imports a test or what only tests use.',
      severity: 'error',
      from: { path: '^(src|scripts|steps|support|reference)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^test/|[.]test[.]ts$' },
    },
    {
      name: 'no-circle',
      comment:
        'Two files need each other, so neither can be understood alone. The part both need wants a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-development-package-in-product',
      comment: 'Code that runs for users needs a package that is installed for development only.',
      severity: 'error',
      // Calendars are written by whoever maintains a project; what runs for users reads their files.
      from: {
        path: '^(src|scripts|steps|support|reference)/',
        pathNot: '[.]test[.]ts$|^scripts/make-calendar[.]ts$',
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
