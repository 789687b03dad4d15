import { expect, test } from 'vitest'
import { oneTimePages } from '../../../../../electron/services/one-time-pages/one-time-pages.ts'

test('what is offered is served once, on its origin, under an address nobody can guess', () => {
  const pages = oneTimePages()
  const address = new URL(pages.offer('print', Uint8Array.of(1), 'text/html'))
  expect(address.pathname).toMatch(/^\/once\/[0-9a-f]{32}$/)
  expect(pages.take('viewer', address.pathname)).toBeUndefined()
  expect(pages.take('print', address.pathname)?.type).toBe('text/html')
  expect(pages.take('print', address.pathname)).toBeUndefined()
})
