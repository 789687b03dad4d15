import { expect, it } from 'vitest'
import { z } from 'zod'
import { jsonFile } from '../../../../backbone/sealing/json-file.ts'
import { memoryFiles } from '../../../../backbone/sealing/memory-files.ts'

const list = (files = memoryFiles()) => jsonFile(files, 'names', z.array(z.string()).readonly(), [])

it('makes changes one after the other, so that none is lost', async () => {
  const names = list()
  await Promise.all(['an', 'bình', 'cường'].map((one) => names.change((before) => [...before, one])))
  expect(await names.read()).toEqual(['an', 'bình', 'cường'])
})

it('goes on after a change that failed, and tells who asked for it', async () => {
  const names = list()
  const failing = names.change(() => {
    throw new Error('no such name')
  })
  const next = names.change((before) => [...before, 'an'])
  await expect(failing).rejects.toThrow('no such name')
  expect(await next).toEqual(['an'])
})

it('is not read as something else than it is', async () => {
  const files = memoryFiles()
  await files.write('names', '{"an":1}')
  await expect(list(files).read()).rejects.toThrow()
})
