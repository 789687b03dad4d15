import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../../../electron/cli/main.ts'

const EVENT = [
  'BEGIN:VEVENT',
  'UID:giao-ban@so.example',
  'DTSTAMP:20261101T000000Z',
  'DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T080000',
  'DURATION:PT1H',
  'SUMMARY:Giao ban',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'X-GHI-CHU:giữ lại',
  'ORGANIZER:mailto:vanphong@so.example',
  'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:an@so.example',
  'END:VEVENT',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-ics-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', '']
  writeFileSync(path, text.join('\r\n'))
  return path
}

async function printed(...args: string[]): Promise<Record<string, unknown>> {
  const values: unknown[] = []
  expect(await runCommand(['ics', ...args], (value) => values.push(value))).toBe(0)
  return values[0] as Record<string, unknown>
}

describe('congso ics', () => {
  test('prints when things take place, and writes the same calendar again', async () => {
    const path = file('one.ics', ...EVENT)
    const first = await printed('import', path, '--from', '2026-11-23', '--to', '2026-11-30')
    expect(first['occurrences']).toMatchObject([
      { start: '2026-11-23T01:00:00.000Z', end: '2026-11-23T02:00:00.000Z', summary: 'Giao ban' },
      { start: '2026-11-30T01:00:00.000Z' },
    ])
    const json = join(folder, 'one.json')
    const out = join(folder, 'again.ics')
    writeFileSync(json, JSON.stringify(first))
    expect(await printed('export', json, out)).toMatchObject({ file: out, components: 1 })
    expect((await printed('import', out))['jcal']).toEqual(first['jcal'])
    expect(readFileSync(out, 'utf8')).toContain('X-GHI-CHU:giữ lại\r\n')
  })

  test('answers an invitation, and tells the organizer’s calendar', async () => {
    const mine = file('mine.ics')
    const invitation = file('invitation.ics', 'METHOD:REQUEST', ...EVENT)
    const options = ['--as', 'an@so.example', '--answer', 'accepted', '--out', join(folder, 'out')]
    const found = await printed('itip', mine, invitation, ...options)
    expect(found).toMatchObject({ outcome: 'applied', significance: 'significant' })
    const [reply] = found['outgoing'] as { file: string }[]
    expect(reply).toMatchObject({ method: 'REPLY', to: ['mailto:vanphong@so.example'] })
    const again: unknown[] = []
    expect(
      await runCommand(['ics', 'itip', mine, invitation, ...options], (value) => again.push(value)),
    ).toBe(1)
    expect(again).toMatchObject([{ error: { code: 'cli.file-not-written' } }])
    const organizer = file('organizer.ics', ...EVENT)
    const told = await printed('itip', organizer, reply?.file ?? '', '--as', 'vanphong@so.example')
    expect(told['calendar']).toMatchObject({ events: [{ attendees: [{ partstat: 'ACCEPTED' }] }] })
  })

  test('tells what an organizer’s change sends', async () => {
    const before = file('before.ics', ...EVENT)
    const moved = EVENT.map((line) => line.replace('T080000', 'T090000'))
    const after = file('after.ics', ...moved)
    const found = await printed('itip', '--before', before, '--after', after, '--as', 'vanphong@so.example')
    expect(found['outgoing']).toMatchObject([
      { method: 'REQUEST', to: ['mailto:an@so.example'], significance: 'significant' },
    ])
  })

  test('prints why a file is refused, as its answer', async () => {
    const path = join(folder, 'bad.ics')
    writeFileSync(path, 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VALARM\r\n')
    expect(await printed('import', path)).toEqual({
      error: { code: 'not-nested', line: 3, message: 'not nested at line 3: component VALARM' },
    })
  })

  test('fails for arguments that make no sense', async () => {
    const silent = (): void => undefined
    const bad = [
      ['import'],
      ['itip', 'a', 'b'],
      ['export', 'a'],
      ['itip', 'a', 'b', '--as', 'x', '--answer', 'maybe'],
      ['import', 'a', '--from', 'x'],
    ]
    for (const args of bad) expect(await runCommand(['ics', ...args], silent)).not.toBe(0)
  })
})
