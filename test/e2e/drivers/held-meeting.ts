import { director, unitHead } from '../effort/people.ts'
import { callMeeting } from './call-meeting.ts'
import type { Office } from './office.ts'

/** A meeting of the specialist (secretary), the director (chair) and the head of the unit, held with one conclusion for each item, and what was said of each. */
export async function holdMeeting(
  office: Office,
  title: string,
  conclusions: readonly string[],
  said = '',
): Promise<void> {
  const { page } = office
  const agenda = conclusions.map((_, index) => `Nội dung ${index + 1}`)
  await callMeeting(office, { title, agenda })

  await office.become(director)
  await office.goTo('Cuộc họp')
  await office.choose(title)
  await page.getByRole('article', { name: title }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Khai mạc/ }).waitFor()
  for (const name of [director, unitHead])
    await page.getByRole('button', { name: `Điểm danh ${name}` }).click()
  await page.getByText('Có mặt 2/2').first().waitFor()
  await page.getByRole('button', { name: /^Khai mạc/ }).click()
  for (const [index, text] of conclusions.entries()) {
    await page.getByRole('button', { name: /^Nội dung tiếp/ }).click()
    await page.getByText(`Nội dung ${index + 1}/${conclusions.length}`).waitFor()
    if (said !== '') await page.getByLabel('Ghi ý kiến, trao đổi vào biên bản').fill(said)
    await page.getByLabel('Kết luận của chủ trì').fill(text)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Công bố lúc/).waitFor()
  }
  await page.getByRole('button', { name: /^Bế mạc/ }).click()
  await page.getByText('Đã kết thúc').first().waitFor()
}

/** Into the room of a meeting that was held. */
export async function enterHeld(office: Office, title: string): Promise<void> {
  const { page } = office
  await office.goTo('Cuộc họp')
  await page.getByRole('button', { name: 'Đã họp' }).click()
  await office.choose(title)
  await page.getByRole('article', { name: title }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Sau họp' }).waitFor()
}
