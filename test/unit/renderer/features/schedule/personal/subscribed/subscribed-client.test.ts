import { expect, it } from 'vitest'
import type {
  FromSubscribed,
  ToSubscribed,
} from '../../../../../../../renderer/features/schedule/personal/subscribed/messages.ts'
import { serveSubscribed } from '../../../../../../../renderer/features/schedule/personal/subscribed/serve-subscribed.ts'
import {
  subscribedClient,
  type SubscribedPort,
} from '../../../../../../../renderer/features/schedule/personal/subscribed/subscribed-client.ts'
import { aCalendarText } from '../../../../../../builders/a-calendar-text.ts'

const at = (hour: string, summary: string): readonly string[] => [
  `DTSTART:20261123T${hour}0000Z`,
  `DTEND:20261123T${hour}3000Z`,
  `SUMMARY:${summary}`,
]
const FROM = Date.parse('2026-11-23T00:00:00Z')
const UNTIL = FROM + 86_400_000

/** A worker that reads as the real one does, but stands still where a text says so. */
function aDesk(
  texts: Record<string, { readonly version: string; readonly text: string }>,
  longestMs?: number,
) {
  const posted: ToSubscribed[] = []
  let opened = 0
  const openPort = (): SubscribedPort => {
    opened += 1
    const serve = serveSubscribed()
    let hear: (answer: FromSubscribed) => void = () => undefined
    let isOpen = true
    return {
      post: (asked) => {
        posted.push(asked)
        if (asked.text?.includes('ĐỨNG YÊN') === true) return
        queueMicrotask(() => {
          if (isOpen) hear(serve(asked))
        })
      },
      onAnswer: (listener) => {
        hear = listener
      },
      close: () => {
        isOpen = false
      },
    }
  }
  const client = subscribedClient(openPort, (id) => Promise.resolve(texts[id]), longestMs)
  const titles = async (id: string, version = '1') =>
    (await client.look({ id, version }, FROM, UNTIL))?.occurrences.map(({ title }) => title)
  return { client, titles, posted, opened: () => opened }
}

it('shows what takes place, and gives a text once for each version', async () => {
  const texts = { a: { version: '1', text: aCalendarText([at('02', 'Họp'), at('04', 'Gặp')]) } }
  const desk = aDesk(texts)
  expect(await desk.titles('a')).toEqual(['Họp', 'Gặp'])
  expect(await desk.titles('a')).toEqual(['Họp', 'Gặp'])
  expect(desk.posted.map(({ text }) => text !== null)).toEqual([true, false])
  texts.a = { version: '2', text: aCalendarText([at('03', 'Khác')]) }
  expect(await desk.titles('a', '2')).toEqual(['Khác'])
  expect(await desk.titles('a', '1')).toBeUndefined()
  expect((await desk.client.entry({ id: 'a', version: '2' }, 'e0'))?.components).toHaveLength(1)
  expect(await desk.client.entry({ id: 'a', version: '2' }, 'none')).toBeUndefined()
})

it('ends a worker that stands still, blames the calendar and shows the others', async () => {
  const desk = aDesk(
    {
      good: { version: '1', text: aCalendarText([at('02', 'Họp')]) },
      bad: { version: '1', text: aCalendarText([at('02', 'ĐỨNG YÊN')]) },
    },
    50,
  )
  const found = await Promise.all([
    desk.titles('good'),
    desk.titles('bad'),
    desk.titles('good'),
    desk.titles('bad'),
  ])
  expect(found).toEqual([['Họp'], undefined, ['Họp'], undefined])
  expect(desk.opened()).toBe(2)
  expect(desk.posted.filter(({ id }) => id === 'bad')).toHaveLength(1)
})

it('says nothing of what is no calendar, and answers whoever still waits when it ends', async () => {
  const desk = aDesk({
    none: { version: '1', text: '<html>' },
    still: { version: '1', text: aCalendarText([at('02', 'ĐỨNG YÊN')]) },
  })
  expect(await desk.titles('none')).toBeUndefined()
  const waiting = desk.titles('still')
  await expect.poll(() => desk.posted.length).toBe(2)
  desk.client.close()
  expect(await waiting).toBeUndefined()
  expect(await desk.titles('none')).toBeUndefined()
})

it('shows so many and counts the rest', async () => {
  const many = Array.from({ length: 600 }, (_, index) => at('02', `Mục ${String(index)}`))
  const desk = aDesk({ a: { version: '1', text: aCalendarText(many) } })
  const looked = await desk.client.look({ id: 'a', version: '1' }, FROM, UNTIL)
  expect(looked?.occurrences).toHaveLength(500)
  expect(looked?.unshown).toBe(100)
})
