import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office } from './drivers/office.ts'

/** Subject of a letter that waits for the director of the practice province. */
const SUBJECT = 'bổ nhiệm Phó Giám đốc Bệnh viện'
const ASSIGNING = 7
const REASSIGNING = 5
const DIRECTING = 2
const CHASING = 4

describe('work is given, passed on and pressed for within its inputs', () => {
  let profile: string
  let office: Office
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'congso-work-'))
    office = await Office.open(profile)
  })
  afterAll(async () => {
    await office.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  /** Presses keys one after the other; answers how many. */
  async function press(...keys: readonly string[]): Promise<number> {
    for (const key of keys) {
      await office.page.keyboard.press(key)
      await office.page.waitForTimeout(120)
    }
    return keys.length
  }
  const verb = (name: string) => office.page.getByRole('button', { name: new RegExp(`^${name}`) })

  it('the leader reads and directs', async () => {
    await office.become('Nguyễn Hữu Tường')
    await office.goTo('Việc của tôi')
    await office.choose(SUBJECT)
    await verb('Bút phê').first().waitFor()
    expect(await press('1', 'Enter')).toBeLessThanOrEqual(DIRECTING)
    await office.toast(/Đã bút phê, giao Lương Quốc Bảo/).waitFor()
  })

  it('the unit head assigns with a name without accents and a day in two letters, and reassigns with the same clock', async () => {
    await office.become('Lương Quốc Bảo')
    await office.goTo('Việc của tôi')
    await office.choose(SUBJECT)
    await verb('Giao việc').first().waitFor()
    expect(await press('a', 'c', 'h', 'Enter', 't', '6', 'Enter')).toBeLessThanOrEqual(ASSIGNING)
    await office.toast(/Đã giao Chu Đức Long, hạn \d\d\/\d\d\/\d{4}/).waitFor()
    await verb('Giao lại').first().waitFor()
    await office.choose(SUBJECT)
    expect(await press('a', 'p', 'h', 'Enter', 'Enter')).toBeLessThanOrEqual(REASSIGNING)
    await office.toast('Đã giao lại cho Phan Thị Mai Anh, thời hạn giữ nguyên').waitFor()
  })

  it('what is only to be read leaves with one key, and comes back with undo', async () => {
    await office.goTo('Nhận để biết')
    const row = office.page.getByRole('row').filter({ hasText: 'tuyên truyền, phổ biến pháp luật' })
    await row.click()
    await verb('Để biết').first().waitFor()
    await office.page.getByRole('grid').first().focus()
    await press('e')
    await row.waitFor({ state: 'detached' })
    await press('Control+z')
    await row.waitFor()
  })

  it('everything late is pressed for at once', async () => {
    await office.become('Nguyễn Hữu Tường')
    const going = await press('g', 't')
    await office.page.getByRole('grid', { name: 'Nhiệm vụ' }).and(office.page.locator(':focus')).waitFor()
    await office.page.getByRole('article').waitFor()
    const choosing = await press('Control+a')
    // What is read beside the list must not hear the key that is for all of them.
    await office.page.getByRole('article').waitFor({ state: 'detached' })
    expect(going + choosing + (await press('c'))).toBeLessThanOrEqual(CHASING)
    await office.toast(/Đã đôn đốc \d+ việc/).waitFor()
  })
})
