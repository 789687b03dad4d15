import { useEffect, useState } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import { useNative } from '../workplace/native-context.tsx'

/** Everyone one may work as in Practice; empty elsewhere and while it cannot be asked. */
export function usePracticePeople(): readonly PracticePerson[] {
  const native = useNative()
  const [people, setPeople] = useState<readonly PracticePerson[]>([])
  useEffect(() => {
    let isCurrent = true
    native.invoke('session.listPracticePeople', undefined).then(
      (found) => {
        if (isCurrent) setPeople(found)
      },
      () => setPeople([]),
    )
    return () => {
      isCurrent = false
    }
  }, [native])
  return people
}
