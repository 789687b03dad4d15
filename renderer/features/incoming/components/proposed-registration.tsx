import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { bookFor } from '#shared/domain/registers/choose-book.ts'
import { useBooks } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { RegistrationLine, type RegistrationField } from '../../../ui/registration-line.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useLeaders } from '../hooks/use-leaders.ts'

interface ProposedRegistrationProps {
  readonly letter: Letter
  readonly presentTo: string | null
  readonly onPresentTo: (post: string) => void
}

/** What will be written into the register; only for clerks, only until it was presented. */
export function ProposedRegistration({ letter, presentTo, onPresentTo }: ProposedRegistrationProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const me = useMe()
  const book = bookFor(useBooks() ?? [], { direction: 'incoming', kind: letter.content.typeName, today })
  const { leaders, leader } = useLeaders(presentTo)
  if (
    !hasRole(me, 'clerk') ||
    !['arrived', 'accepted', 'registered'].includes(letter.status) ||
    book === undefined
  )
    return null
  const fields: RegistrationField[] = [
    { id: 'book', label: t('incoming.registration.book'), value: book.name, isFixed: true },
    letter.number === null
      ? {
          id: 'number',
          label: t('incoming.registration.number'),
          value: formats.number(book.last + 1),
          isFixed: true,
          note: t('incoming.registration.nextNumber'),
        }
      : {
          id: 'number',
          label: t('incoming.registration.number'),
          value: formats.number(letter.number.number),
          isFixed: true,
        },
    {
      id: 'date',
      label: t('incoming.registration.date'),
      value: formats.date(letter.number?.date ?? today),
      isFixed: true,
    },
    {
      id: 'present',
      label: t('incoming.registration.present'),
      value: leader?.name ?? '',
      chosen: leader?.id,
      choices: leaders.map((post) => ({ value: post.id, label: `${post.name}, ${post.title}` })),
    },
  ]
  return <RegistrationLine fields={fields} onChange={(_, value) => onPresentTo(value)} />
}
