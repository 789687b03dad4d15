import type { vi } from './vi.ts'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** Every text of the product by its place: `incoming.boxes.toAccept`. Plural forms share one key. */
export type MessageKey = Paths<typeof vi>

/** What fills the gaps of a text. `count` also chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>

export type Translate = (key: MessageKey, values?: MessageValues) => string
