import { useCallback, useRef, useState } from 'react'

/**
 * A choice that is saved whole: shown at once, saved in order, so that the next one builds on what is shown and not on what was saved
 * before it; also when it goes back to what is stored while an earlier one is still being saved. `save` answers whether it was taken; what
 * was not taken is no longer shown.
 */
export function useChoice<T>(
  stored: T,
  save: (choice: T) => Promise<boolean>,
): readonly [T, (choice: T) => void] {
  const [chosen, setChosen] = useState<{ readonly choice: T; readonly isSaved: boolean } | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  if (chosen?.isSaved === true && JSON.stringify(chosen.choice) === JSON.stringify(stored)) setChosen(null)
  const choose = useCallback(
    (choice: T) => {
      const mine = { choice, isSaved: false }
      setChosen(mine)
      queue.current = queue.current.then(async () => {
        const next = (await save(choice)) ? { choice, isSaved: true } : null
        setChosen((now) => (now === mine ? next : now))
      })
    },
    [save],
  )
  return [chosen === null ? stored : chosen.choice, choose]
}
