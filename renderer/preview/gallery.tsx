import { Fragment } from 'react'
import type { Preview } from '../ui/preview.ts'
import classes from './gallery.module.css'
import { screenNames } from './preview-screen.tsx'

const files = import.meta.glob<{ readonly previews: readonly Preview[] }>('../**/*.preview.tsx', {
  eager: true,
})

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.preview\.tsx$/, '')

/** Every part in every state that its preview draws, and links to the whole screens. */
export function Gallery() {
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>Gallery</h1>
      <nav className={classes.links}>
        {screenNames.map((name) => (
          <Fragment key={name}>
            {['light', 'dark'].map((scheme) => (
              <a key={scheme} href={`?screen=${name}&scheme=${scheme}`}>
                {name} {scheme}
              </a>
            ))}
          </Fragment>
        ))}
      </nav>
      {Object.entries(files).map(([path, { previews }]) => (
        <section key={path} className={classes.part}>
          <h2 className={classes.heading}>{nameOf(path)}</h2>
          <div className={classes.previews}>
            {previews.map((preview) => (
              <figure key={preview.name} className={classes.preview}>
                <div>{preview.render()}</div>
                <figcaption className={classes.caption}>{preview.name}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </main>
  )
}
