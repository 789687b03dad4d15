import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import type { CollectiveFields, CollectiveWords } from './use-collective-fields.ts'

/** Name, short form, title of the signer and the signer. */
export function CollectiveRows({
  words,
  signer,
  setWord,
  setSigner,
}: Pick<CollectiveFields, 'words' | 'signer' | 'setWord' | 'setSigner'>) {
  const t = useT()
  const people = usePeople() ?? []
  const row = (field: keyof CollectiveWords, hint: string) => ({
    ...{ value: words[field], maxLength: 200, hint },
    onValue: (value: string) => setWord(field, value),
  })
  return (
    <>
      <TextRow
        label={t('administration.collectives.name')}
        {...row('name', t('administration.collectives.nameHint'))}
      />
      <TextRow
        label={t('administration.collectives.abbreviation')}
        {...row('abbreviation', t('administration.collectives.abbreviationHint'))}
      />
      <TextRow
        label={t('administration.collectives.signerTitle')}
        {...row('title', t('administration.collectives.signerTitleHint'))}
      />
      <PeopleRow
        label={t('administration.collectives.signer')}
        options={people
          .filter(({ roles }) => roles.includes('leader'))
          .map(({ id, name, title }) => ({ id, name, detail: title }))}
        value={signer}
        onChange={setSigner}
      />
    </>
  )
}
