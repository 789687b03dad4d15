import type { PracticePerson } from '#shared/ipc/session.ipc.ts'

const keyOf = (person: string, workspace: string): string => `congso.post/${workspace}/${person}`

/** In which post a person last worked at this desk. */
export function rememberedPost(person: string, workspace: string): string | null {
  return localStorage.getItem(keyOf(person, workspace))
}

export function rememberPost({ person, workspace, post }: PracticePerson): void {
  localStorage.setItem(keyOf(person, workspace), post)
}
