import { afterAll, beforeAll, expect, it } from 'vitest'
import { fullSession, sessionProfile } from '../bench/session-profile.ts'
import { removeProfile } from '../bench/practice-profile.ts'
import { keyFileIn } from '../builders/node-key.ts'
import { Office } from './drivers/office.ts'
import { specialist } from './effort/people.ts'

/** 300 MB come from the node, each file read and checked twice. */
const PACK_MS = 180_000

let profile: string
let office: Office
beforeAll(async () => {
  profile = await sessionProfile(specialist)
  office = await Office.open(profile, keyFileIn(profile))
}, PACK_MS)
afterAll(async () => {
  await office.close()
  await removeProfile(profile)
})

it(
  'the pack of a session of fifteen items, 300 MB, is on the computer before anybody asks, and is read without a network',
  async () => {
    const { page } = office
    const enter = async (): Promise<void> => {
      await office.goTo('Cuộc họp')
      await office.choose(fullSession.title)
      await page.getByRole('article', { name: fullSession.title }).waitFor()
    }
    await office.become(specialist)
    await enter()
    await page.getByText(`Đủ ${fullSession.items} tài liệu trên máy`).waitFor({ timeout: PACK_MS })

    await office.goTo('Luyện tập')
    await page.getByRole('button', { name: 'Ngắt mạng thử' }).click()
    await page.getByText('Trục luyện tập: đã dừng').waitFor()
    await enter()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: fullSession.title }).waitFor()
    for (let item = 1; item <= fullSession.items; item++) {
      await page.getByRole('button', { name: `to-trinh-${item}.pdf`, exact: true }).click()
      await page.getByRole('img', { name: new RegExp(`^Trang 1 của to-trinh-${item}\\.pdf`) }).waitFor()
    }
    expect(await page.getByText(`Đủ ${fullSession.items} tài liệu trên máy`).count()).toBe(1)
  },
  2 * PACK_MS,
)
