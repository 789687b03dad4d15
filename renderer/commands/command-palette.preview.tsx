import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { Preview } from '../ui/preview.ts'
import { CommandPalette } from './command-palette.tsx'
import type { Command } from './command.ts'
import { useCommands } from './command-provider.tsx'

const ruleWords = () => ({
  words: 'Phải vào sổ trước khi trình.',
  remedy: 'Vào sổ trước.',
  citation: 'Nghị định 30/2020, Điều 4 khoản 2 điểm c',
})
const nothing = () => undefined
const always = () => true as const

const commands: readonly Command[] = [
  {
    id: 'register',
    title: 'verbs.register',
    group: 'selection',
    icon: 'book-2',
    shortcut: 'KeyR',
    isEnabled: always,
    run: nothing,
  },
  {
    id: 'return',
    title: 'verbs.return',
    group: 'selection',
    icon: 'arrow-back-up',
    shortcut: 'KeyX',
    isEnabled: always,
    run: nothing,
  },
  {
    id: 'present',
    title: 'verbs.present',
    group: 'selection',
    icon: 'send',
    isEnabled: () => ({ rule: 'register-before-present' }),
    run: nothing,
  },
  {
    id: 'draft',
    title: 'verbs.newDraft',
    group: 'commands',
    icon: 'pencil',
    shortcut: 'KeyD',
    isEnabled: always,
    run: nothing,
  },
  {
    id: 'go-incoming',
    title: 'shell.nav.incoming',
    group: 'places',
    icon: 'inbox',
    shortcut: 'KeyG KeyI',
    isEnabled: always,
    run: nothing,
  },
  {
    id: 'go-delivery',
    title: 'shell.nav.delivery',
    group: 'places',
    icon: 'arrows-exchange',
    shortcut: 'KeyG KeyD',
    isEnabled: always,
    run: nothing,
  },
]

function Opener() {
  useCommands(commands)
  const [isOpen, setIsOpen] = useState(new URLSearchParams(location.search).has('palette'))
  const [query, setQuery] = useState('')
  return (
    <>
      <Button keyHint="Ctrl K" onClick={() => setIsOpen(true)}>
        Tìm hoặc ra lệnh
      </Button>
      <CommandPalette
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        ruleWords={ruleWords}
        onRefused={nothing}
        query={query}
        onQuery={setQuery}
        hits={[
          {
            id: '1286',
            group: 'documents',
            title: '1286/UBND-NC',
            detail: 'Rà soát biên chế công chức cấp xã sau sắp xếp',
            icon: 'file-text',
            run: nothing,
          },
        ]}
      />
    </>
  )
}

export const previews: readonly Preview[] = [{ name: 'palette', render: () => <Opener /> }]
