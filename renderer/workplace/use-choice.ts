import { useCallback, useRef, useState } from 'react'

/**
 * A choice that is saved whole: shown at once, saved in order, so that the next one builds on what is shown and not on what was saved
 * before it. `save` answers whether it was taken; what was not taken is no longer shown.
 */
export function useChoice<T>(
  stored: T,
  save: (choice: T) => Promise<boolean>,
): readonly [T, (choice: T) => void] {
  const [chosen, setChosen] = useState<{ readonly choice: T } | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  if (chosen !== null && JSON.stringify(chosen.choice) === JSON.stringify(stored)) setChosen(null)
  const choose = useCallback(
    (choice: T) => {
      const mine = { choice }
      setChosen(mine)
      queue.current = queue.current.then(async () => {
        if (!(await save(choice))) setChosen((now) => (now === mine ? null : now))
      })
    },
    [save],
  )
  return [chosen === null ? stored : chosen.choice, choose]
}
