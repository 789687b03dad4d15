import { useLayoutEffect, useState, type RefObject } from 'react'
import { PX_PER_MM, ZOOM_STEPS } from '../ui/page-desk.tsx'

const A4_WIDTH_PX = 210 * PX_PER_MM
const MARGINS_PX = 48 + 14

/** The zoom at which a page fills the width it has, between the smallest and the largest step. */
export function useFittingZoom(place: RefObject<HTMLElement | null>): number {
  const [zoom, setZoom] = useState(0.7)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const fit = (): void => {
      const wanted = (element.clientWidth - MARGINS_PX) / A4_WIDTH_PX
      setZoom(Math.min(Math.max(wanted, ZOOM_STEPS[0]), 1.1))
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return zoom
}
