import { parseArgs } from 'node:util'
import { CommandError, usageError, type Command } from '../command.ts'
import { buildEdxmlFile } from '../edxml/build-file.ts'
import { parseEdxmlFile } from '../edxml/parse-file.ts'

const USAGE = 'congso edxml parse FILE.edxml [--attachments DIR] | congso edxml build SPEC.json OUT.edxml'

/** `congso edxml`: reads and writes messages of the national axis. */
export const edxmlCommand: Command = {
  usage: USAGE,
  run(args) {
    const { verb, paths, attachments } = readArguments(args)
    const [first, second, ...more] = paths
    if (verb === 'parse' && first !== undefined && second === undefined)
      return parseEdxmlFile(first, attachments)
    const isBuild = verb === 'build' && attachments === undefined && more.length === 0
    if (isBuild && first !== undefined && second !== undefined) return buildEdxmlFile(first, second)
    return Promise.reject(usageError(USAGE))
  },
}

function readArguments(args: readonly string[]): {
  verb: string | undefined
  paths: readonly string[]
  attachments: string | undefined
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { attachments: { type: 'string' } },
    })
    const [verb, ...paths] = positionals
    return { verb, paths, attachments: values.attachments }
  } catch (error) {
    throw error instanceof CommandError ? error : usageError(USAGE)
  }
}
