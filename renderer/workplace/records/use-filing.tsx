import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ItemFacts } from '#shared/domain/records/case-file.ts'
import type { Command } from '../../commands/command.ts'
import { verb } from '../use-verbs.ts'
import { ChooseFile } from './choose-file.tsx'

const NONE: readonly Command[] = []

/** `H` on a letter or document: the verb, and the sheet while it asks. `facts` null: nothing to file yet. `answers`: the letter it answers. `onFinish`: closes the own part too. */
export function useFiling(
  kind: 'letter' | 'document',
  id: string,
  facts: ItemFacts | null,
  answers: string | null,
  onFinish?: () => void,
): { readonly commands: readonly Command[]; readonly asking: ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const canFile = facts !== null
  const commands = useMemo(
    () =>
      canFile
        ? [
            verb(`${kind}.file`, 'records.verbs.file', () => setAsking(true), {
              icon: 'folder',
              shortcut: 'KeyH',
            }),
          ]
        : NONE,
    [kind, canFile],
  )
  const related = [{ kind, id }, ...(answers === null ? [] : [{ kind: 'letter' as const, id: answers }])]
  const asking =
    isAsking && facts !== null ? (
      <ChooseFile
        source={{ kind, id }}
        facts={facts}
        related={related}
        onClose={() => setAsking(false)}
        onFinish={onFinish}
      />
    ) : null
  return { commands, asking }
}
