import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  isMapped,
  originOf,
  registerScheme,
  toAppUrl,
  toEngineUrl,
} from '../../../../electron/host/addresses.ts'

beforeAll(() => registerScheme('app'))

test('app addresses are secure addresses that can never resolve', () => {
  expect(toEngineUrl('app://bundle/index.html?a=1#/drafts')).toBe(
    'https://bundle.app.invalid/index.html?a=1#/drafts',
  )
})

test('every app address comes back as it was', () => {
  fc.assert(
    fc.property(fc.domain(), fc.webPath(), fc.webQueryParameters(), (host, path, query) => {
      const url = `app://${host}${path}?${query}`
      expect(isMapped(toEngineUrl(url))).toBe(true)
      expect(toAppUrl(toEngineUrl(url))).toBe(url)
    }),
    { numRuns: 30 },
  )
})

test.each([
  'https://example.com/',
  'https://x.other.invalid/',
  'https://app.invalid.example.com/',
  'about:blank',
  'blob:x',
])('%s is nobody of ours', (url) => {
  expect(isMapped(url)).toBe(false)
  expect(toAppUrl(url)).toBe(url)
})

test('origins are those of the app', () => {
  expect(originOf('app://bundle/pin')).toBe('app://bundle')
  expect(originOf('https://example.com/x')).toBe('https://example.com')
  expect(originOf('blob:https://bundle.app.invalid/1')).not.toBe('app://bundle')
  expect(originOf('')).toBe('null')
})
