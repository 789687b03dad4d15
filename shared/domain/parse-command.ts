import { z } from 'zod'

type Schemas = Readonly<Record<string, z.ZodType>>

/** The commands that schemas by type describe. */
type CommandsOf<S extends Schemas> = {
  [T in keyof S & string]: { readonly type: T; readonly payload: z.infer<S[T]> }
}[keyof S & string]

/** Reads commands of an aggregate by the schema of their type; what has no schema, or does not fit it, throws a ZodError. */
export const parserOf =
  <S extends Schemas>(schemas: S) =>
  (type: string, payload: unknown): CommandsOf<S> => {
    const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined
    if (schema === undefined) throw new z.ZodError([])
    return { type, payload: schema.parse(payload) } as CommandsOf<S>
  }
