/** Import direction between the rooms. Default deny: a file outside the table is an error (rule `known-room`). */
const SHARED_PACKAGES =
  '^(zod|saxes|pkijs|asn1js|@noble/hashes|yjs|ical\\.js|rrule|fflate)(/|$)|^node_modules/(zod|saxes|xmlchars|pkijs|asn1js|pvtsutils|pvutils|bytestreamjs|@noble/hashes|yjs|lib0|ical\\.js|rrule|fflate)/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'known-room',
      severity: 'error',
      comment: 'Every source file lives in a room.',
      from: { pathNot: '^(shared|renderer|electron|backbone|scripts|node_modules|[^/]+$)' },
      to: {},
    },
    {
      name: 'shared-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(renderer|electron|backbone|test|scripts)/' },
    },
    {
      name: 'shared-packages',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
        pathNot: SHARED_PACKAGES,
      },
    },
    {
      name: 'shared-no-core',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-first',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { path: '^shared/(?!kernel/)' },
    },
    {
      name: 'errors-second',
      severity: 'error',
      from: { path: '^shared/errors/' },
      to: { path: '^shared/(?!kernel/|errors/)' },
    },
    {
      name: 'domain-below-wire',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { path: '^shared/(ipc|protocol|exchange|pdf)/' },
    },
    {
      name: 'rooms-apart',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|backbone|test|scripts)/' },
    },
    {
      name: 'electron-apart',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|backbone|test)/' },
    },
    {
      name: 'backbone-apart',
      severity: 'error',
      from: { path: '^backbone/' },
      to: { path: '^(renderer|electron|test)/' },
    },
    {
      name: 'renderer-no-core',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'dexie-in-database',
      severity: 'error',
      from: { path: '^(renderer|shared|electron|backbone)/', pathNot: '^renderer/database/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'engine-in-engine',
      severity: 'error',
      from: { path: '^(backbone|electron|shared|renderer)/', pathNot: '^backbone/engine/' },
      to: { path: '^(node:sqlite|sqlite)$|node_modules/pg/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-below-app',
      severity: 'error',
      from: { path: '^renderer/(ui|native|database|commands|sync|i18n|projections|features)/' },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'host-unknown',
      severity: 'error',
      comment: 'Nothing outside electron/host knows which shell it runs on.',
      from: { path: '^(shared|renderer|backbone|electron)/', pathNot: '^electron/(host|launch)/' },
      to: { path: '^electron/host/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^electron$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
    },
    exclude: { path: '\\.(css|json|svg|png|html)$' },
  },
}
