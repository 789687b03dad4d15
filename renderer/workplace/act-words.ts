import type { Translate } from '../i18n/messages.ts'
import { vi } from '../i18n/vi.ts'

type ActName = keyof typeof vi.acts

/** What a command does, in words: `document.sign` is `Ký số`. */
export function wordsOfAct(t: Translate, type: string): string {
  const name = type.replace('.', '-')
  return t(`acts.${isKnown(name) ? name : 'other'}`)
}

const isKnown = (name: string): name is ActName => Object.hasOwn(vi.acts, name)
