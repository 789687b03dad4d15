import { toPng } from './to-png.ts'

type Spec =
  { kind: 'hand'; name: string; isInitials: boolean } | { kind: 'seal'; organisation: string; mark: string }

/** The face of the seal; without it letters with Vietnamese marks come from another one. */
const sealFace = new FontFace('Tinos', "url('/fonts/Tinos-Bold.ttf')", { weight: '700' })
const INK = '#14399a'
const RED = '#c8202f'

/** A signature by hand or a round seal, on transparent ground, as PNG in base64. */
export async function drawPicture(spec: Spec): Promise<{ png: string }> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  if (spec.kind === 'hand') {
    drawHand(canvas, context, spec.name, spec.isInitials)
  } else {
    document.fonts.add(await sealFace.load())
    drawSeal(canvas, context, spec)
  }
  return { png: await toPng(canvas) }
}

/** Numbers in 0..1 that depend on the name only, so that a person always signs the same way. */
function* wobble(name: string): Generator<number> {
  let state = 2166136261
  for (;;) {
    for (const letter of `${name} `) {
      state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
      yield (state >>> 8) / 0x1000000
    }
  }
}

/** A stroke of loops with a long tail, as quick signatures are. */
function drawHand(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  name: string,
  isInitials: boolean,
): void {
  canvas.width = isInitials ? 240 : 600
  canvas.height = isInitials ? 160 : 260
  const random = wobble(name)
  const next = (from: number, to: number): number => from + (random.next().value ?? 0) * (to - from)
  const loops = isInitials ? 2 : Math.min(7, 3 + Math.round(name.length / 5))
  const middle = canvas.height * 0.52
  const stepPx = (canvas.width * 0.78) / loops
  context.strokeStyle = INK
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = isInitials ? 5 : 6
  context.beginPath()
  let x = canvas.width * 0.08
  context.moveTo(x, middle + next(10, 40))
  for (let loop = 0; loop < loops; loop++) {
    const tall = loop === 0 ? middle * 0.9 : next(0.25, 0.7) * middle
    const right = x + stepPx
    context.bezierCurveTo(
      x + stepPx * next(0.5, 1.1),
      middle - tall * 1.3,
      x + stepPx * next(-0.2, 0.2),
      middle - tall,
      x + stepPx * 0.45,
      middle + next(5, 25),
    )
    context.quadraticCurveTo(x + stepPx * 0.7, middle + next(15, 45), right, middle - next(0, 20))
    x = right
  }
  context.quadraticCurveTo(
    canvas.width * 0.98,
    middle - next(5, 30),
    canvas.width * 0.97,
    middle - next(20, 50),
  )
  context.stroke()
  if (isInitials) return
  context.lineWidth = 4
  context.beginPath()
  context.moveTo(canvas.width * next(0.2, 0.3), canvas.height * 0.84)
  context.quadraticCurveTo(
    canvas.width * 0.55,
    canvas.height * next(0.68, 0.8),
    canvas.width * 0.88,
    canvas.height * 0.76,
  )
  context.stroke()
}

interface Seal {
  readonly organisation: string
  readonly mark: string
}

/** Two rings, the agency around a star, the practice mark below it. */
function drawSeal(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { organisation, mark }: Seal,
): void {
  const size = 560
  canvas.width = size
  canvas.height = size
  context.translate(size / 2, size / 2)
  context.strokeStyle = RED
  context.fillStyle = RED
  for (const [radius, width] of [
    [270, 12],
    [252, 4],
    [150, 4],
  ] as const) {
    context.lineWidth = width
    context.beginPath()
    context.arc(0, 0, radius, 0, 2 * Math.PI)
    context.stroke()
  }
  textOnArc(context, organisation.toLocaleUpperCase('vi'), 200, -Math.PI / 2, 'outside')
  textOnArc(context, mark.toLocaleUpperCase('vi'), 200, Math.PI / 2, 'inside')
  star(context, 105)
}

function star(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath()
  for (let point = 0; point < 10; point++) {
    const reach = point % 2 === 0 ? radius : radius * 0.382
    const angle = (point * Math.PI) / 5 - Math.PI / 2
    context.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach)
  }
  context.fill()
}

/** Text along the ring, centred at `angle`, as large as fits half the ring. */
function textOnArc(
  context: CanvasRenderingContext2D,
  text: string,
  radius: number,
  angle: number,
  side: 'outside' | 'inside',
): void {
  const longestPx = radius * Math.PI * (side === 'outside' ? 1.15 : 0.6)
  const font = (sizePx: number): string => `700 ${sizePx}px Tinos, 'Times New Roman', serif`
  let sizePx = 60
  do context.font = font(--sizePx)
  while (sizePx > 16 && context.measureText(text).width > longestPx)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const direction = side === 'outside' ? 1 : -1
  let at = angle - (direction * context.measureText(text).width) / radius / 2
  for (const letter of text) {
    const width = context.measureText(letter).width
    at += (direction * width) / radius / 2
    context.save()
    context.rotate(at + (direction * Math.PI) / 2)
    context.translate(0, -direction * radius)
    context.fillText(letter, 0, 0)
    context.restore()
    at += (direction * width) / radius / 2
  }
}
