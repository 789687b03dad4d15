import { execFile } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
  }
}

/** What the checker of this repository says of a tree with these files. */
async function check(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const tree = await temporaryFolder()
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'])
    await cp(path.join(root, name), path.join(tree, name))
  for (const room of ['shared', 'renderer', 'electron', 'backbone', 'scripts'])
    await mkdir(path.join(tree, room))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(tree, name)), { recursive: true })
    await writeFile(path.join(tree, name), content)
  }
  const cli = path.join(root, 'node_modules/.bin/depcruise')
  const args = [
    cli,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared',
    'renderer',
    'electron',
    'backbone',
    'scripts',
  ]
  const { stdout } = await run(process.execPath, args, { cwd: tree, maxBuffer: 64 * 1024 * 1024 })
  const { summary } = JSON.parse(stdout) as Report
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}

const importing = (from: string): string => `import { one } from '${from}'\nexport const bad = one\n`

/** What keeps to the table, and the other half of a cycle, which is told once: none of these may be named. */
const good: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'electron',
      'renderer',
      'electron/host',
      'shared/domain',
      'shared/ipc',
      'renderer/app',
      'renderer/features/b',
    ].map((folder) => [`${folder}/one.ts`, 'export const one = 1\nexport type One = 1\n']),
  ),
  'shared/domain/cycle-b.ts': "import { a } from './cycle-a.ts'\nexport const b = () => a\n",
  'shared/kernel/one.ts': 'export const one = 1\n',
  'shared/domain/x/good.ts': importing('../../kernel/one.ts'),
  'renderer/native/good.ts': importing('#shared/kernel/one.ts'),
  'electron/services/x/good.ts':
    "import { readFile } from 'node:fs/promises'\nexport const good = readFile\n",
}

/** One file for each rule, and the rule it breaks. */
const seeds: readonly (readonly [rule: string, file: string, content: string])[] = [
  ['rooms-apart', 'renderer/app/bad-value.ts', importing('../../electron/one.ts')],
  [
    'rooms-apart',
    'renderer/app/bad-type.ts',
    "import type { One } from '../../electron/one.ts'\nexport type Bad = One\n",
  ],
  ['electron-apart', 'electron/app/bad.ts', importing('../../renderer/one.ts')],
  ['backbone-apart', 'backbone/bad.ts', importing('../electron/one.ts')],
  ['shared-alone', 'shared/domain/bad-room.ts', importing('../../electron/one.ts')],
  ['shared-no-core', 'shared/domain/bad-core.ts', "import fs from 'node:fs'\nexport const bad = fs\n"],
  ['renderer-no-core', 'renderer/app/bad-core.ts', "import path from 'node:path'\nexport const bad = path\n"],
  ['kernel-first', 'shared/kernel/bad.ts', importing('../domain/one.ts')],
  ['errors-second', 'shared/errors/bad.ts', importing('../ipc/one.ts')],
  ['domain-below-wire', 'shared/domain/bad-wire.ts', importing('../ipc/one.ts')],
  ['host-unknown', 'electron/app/bad-host.ts', importing('../host/one.ts')],
  [
    'engine-in-engine',
    'electron/app/bad-engine.ts',
    "import sqlite from 'node:sqlite'\nexport const bad = sqlite\n",
  ],
  ['features-apart', 'renderer/features/a/bad.ts', importing('../b/one.ts')],
  ['features-below-app', 'renderer/features/a/bad-app.ts', importing('../../app/one.ts')],
  ['resolvable', 'renderer/app/bad-name.ts', importing('./none.ts')],
  ['no-cycles', 'shared/domain/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = () => b\n"],
]

test('every seeded violation is found under its rule, and nothing else is', async () => {
  const bad = Object.fromEntries(seeds.map(([, file, content]) => [file, content]))
  const found = await check({ ...good, ...bad })
  expect(found.toSorted()).toEqual(seeds.map(([rule, file]) => `${rule} ${file}`).toSorted())
}, 60_000)
