import { z } from 'zod'
import {
  authorities,
  documentKinds,
  urgencies,
  type DocumentFields,
  type DocumentKind,
} from '#shared/domain/documents/document.ts'
import { officialBody, type OfficialBody } from '#shared/domain/format/body.ts'
import { fileName } from '#shared/ipc/values.ts'
import { millisOf, instantFrom, type Instant } from '#shared/kernel/instant.ts'

const line = z.string().trim().max(500)
const needed = line.min(1)

const embedded = z.strictObject({
  path: z.string().min(1),
  name: fileName.exactOptional(),
  description: line.exactOptional(),
})

const paragraphs = z.array(z.string().trim().min(1).max(20_000)).min(1).max(2000)

/** The boxes as `document.ts` keeps them; what is not printed (deadline, answered letter) has no place here. */
function specOf(body: typeof paragraphs | typeof officialBody) {
  return z
    .strictObject({
      kind: z.enum(documentKinds),
      superior: line.default(''),
      agency: needed,
      symbol: z.string().trim().min(1).max(60),
      place: needed,
      subject: needed,
      urgency: z.enum(urgencies).default('normal'),
      addressees: z.array(needed).min(1).max(500),
      body,
      authority: z.enum(authorities).default('head'),
      collective: line.default(''),
      headTitle: needed,
      ownTitle: line.default(''),
      signerName: needed,
      receivers: z.array(needed).min(1).max(500),
      createdAt: z.iso.datetime({ offset: true }).exactOptional(),
      embedded: z.array(embedded).max(100).default([]),
    })
    .superRefine(({ authority, collective, ownTitle }, context) => {
      const lacks = (path: string): void => {
        context.addIssue({
          code: 'too_small',
          origin: 'string',
          minimum: 1,
          inclusive: true,
          path: [path],
          input: '',
        })
      }
      if (authority === 'TM' && collective === '') lacks('collective')
      if (['KT', 'TL', 'TUQ'].includes(authority) && ownTitle === '') lacks('ownTitle')
    })
}

/** An official document to be rendered, checked. */
export interface RenderSpec {
  readonly kind: DocumentKind
  readonly fields: DocumentFields
  readonly body: OfficialBody
  readonly createdAt: Instant
  /** Paths are as written: relative to the file of the specification. */
  readonly embedded: readonly z.output<typeof embedded>[]
}

/** One wrong place of a specification, such as `addressees[0]`. */
export interface SpecProblem {
  readonly path: string
  readonly isUnknownEntry: boolean
  readonly message: string
}

export type SpecResult =
  | { readonly ok: true; readonly spec: RenderSpec }
  | { readonly ok: false; readonly problems: readonly SpecProblem[] }

/**
 * Reads the parsed JSON of a specification. The body is a list of paragraphs, or the document of the editor. Without `createdAt` the
 * file says that it was made `now`; `explain` finds the words of a problem.
 */
export function readRenderSpec(json: unknown, now: Instant, explain: z.core.$ZodErrorMap): SpecResult {
  const isPlain = typeof json !== 'object' || json === null || !('body' in json) || Array.isArray(json.body)
  const result = specOf(isPlain ? paragraphs : officialBody).safeParse(json, { error: explain })
  if (!result.success) return { ok: false, problems: result.error.issues.flatMap(problemsOf) }
  const { body, createdAt, embedded: files, ...rest } = result.data
  const { kind, ...fields } = rest
  return {
    ok: true,
    spec: {
      kind,
      fields: { ...fields, dueDate: null, answers: null },
      body: Array.isArray(body) ? { type: 'doc', content: body.map(paragraph) } : body,
      createdAt: createdAt === undefined ? now : instantFrom(millisOf(createdAt)),
      embedded: files,
    },
  }
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})

/** Each unknown entry is a place of its own. */
function problemsOf(issue: z.core.$ZodIssue): readonly SpecProblem[] {
  const isUnknownEntry = issue.code === 'unrecognized_keys'
  const paths = isUnknownEntry ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => ({ path: z.core.toDotPath(path), isUnknownEntry, message: issue.message }))
}
