import { z } from 'zod'
import { expect, test } from 'vitest'
import { errorCodes } from '#shared/errors/error-codes.ts'
import { contract, isEventName, isRequestName, pageContract } from '#shared/ipc/contract.ts'
import { commonErrors } from '#shared/ipc/envelope.ts'
import { pinIpc } from '#shared/ipc/pin.ipc.ts'

const entries = Object.entries(contract)

test('names are context.verb or context.noun, and every context has a file of its own', () => {
  for (const [name] of entries) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
})

test('every part is a schema, and every code is explained once', () => {
  for (const [name, definition] of entries) {
    if (definition.kind === 'event') {
      expect(definition.payload, name).toBeInstanceOf(z.ZodType)
      continue
    }
    expect(definition.input, name).toBeInstanceOf(z.ZodType)
    expect(definition.output, name).toBeInstanceOf(z.ZodType)
    for (const code of definition.errors) {
      expect(Object.keys(errorCodes), name).toContain(code)
      expect(commonErrors, `${name} need not declare ${code}`).not.toContain(code)
    }
  }
})

test('objects that cross have no unknown members', () => {
  for (const [name, definition] of entries) {
    const schema = definition.kind === 'event' ? definition.payload : definition.input
    if (!(schema instanceof z.ZodObject)) continue
    expect(schema.safeParse({ extra: true }).success, name).toBe(false)
  }
})

test('the PIN window has one request of its own, and the page has none of it', () => {
  expect(Object.keys(pinIpc)).toEqual(['pin.say'])
  expect(Object.keys(pageContract)).not.toContain('pin.say')
})

test('names are told apart by kind, and inherited names are none', () => {
  expect([isRequestName('blobs.get'), isEventName('blobs.get')]).toEqual([true, false])
  expect([isRequestName('backbone.doorbell'), isEventName('backbone.doorbell')]).toEqual([false, true])
  for (const name of ['toString', '__proto__', 'constructor', '', undefined, 7])
    expect(isRequestName(name)).toBe(false)
})
