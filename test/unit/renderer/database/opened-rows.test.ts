import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OpenedRows } from '../../../../renderer/database/opened-rows.ts'

const seal = (number: number): Uint8Array => new Uint8Array(28).fill(number)

test('whatever was opened before, the content is that of the seal, and no more are kept than said', async () => {
  const reads = fc.array(fc.record({ place: fc.nat(5), number: fc.nat(3) }), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(reads, async (all) => {
      const rows = new OpenedRows(3)
      const lately: string[] = []
      for (const { place, number } of all) {
        const name = `row/${place}`
        let isOpened = false
        const content = await rows.content(name, seal(number), () => {
          isOpened = true
          return Promise.resolve(`${name} ${number}`)
        })
        expect(content).toBe(`${name} ${number}`)
        const lastThree = [...new Set(lately.toReversed().map((one) => one.split(' ')[0]))].slice(0, 3)
        const isKnown = lastThree.includes(name) && lately.findLast((one) => one.startsWith(name)) === content
        expect(isOpened).toBe(!isKnown)
        lately.push(`${name} ${number}`)
      }
    }),
  )
})
