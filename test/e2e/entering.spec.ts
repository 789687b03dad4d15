import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callMeeting } from './drivers/call-meeting.ts'
import { Office } from './drivers/office.ts'
import { director, specialist, unitHead } from './effort/people.ts'

const TITLE = 'Họp thông qua kế hoạch quý'

let folder: string
let office: Office
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'congso-entering-'))
  office = await Office.open(path.join(folder, 'profile'))
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function enterRoom(): Promise<void> {
  await office.goTo('Cuộc họp')
  await office.choose(TITLE)
  await office.page.getByRole('article', { name: TITLE }).waitFor()
  await office.page.keyboard.press('Enter')
  await office.page.getByRole('complementary', { name: 'Ý kiến, biểu quyết' }).waitFor()
}

it('the secretary puts in answers and votes of members without a device; their own vote takes its place, and it is told', async () => {
  const { page } = office
  await callMeeting(office, { title: TITLE, agenda: ['Kế hoạch quý'] })
  await enterRoom()
  await page.getByRole('button', { name: `Nhập trả lời của ${unitHead}` }).click()
  await page.getByRole('dialog').getByRole('radio', { name: 'Dự họp' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Dự họp · thư ký nhập').waitFor()
  for (const name of [director, unitHead])
    await page.getByRole('button', { name: `Điểm danh ${name}` }).click()
  await page.getByText('Có mặt 2/2').first().waitFor()
  await page.getByRole('button', { name: /^Khai mạc/ }).click()
  await page.getByRole('button', { name: /^Nội dung tiếp/ }).click()
  await page.getByText('Nội dung 1/1').waitFor()
  await page.keyboard.press('v')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Nhập phiếu thay' }).click()
  const sheet = page.getByRole('dialog')
  for (const [name, choice] of [
    [director, 'Đồng ý'],
    [unitHead, 'Không đồng ý'],
  ] as const)
    await sheet
      .getByRole('radiogroup', { name })
      .getByRole('radio', { name: choice, exact: true })
      .check({ force: true })
  expect(await office.seriousFindings()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByText(new RegExp(`^${unitHead}: Không đồng ý, do thư ký ${specialist} nhập`)).waitFor()

  await office.become(unitHead)
  await enterRoom()
  await page.getByText(new RegExp(`^${unitHead}: Không đồng ý, do thư ký ${specialist} nhập`)).waitFor()
  await page.getByRole('button', { name: /^Đồng ý/ }).click()
  await page
    .getByText(`${unitHead} đã tự biểu quyết: Đồng ý, thay phiếu Không đồng ý do ${specialist} nhập`)
    .waitFor()
  expect(await office.seriousFindings()).toEqual([])
})
