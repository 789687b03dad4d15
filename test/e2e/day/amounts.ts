import { asksAnswer, mailOfTheDay } from './letters.ts'

export const hereByAxis = mailOfTheDay.filter((one) => one.fate !== 'secret')
export const returned = mailOfTheDay.filter((one) => one.fate.startsWith('return'))
/** Of the axis and on paper. */
export const registered = hereByAxis.length - returned.length + 1
/** How many letters go to the director; the others go to the deputy. */
export const TO_DIRECTOR = 25
export const REPLIES = 10
export const NEW_DRAFTS = 2
export const OUTGOING = REPLIES + NEW_DRAFTS
/** What the specialist decides about: what comes to lead on, and what is only to be known. */
export const TRIAGED = { led: 22, told: 8, passedOn: 3 } as const
export const UNIT_HEAD_LEADS = 5
/** What the second specialist leads on in the end: what the unit head gave on and what was passed on too. */
export const SECOND_LEADS = registered - TRIAGED.led - TRIAGED.told + TRIAGED.passedOn
/** Letters that ask for an answer and get none today. */
export const OWED = mailOfTheDay.filter(asksAnswer).length - REPLIES
/** Answered letters that go into a work file. */
export const FILED = 3
