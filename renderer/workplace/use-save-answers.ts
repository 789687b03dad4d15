import { useCallback } from 'react'
import type { AnsweredQuestion, AnswersFile } from '#shared/domain/meetings/answers-file/answers-file.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { useSaveBytes } from './use-save-bytes.ts'

/** Writes questions with their signed answers where the user says: a file that `congso ballot verify` checks anywhere. */
export function useSaveAnswers(): (
  name: string,
  questions: () => Promise<readonly AnsweredQuestion[]>,
) => void {
  const { workspace, readers } = useDesk()
  const save = useSaveBytes()
  return useCallback(
    (name, questions) => {
      save(`${name}.json`, 'application/json', async () => {
        const agency = await readers.office.agency(workspace)
        const file: AnswersFile = {
          ...{ format: 'congso-answers', version: 1, workspace, agency: agency?.state.name ?? '' },
          madeAt: instantFrom(Date.now()),
          questions: [...(await questions())],
        }
        return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
      })
    },
    [save, readers, workspace],
  )
}
