import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { PracticeState } from '#shared/ipc/practice.ipc.ts'
import { backOff } from '../../../../../electron/services/backbone/back-off.ts'
import { practiceNode } from '../../../../../electron/services/node-process/practice-node.ts'
import { forkChild } from '../../../../fakes/forked-child.ts'
import { memoryLog } from '../../../../fakes/memory-log.ts'
import { temporaryFolder } from '../../../../fakes/temporary-folder.ts'

async function nodeWith(program: string, key = () => Promise.resolve({ base64: 'a2V5' })) {
  const folder = await temporaryFolder()
  const entry = path.join(folder, 'node.mjs')
  await writeFile(entry, program)
  const states: PracticeState['node'][] = []
  const waiting: { state: string; resolve: () => void }[] = []
  const node = practiceNode({
    startChild: forkChild,
    entry,
    dataDir: folder,
    secret: 'x',
    key,
    backOff: backOff(1, 10),
    log: memoryLog(),
    startMs: 20_000,
    onState: ({ node: state }) => {
      states.push(state)
      for (const one of waiting) if (one.state === state) one.resolve()
    },
  })
  const next = (state: PracticeState['node']): Promise<void> =>
    new Promise((resolve) => waiting.push({ state, resolve }))
  return { node, states, next }
}

const answering = `process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(
  data.mode === 'practice' && data.secret === 'x' && data.key.base64 === 'a2V5' && data.dataDir ? { port: 4321 } : {}))`

test('a node that tells its port runs until it is stopped', async () => {
  const { node, states } = await nodeWith(answering)
  expect(node.address()).toBeUndefined()
  await node.start()
  expect(node.address()).toBe('http://127.0.0.1:4321')
  await node.stop()
  expect(node.address()).toBeUndefined()
  expect(states).toEqual(['starting', 'running', 'stopped'])
})

test('a node that ends by itself is started again', async () => {
  const { node, states, next } = await nodeWith(`${answering}; setTimeout(() => process.exit(3), 300)`)
  await node.start()
  await next('failed')
  await next('running')
  await node.stop()
  expect(states.slice(0, 5)).toEqual(['starting', 'running', 'failed', 'starting', 'running'])
  expect(states.at(-1)).toBe('stopped')
})

test('a node that cannot start says so, and settles', async () => {
  const { node } = await nodeWith('process.exit(1)')
  await expect(node.start()).rejects.toMatchObject({ code: 'node-start-failed' })
  await node.settled()
  await node.stop()
})

test('a node whose key cannot be had does not start', async () => {
  const { node } = await nodeWith(answering, () => Promise.reject(new Error('locked')))
  await expect(node.start()).rejects.toMatchObject({ code: 'node-start-failed' })
  await node.stop()
})

test('stopping and starting again waits for the old one to be gone', async () => {
  const { node } = await nodeWith(answering)
  await node.start()
  const stopped = node.stop()
  await node.start()
  await stopped
  expect(node.state()).toEqual({ node: 'running' })
  await node.stop()
})

test('a node may wait for something else; asked for it starts at once, and after a stop not at all', async () => {
  const { node, states } = await nodeWith(answering)
  const first = Promise.withResolvers<undefined>()
  const later = node.startAfter(first.promise)
  expect(states).toEqual(['starting'])
  await node.start()
  first.resolve(undefined)
  await later
  await node.stop()
  expect(states).toEqual(['starting', 'running', 'stopped'])

  const second = Promise.withResolvers<undefined>()
  const never = node.startAfter(second.promise)
  await node.stop()
  second.resolve(undefined)
  await never
  expect(node.state()).toEqual({ node: 'stopped' })
})
