import type { DeskSteps } from '../effort/desk-steps.ts'
import { deputy, director } from '../effort/people.ts'
import { OUTGOING, registered, TO_DIRECTOR } from './amounts.ts'
import { dayBook, type Given } from './day-book.ts'
import type { DayTask } from './day-task.ts'
import type { DayLetter } from './letters.ts'
import { letterAtHand, rowsAre, withOnePin } from './rows.ts'

/** The director's own usual directives; the deputy has those that everyone begins with, by name. */
const DIRECTORS_KEYS: Readonly<Record<Given, string>> = {
  'unit-head': '1',
  specialist: '2',
  second: '3',
  told: '4',
}
const DEPUTYS_KEYS = { 'unit-head': '1', second: '2', specialist: '3', told: '' } as const

/** The director reads and directs 25, the deputy the rest. */
export const directing: readonly DayTask[] = [
  {
    role: 'leader',
    person: director,
    name: 'Read and direct (director)',
    items: TO_DIRECTOR,
    budget: 2 * TO_DIRECTOR + 2,
    work: (desk) => directAll(desk, TO_DIRECTOR, (letter) => DIRECTORS_KEYS[dayBook.byDirector(letter)]),
  },
  {
    role: 'leader',
    person: deputy,
    name: 'Read and direct (deputy)',
    items: registered - TO_DIRECTOR,
    budget: 2 * (registered - TO_DIRECTOR) + 2,
    work: (desk) =>
      directAll(desk, registered - TO_DIRECTOR, (letter) => DEPUTYS_KEYS[dayBook.byDeputy(letter)]),
  },
]

export const signing: readonly DayTask[] = [
  {
    role: 'leader',
    person: deputy,
    name: 'Look at each and sign all with one PIN',
    items: OUTGOING,
    budget: OUTGOING + 4,
    work: (desk) => withOnePin(desk, 'Shift+S', `Đã ký số ${OUTGOING} văn bản`),
  },
]

async function directAll(
  desk: DeskSteps,
  count: number,
  keyFor: (letter: DayLetter) => string,
): Promise<void> {
  await desk.go('i', 'Văn bản đến')
  await rowsAre(desk, count)
  for (let left = count; left > 0; left--) {
    const letter = await letterAtHand(desk)
    await desk.page.getByRole('region', { name: 'Bút phê' }).locator('[aria-keyshortcuts="1"]').waitFor()
    await desk.press(keyFor(letter))
    await desk.stepping(() => desk.press('Enter'))
  }
}
