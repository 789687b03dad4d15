import type { Accessed } from '#shared/domain/accesses/access-readers.ts'
import { isErased } from '#shared/domain/erasure.ts'
import type { AccessBody } from '#shared/log/access.ts'
import type { Translate } from '../../i18n/messages.ts'

/** What was accessed, in words: a file of a letter by its name, a file of a document by the step it comes from. */
export function fileWords(
  t: Translate,
  of: Accessed,
): (access: Pick<AccessBody, 'access' | 'subject'>) => string {
  const names = namesOf(t, of)
  return ({ access, subject }) => {
    if ('file' in subject) return names.get(subject.file) ?? t('accesses.files.earlier')
    return t(access === 'opened' ? 'accesses.files.draft' : 'accesses.files.chain')
  }
}

function namesOf(t: Translate, { kind, state }: Accessed): ReadonlyMap<string, string> {
  if (isErased(state)) return new Map()
  if (kind === 'letter') return new Map(state.files.map(({ file, name }) => [file.sha256, name]))
  const { attachments, initials, signature, seal } = state
  const steps = [
    [initials, t('accesses.files.initialled')],
    [signature, t('accesses.files.signed')],
    [seal, t('accesses.files.sealed')],
  ] as const
  return new Map([
    ...attachments.map(({ file, name }) => [file.sha256, name] as const),
    ...steps.flatMap(([act, words]) => (act === null ? [] : [[act.pdf.sha256, words] as const])),
  ])
}
