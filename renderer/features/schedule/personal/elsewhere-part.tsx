import { useId, type ReactNode } from 'react'
import classes from './elsewhere.module.css'

interface ElsewherePartProps {
  readonly title: string
  readonly about: ReactNode
  readonly children: ReactNode
}

/** One way in which a calendar here and one elsewhere have to do with each other. */
export function ElsewherePart({ title, about, children }: ElsewherePartProps) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      <p className={classes.about}>{about}</p>
      {children}
    </section>
  )
}
