import { TRIAGED, UNIT_HEAD_LEADS } from './amounts.ts'
import { asksAnswer, mailOfTheDay, type DayLetter } from './letters.ts'

/** To whom a usual directive gives a letter; `told`: to all, only to be known. */
export type Given = 'unit-head' | 'specialist' | 'second' | 'told'

/** What people decided during the day, as the truth is counted from afterwards. */
class DayBook {
  /** By the number of the letter. */
  readonly directives = new Map<number, Given>()
  /** Letters of which the head of the unit is told. */
  readonly unitHeadTold = new Set<number>()
  /** Letters on which the head of the unit helps. */
  readonly unitHeadHelps = new Set<number>()
  readonly answered = new Set<number>()
  /** Letters that the deputy directed. */
  readonly deputys = new Set<number>()

  /** What the director gives: everything that asks for an answer to the specialist, a few to the head of the unit, some only to be known. */
  byDirector(letter: DayLetter): Given {
    if (asksAnswer(letter)) {
      this.unitHeadHelps.add(letter.number)
      return this.#give(letter, 'specialist')
    }
    if (this.given('told') < TRIAGED.told) {
      this.unitHeadTold.add(letter.number)
      return this.#give(letter, 'told')
    }
    if (this.given('unit-head') < UNIT_HEAD_LEADS) return this.#give(letter, 'unit-head')
    this.unitHeadTold.add(letter.number)
    return this.#give(letter, 'second')
  }

  /** What the deputy gives: to the specialist until that desk is full, then to the other one. */
  byDeputy(letter: DayLetter): Given {
    this.deputys.add(letter.number)
    const own = TRIAGED.led - mailOfTheDay.filter(asksAnswer).length
    const others = [...this.directives].filter(
      ([number, key]) =>
        key === 'specialist' && !mailOfTheDay.some((one) => one.number === number && asksAnswer(one)),
    ).length
    return this.#give(letter, asksAnswer(letter) || others < own ? 'specialist' : 'second')
  }

  /** Asks for an answer that was not given today. */
  isOwed(number: number): boolean {
    return !this.answered.has(number) && mailOfTheDay.some((one) => one.number === number && asksAnswer(one))
  }

  given(key: Given): number {
    return [...this.directives.values()].filter((one) => one === key).length
  }

  #give(letter: DayLetter, key: Given): Given {
    this.directives.set(letter.number, key)
    return key
  }
}

export const dayBook = new DayBook()
