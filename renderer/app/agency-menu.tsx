import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import { AgencySwitch, type AgencyChoice } from '../ui/agency-switch.tsx'

interface AgencyMenuProps {
  readonly post: string
  readonly name: string
  readonly superior: string
  readonly people: readonly PracticePerson[]
  readonly onSwitch: (person: PracticePerson) => void
}

/** Every agency and post of the person at this desk; in Practice also the same post in the other agency. */
export function AgencyMenu({ post, name, superior, people, onSwitch }: AgencyMenuProps) {
  const now = people.find((one) => one.post === post)
  const mine = people.filter((one) => one.person === now?.person)
  const elsewhere = [...new Set(people.map((one) => one.workspace))]
    .filter((workspace) => mine.every((one) => one.workspace !== workspace))
    .flatMap((workspace) => {
      const members = people.filter((one) => one.workspace === workspace)
      const peer = members.find((one) => one.title === now?.title) ?? members[0]
      return peer === undefined ? [] : [peer]
    })
  const choices = [...mine, ...elsewhere]
  const choiceOf = (one: PracticePerson): AgencyChoice => ({
    id: one.post,
    name: one.agency,
    detail: `${one.name}, ${one.title}`,
  })
  return (
    <AgencySwitch
      current={{ id: post, name: withoutPlace(name, superior), detail: superior }}
      choices={choices.map(choiceOf)}
      onChoose={(id) => {
        const chosen = choices.find((one) => one.post === id)
        if (chosen !== undefined && id !== post) onSwitch(chosen)
      }}
    />
  )
}

/** The line below names the province already; without it the name of the agency fits. */
function withoutPlace(name: string, superior: string): string {
  const place = superior.replace(/^(UBND|Ủy ban nhân dân)(?= )/u, '')
  return place !== superior && name.endsWith(place) ? name.slice(0, -place.length) : name
}
