import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { openPractice } from '../../../backbone/practice/open-practice.ts'
import { verdictOf, type Letter } from '../../../shared/domain/correspondence/letter.ts'
import { letterStatuses } from '../../../shared/domain/correspondence/letter-status.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { OfficialDocument } from '../../../shared/domain/documents/document.ts'
import type { AggregateKind } from '../../../shared/log/command.ts'
import { aNodeKey } from '../../builders/node-key.ts'

const journal = {
  warn: (what: string) => {
    throw new Error(what)
  },
  error: (what: string, error: unknown) => {
    throw new Error(what, { cause: error })
  },
}

describe('the first day of practice', () => {
  it.each([
    ['a Wednesday in autumn', '2026-11-25T03:00:00.000Z'],
    ['New Year’s morning', '2026-12-31T17:05:00.000Z'],
    ['the fourth day of the year', '2027-01-04T02:00:00.000Z'],
    ['a leap day before dawn', '2028-02-28T20:00:00.000Z'],
  ])(
    'is lawful and has something in every state on %s',
    async (_name, at) => {
      const folder = await mkdtemp(join(tmpdir(), 'congso-practice-'))
      const clock = { now: () => Date.parse(at) }
      const key = aNodeKey()
      const practice = await openPractice({ dataDir: folder, secret: 'x'.repeat(32), key, journal, clock })
      await practice.close()
      const engine = openSqliteEngine(join(folder, 'province', 'node.sqlite'), key)
      const all = async <T>(kind: AggregateKind): Promise<T[]> =>
        Promise.all(
          (await engine.aggregates('snv', kind)).map(
            async (ref) => JSON.parse((await engine.state('snv', ref))!.json) as T,
          ),
        )
      const letters = await all<Letter>('letter')
      expect(new Set(letters.map((one) => one.status))).toEqual(new Set(letterStatuses))
      expect(new Set(letters.map(verdictOf))).toEqual(new Set(['valid', 'unsigned', 'invalid']))
      const documents = await all<OfficialDocument>('document')
      expect(new Set(documents.map((one) => one.status))).toEqual(
        new Set(['draft', 'returned', 'submitted', 'issued']),
      )
      const reached = (await all<Dispatch>('dispatch')).flatMap((one) => one.recipients.map((to) => to.state))
      expect(reached.sort()).toEqual(['03', '06', 'failed', 'sent', 'sent'])
      expect(await all('unmatched')).toHaveLength(1)
      await engine.close()
      await rm(folder, { recursive: true })
    },
    60_000,
  )
})
