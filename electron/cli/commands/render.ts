import { parseArgs } from 'node:util'
import { CommandError, usageError, type Command } from '../command.ts'
import { renderFile } from '../render/render-file.ts'
import { localeOf, type CliLocale } from '../render/words.ts'

const USAGE = 'congso render SPEC.json OUT.pdf [--locale vi|en]'

/** `congso render`: the PDF of an official document from its description, ready for its signatures. Starts the installed engine. */
export const renderCommand: Command = {
  usage: USAGE,
  run(args) {
    const { paths, locale } = readArguments(args)
    const [spec, out, ...more] = paths
    if (spec === undefined || out === undefined || more.length > 0) return Promise.reject(usageError(USAGE))
    return renderFile(spec, out, locale)
  },
}

function readArguments(args: readonly string[]): { paths: readonly string[]; locale: CliLocale } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { locale: { type: 'string', default: localeOf(process.env) } },
    })
    const { locale } = values
    if (locale !== 'vi' && locale !== 'en') throw usageError(USAGE)
    return { paths: positionals, locale }
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}
