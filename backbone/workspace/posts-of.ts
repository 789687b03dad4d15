import type { Workspace } from './workspace.ts'

/** The posts that a person holds, or held at `seq`. */
export const postsOf = (
  workspace: Pick<Workspace, 'principalsOf'>,
  person: string,
  seq?: number,
): readonly string[] =>
  workspace
    .principalsOf(person, seq)
    .flatMap((one) => (one.startsWith('post:') ? [one.slice('post:'.length)] : []))
