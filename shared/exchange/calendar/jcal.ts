/**
 * A calendar as jCal (RFC 7265): every property and component in its order, known or not, so that nothing is lost between reading and
 * writing. Names are in lower case, as the RFC has them. Values are never changed in place.
 */
export type JValue = string | number | boolean | readonly JValue[] | { readonly [key: string]: JValue }
export type JParameters = Readonly<Record<string, string | readonly string[]>>
export type JProperty = readonly [name: string, parameters: JParameters, type: string, ...values: JValue[]]
export type JComponent = readonly [
  name: string,
  properties: readonly JProperty[],
  components: readonly JComponent[],
]

/** All properties of this name, in order. */
export function propertiesOf([, properties]: JComponent, name: string): readonly JProperty[] {
  return properties.filter(([one]) => one === name)
}

/** The first property of this name. */
export function propertyOf([, properties]: JComponent, name: string): JProperty | undefined {
  return properties.find(([one]) => one === name)
}

/** The first value of the first property of this name, if it is text. */
export function textOf(component: JComponent, name: string): string | undefined {
  const value = propertyOf(component, name)?.[3]
  return typeof value === 'string' ? value : undefined
}

/** A value that should be text; nothing when it is none. */
export function textValue(value: JValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A parameter's value; the first where there are several. */
export function parameterOf([, parameters]: JProperty, name: string): string | undefined {
  const value = parameters[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** Components of this name directly below. */
export function componentsOf([, , components]: JComponent, name: string): readonly JComponent[] {
  return components.filter(([one]) => one === name)
}

/** The same component with these properties in the place of all of their name, or at the end where there was none. */
export function withProperties(
  [component, properties, components]: JComponent,
  name: string,
  next: readonly JProperty[],
): JComponent {
  const at = properties.findIndex(([one]) => one === name)
  const others = properties.filter(([one]) => one !== name)
  const place = at === -1 ? others.length : at
  return [component, [...others.slice(0, place), ...next, ...others.slice(place)], components]
}

/** The same component with one property of this name, or none. */
export function withProperty(component: JComponent, name: string, next: JProperty | undefined): JComponent {
  return withProperties(component, name, next === undefined ? [] : [next])
}

/** The same property with a parameter set, or taken away. */
export function withParameter(property: JProperty, name: string, value: string | undefined): JProperty {
  const [own, parameters, ...rest] = property
  const others = Object.fromEntries(Object.entries(parameters).filter(([one]) => one !== name))
  return [own, value === undefined ? others : { ...others, [name]: value }, ...rest]
}

/** The same component with these components below it. */
export function withComponents(
  [name, properties]: JComponent,
  components: readonly JComponent[],
): JComponent {
  return [name, properties, components]
}
