import { parseArgs } from 'node:util'
import { partstats } from '#shared/exchange/calendar/attendee.ts'
import { usageError, type Command } from '../command.ts'
import { exportCalendar } from '../ics/export-calendar.ts'
import { importCalendar } from '../ics/import-calendar.ts'
import { changeAsOrganizer, receiveFile } from '../ics/itip-files.ts'

const USAGE = [
  'congso ics import FILE.ics [--from DAY --to DAY]',
  'congso ics export CALENDAR.json OUT.ics',
  'congso ics itip CALENDAR.ics MESSAGE.ics --as ADDRESS [--sender ADDRESS] [--answer accepted|declined|tentative] [--out DIR]',
  'congso ics itip --before OLD.ics --after NEW.ics --as ADDRESS [--out DIR]',
].join(' | ')

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  as: { type: 'string', multiple: true },
  sender: { type: 'string' },
  answer: { type: 'string' },
  before: { type: 'string' },
  after: { type: 'string' },
  out: { type: 'string' },
} as const

/** `congso ics`: reads and writes calendars, and tells what a scheduling message or a change of an organizer leads to. */
export const icsCommand: Command = {
  usage: USAGE,
  run(args) {
    const { values, positionals } = readArguments(args)
    const [verb, first, second, ...more] = positionals
    const { from, to, as, sender, answer, before, after, out } = values
    if (more.length > 0) return wrong()
    if (verb === 'import' && first !== undefined && second === undefined)
      return importCalendar(first, { from, to })
    if (verb === 'export' && first !== undefined && second !== undefined) return exportCalendar(first, second)
    if (verb !== 'itip' || as === undefined) return wrong()
    if (first !== undefined && second !== undefined) {
      const partstat = answerOf(answer)
      return partstat === null ? wrong() : receiveFile(first, second, { as, sender, partstat, out })
    }
    const isChange = first === undefined && before !== undefined && after !== undefined
    return isChange ? changeAsOrganizer(before, after, { as, out }) : wrong()
  },
}

function wrong(): Promise<never> {
  return Promise.reject(usageError(USAGE))
}

type Answer = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'

/** Null for what is no answer. */
function answerOf(text: string | undefined): Answer | undefined | null {
  if (text === undefined) return undefined
  const partstat = partstats.find((one) => one === text.toUpperCase())
  const isAnswer = partstat === 'ACCEPTED' || partstat === 'DECLINED' || partstat === 'TENTATIVE'
  return isAnswer ? partstat : null
}

function readArguments(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (error) {
    throw error instanceof TypeError ? usageError(USAGE) : error
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
}
