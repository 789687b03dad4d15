import { specialist } from '../effort/people.ts'
import type { Office } from './office.ts'

interface Asked {
  readonly question: string
  readonly chair: string
  readonly members: readonly string[]
}

/** The specialist asks members in writing, and the ballot is on its way. */
export async function sendBallot(office: Office, { question, chair, members }: Asked): Promise<void> {
  const { page } = office
  const field = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
  await office.become(specialist)
  await office.goTo('Phiếu lấy ý kiến')
  await page.keyboard.press('m')
  await field('Nội dung xin ý kiến').fill(question)
  for (const [label, names] of [
    ['Chủ trì', [chair]],
    ['Thành viên được lấy ý kiến', members],
  ] as const)
    for (const name of names) {
      await field(label).fill(name)
      await page.keyboard.press('Enter')
    }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('article', { name: question }).waitFor()
  await page.getByRole('button', { name: /^Gửi phiếu/ }).waitFor()
  await page.getByRole('grid').first().focus()
  await page.keyboard.press('Control+Enter')
  // Members are chased on the slips that the node handed out.
  await page.getByRole('button', { name: /^Đôn đốc/ }).waitFor()
}
