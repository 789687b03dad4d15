import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCommands } from '../commands/command-provider.tsx'

/** `Esc` on an open document: back to where it was opened from. The tab stays. */
export function useCloseDocument(): () => void {
  const { history } = useRouter()
  const back = useMemo(() => () => history.back(), [history])
  useCommands(
    useMemo(
      () => [
        {
          id: 'document.back',
          title: 'common.back',
          group: 'commands',
          shortcut: 'Escape',
          isEnabled: () => true as const,
          run: back,
        },
      ],
      [back],
    ),
  )
  return back
}
