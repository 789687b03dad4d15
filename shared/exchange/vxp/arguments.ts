import { z } from 'zod'
import { organIdKey } from '../edxml/identifiers.ts'
import type { SignedArguments } from './signature.ts'

/**
 * An SDK object keeps one header map for its whole life, so that arguments of earlier calls come along with later ones. Each
 * operation therefore reads its own and nothing else, through these functions.
 */

/** An argument by its exact name; undefined when absent or blank. */
export function argument(args: SignedArguments, name: string): string | undefined {
  const value = args.get(name)?.trim()
  return value === '' ? undefined : value
}

/** `docId` of `getEdoc`, `downloadEdoc`, `getSentEdocList`: the exact spelling, though a stale `docid` may come along. */
export function fetchedDocId(args: SignedArguments): string | undefined {
  return argument(args, 'docId') ?? argument(args, 'docid')
}

/** `docId` of `updateStatus`: clients that spell it `docid` send a stale `docId` along. */
export function acknowledgedDocId(args: SignedArguments): string | undefined {
  return argument(args, 'docid') ?? argument(args, 'docId')
}

const receiversSchema = z.union([z.string(), z.array(z.string())])

/**
 * `to` of `sendEdoc`: JSON text of a list or of one code; a bare code, and codes with commas or semicolons, are taken as well.
 * Each code once, in order.
 */
export function receivers(args: SignedArguments): string[] {
  const text = argument(args, 'to')
  if (text === undefined) return []
  const parsed = receiversSchema.safeParse(parseJson(text))
  const codes = parsed.success ? [parsed.data].flat() : text.split(/[,;]/)
  return distinctOrganIds(codes)
}

/** Codes without blanks and repetitions; case does not tell them apart. */
export function distinctOrganIds(codes: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const code of codes) {
    const key = organIdKey(code)
    if (key !== '' && !byKey.has(key)) byKey.set(key, code.trim())
  }
  return [...byKey.values()]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
