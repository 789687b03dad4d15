import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Subjects, type SoughtWord } from '../../../../../renderer/search/index/subjects.ts'
import { tokensOf } from '../../../../../renderer/search/tokens.ts'

const syllable = fc.constantFrom(
  'Báo',
  'bao',
  'cáo',
  'cao',
  'Quyết',
  'định',
  'số',
  'so',
  '125',
  'biên',
  'chế',
)
const subject = fc.array(syllable, { maxLength: 6 }).map((words) => words.join(' '))
const ordinal = fc.integer({ min: 1, max: 8 })
const act = fc.oneof(
  fc.record({ put: ordinal, subject }),
  fc.record({ remove: ordinal, subject: fc.constant('') }),
)
const sought: fc.Arbitrary<readonly SoughtWord[]> = fc.array(
  fc.record({
    text: syllable.map((word) => tokensOf(word)[0]?.folded.slice(0, 3) ?? ''),
    form: fc.constantFrom('folded' as const, 'marked' as const),
    isOpen: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)

const isWord = (word: string, { text, isOpen }: SoughtWord): boolean =>
  isOpen ? word.startsWith(text) : word === text

function standsIn(text: string, words: readonly SoughtWord[]): boolean {
  const tokens = tokensOf(text)
  return tokens.some((_, from) =>
    words.every((word, index) => {
      const token = tokens[from + index]
      return token !== undefined && isWord(token[word.form], word)
    }),
  )
}

test('words stand side by side in a subject as a reader would say, whatever was put and removed before, and in its image', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), fc.array(sought, { maxLength: 5 }), (acts, wishes) => {
      const subjects = new Subjects()
      const texts = new Map<number, string>()
      for (const one of acts) {
        if ('put' in one) {
          subjects.put(one.put, one.subject)
          texts.set(one.put, one.subject)
        } else {
          subjects.remove(one.remove)
          texts.delete(one.remove)
        }
      }
      for (const here of [subjects, new Subjects(subjects.image())])
        for (const wish of wishes)
          for (let at = 1; at <= 8; at++)
            expect(here.holds(at, here.pattern(wish))).toBe(standsIn(texts.get(at) ?? '', wish))
    }),
  )
})

test('the room grows, and what was replaced is left behind', () => {
  const subjects = new Subjects()
  for (let round = 0; round < 40; round++)
    for (let at = 1; at <= 20; at++) subjects.put(at, `V/v báo cáo số ${round} ${at}`)
  const pattern = subjects.pattern([
    { text: '39', form: 'folded', isOpen: false },
    { text: '7', form: 'folded', isOpen: false },
  ])
  expect(subjects.holds(7, pattern)).toBe(true)
  expect(subjects.holds(8, pattern)).toBe(false)
  expect(JSON.stringify(subjects.image().vocabulary)).not.toContain('"38"')
})
