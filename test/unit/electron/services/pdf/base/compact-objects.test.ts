import { PDFContext, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import { expect, test } from 'vitest'
import { compactObjects } from '../../../../../../electron/services/pdf/base/compact-objects.ts'

test('what is reachable is numbered from 1 without a gap, the rest is dropped', () => {
  const context = PDFContext.create()
  const shared = context.obj({ Name: 'Shared' })
  const leaf = PDFRef.of(90)
  context.assign(leaf, context.obj({ Back: PDFRef.of(40), Kept: shared }))
  context.assign(PDFRef.of(70), context.obj({ Orphan: leaf }))
  context.assign(PDFRef.of(40), context.obj({ Kids: [leaf, [leaf]], Kept: shared, Gone: PDFRef.of(999) }))
  context.trailerInfo.Root = PDFRef.of(40)

  compactObjects(context)

  const root = context.lookup(context.trailerInfo.Root, PDFDict)
  expect(context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber)).toEqual([1, 2])
  expect(context.largestObjectNumber).toBe(2)
  expect(root.get(PDFName.of('Kids'))?.toString()).toBe('[ 2 0 R [ 2 0 R ] ]')
  expect(root.toString()).toContain('/Gone null')
  expect(context.lookup(PDFRef.of(2), PDFDict).get(PDFName.of('Back'))).toBe(context.trailerInfo.Root)
})
