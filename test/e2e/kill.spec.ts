import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Office } from './drivers/office.ts'

/** What autosave promises: a kill takes at most so much of the typing. */
const LOST_AT_MOST_MS = 2_000
const DRAFTER = 'Phan Thị Mai Anh'
const ROUNDS = 3

let profile: string
let office: Office

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'congso-kill-'))
  office = await Office.open(profile)
})
afterEach(async () => {
  await office.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

/** `kill -9` of the program with its windows' database in the middle of whatever it does; then it is started over the same profile. */
async function killAndOpenAgain(): Promise<void> {
  const ended = once(office.app.process(), 'exit')
  office.app.process().kill('SIGKILL')
  await ended
  office = await Office.open(profile)
}

test('a kill while typing loses at most two seconds of it, and nothing stands there twice', async () => {
  await office.become(DRAFTER)
  await office.goTo('Dự thảo, văn bản đi')
  await office.page.keyboard.press('d')
  await office.page.getByRole('textbox', { name: 'Trích yếu' }).click()
  await office.page.keyboard.insertText('bị ngắt khi đang gõ')
  const body = () => office.page.getByRole('textbox', { name: 'Nội dung văn bản' })
  const due: string[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    await body().click()
    await office.page.keyboard.press('Control+End')
    const typed: { readonly word: string; readonly at: number }[] = []
    const until = Date.now() + LOST_AT_MOST_MS + 700 * round
    for (let count = 0; Date.now() < until; count++) {
      const word = `từ${round}x${count}`
      await office.page.keyboard.insertText(`${word} `)
      typed.push({ word, at: Date.now() })
      await office.page.waitForTimeout(60)
    }
    const killedAt = Date.now()
    await killAndOpenAgain()
    due.push(...typed.filter(({ at }) => at < killedAt - LOST_AT_MOST_MS).map(({ word }) => word))
    await office.goTo('Dự thảo, văn bản đi')
    await office.openRow('bị ngắt khi đang gõ')
    await body().waitFor()
    const words = (await body().innerText()).trim().split(/\s+/)
    expect(due.length).toBeGreaterThan(0)
    expect(due.filter((word) => !words.includes(word))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
  await office.goTo('Hàng đợi gửi')
  await office.page.getByText('Không có việc chờ gửi.').waitFor()
  expect(await office.page.getByText('Cần xem lại').isVisible()).toBe(false)
})
