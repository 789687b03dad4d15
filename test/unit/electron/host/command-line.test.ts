import { expect, test } from 'vitest'
import { engineSwitches, parseCommandLine } from '../../../../electron/host/command-line.ts'

test('reads the command line of a test driver', () => {
  const args = [
    '-r',
    '/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '.',
    '--practice',
  ]
  expect(parseCommandLine(args)).toEqual({
    required: ['/loader.js'],
    inspectPort: 0,
    switches: new Map([
      ['no-sandbox', ''],
      ['remote-debugging-port', '0'],
      ['practice', ''],
    ]),
    app: '.',
  })
})

test('the first plain word is the app, and those after it are its own', () => {
  expect(parseCommandLine(['./built', 'file.pdf', '-r', 'x'])).toMatchObject({ app: './built', required: [] })
  expect(parseCommandLine([]).app).toBe('.')
})

test('only what concerns the engine reaches it', () => {
  const { switches } = parseCommandLine([
    '.',
    '--practice',
    '--user-data-dir=/x',
    '--lang=vi',
    '--remote-allow-origins=*',
  ])
  expect([...engineSwitches(switches).keys()]).toEqual(['user-data-dir', 'lang'])
})
