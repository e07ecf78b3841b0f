/** One line through moments; `null` leaves a gap, since what was not measured lies on no line. */
export interface Series {
  /** Class of its line and marks: the page's style sheet gives it the colours of light and dark. */
  readonly name: string
  readonly label: string
  readonly colour: string
  readonly dashed?: boolean
  /** Marks alone, hollow, without a line. */
  readonly hollow?: boolean
  readonly values: readonly (number | null)[]
}

export interface Chart {
  readonly id: string
  readonly title: string
  /** What a reader who cannot see it is told. */
  readonly description: string
  /** ISO 8601, the oldest first. */
  readonly moments: readonly { readonly at: string; readonly label: string; readonly norm: string | null }[]
  readonly series: readonly Series[]
  readonly range: { readonly from: number; readonly to: number; readonly ticks: readonly { readonly at: number; readonly label: string }[] }
  readonly width: number
  readonly height: number
  /** For a file of its own, which no style sheet reaches: with ground, title and legend. */
  readonly alone?: boolean
}

const ink = '#1c2628'
const quiet = '#55646a'
const rule = '#d9dcd6'

const room = { left: 46, right: 24, top: 26, bottom: 34 }

/** Draws a chart as SVG text. Every colour stands as an attribute, so that it needs no style to be read. */
export function drawChart(chart: Chart): string {
  const { id, title, description, width, height, alone = false } = chart
  const head = alone ? 34 + 20 * chart.series.length : 0
  const frame = frameOf(chart, head)
  const parts = [
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(description)}</desc>`,
    ...(alone ? [`<rect width="${width}" height="${height + head}" fill="#ffffff"/>`, legend(chart)] : []),
    ...ticks(chart, frame),
    ...norms(chart, frame),
    ...chart.series.map((series) => drawSeries(series, frame)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height + head}" width="${width}" height="${height + head}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, 'Liberation Sans', Arial, sans-serif" font-size="12">${parts.join('')}</svg>`
}

interface Frame {
  readonly x: readonly number[]
  y(value: number): number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Moments lie as far apart as they were in time. */
function frameOf({ moments, range, width, height }: Chart, head: number): Frame {
  const [left, right, top, bottom] = [room.left, width - room.right, head + room.top, head + height - room.bottom]
  const times = moments.map(({ at }) => Date.parse(at))
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const inset = 12
  const x = times.map((time) =>
    last === first ? (left + right) / 2 : left + inset + ((time - first) / (last - first)) * (right - left - 2 * inset),
  )
  const y = (value: number) => bottom - ((value - range.from) / (range.to - range.from)) * (bottom - top)
  return { x: x.map(rounded), y: (value) => rounded(y(value)), top, bottom, left, right }
}

const rounded = (value: number) => Math.round(value * 10) / 10

/** About as wide as a sign of a label is drawn at the 15 pixels that a phone shows it at. */
const signWidth = 8.5
const leastSpace = 6

function ticks({ range, moments }: Chart, { x, y, left, right, bottom }: Frame): string[] {
  const lines = range.ticks.map(
    ({ at, label }) =>
      `<line class="rule" x1="${left}" x2="${right}" y1="${y(at)}" y2="${y(at)}" stroke="${rule}"/><text class="quiet" x="${left - 8}" y="${y(at) + 4}" text-anchor="end" fill="${quiet}">${escaped(label)}</text>`,
  )
  const dates = labelsWithRoom(moments.map(({ label }, at) => labelAt(label, x[at] ?? 0, right)))
  return [
    ...lines,
    ...dates.map(
      ({ label, place, anchor }) =>
        `<text class="quiet" x="${place}" y="${bottom + 20}" text-anchor="${anchor}" fill="${quiet}">${escaped(label)}</text>`,
    ),
  ]
}

interface Label {
  readonly label: string
  readonly place: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly from: number
  readonly to: number
}

function labelAt(label: string, place: number, right: number): Label {
  const width = label.length * signWidth
  const anchor = place + width / 2 > right + room.right ? 'end' : place - width / 2 < 0 ? 'start' : 'middle'
  const from = anchor === 'end' ? place - width : anchor === 'start' ? place : place - width / 2
  return { label, place, anchor, from, to: from + width }
}

/** Labels that would lie over each other are left to the table; the newest one is always there. */
function labelsWithRoom(labels: readonly Label[]): Label[] {
  const kept: Label[] = []
  for (const label of labels.toReversed()) {
    const next = kept[0]
    if (!next || label.to + leastSpace <= next.from) kept.unshift(label)
  }
  return kept
}

/** A vertical line where something else began to be asked. */
function norms({ moments }: Chart, { x, top, bottom, right }: Frame): string[] {
  return moments.flatMap(({ norm }, at) => {
    if (norm === null) return []
    // Just before the audit that was the first to be measured so.
    const place = rounded((x[at] ?? 0) - 8)
    const anchor = place > right / 2 ? 'end' : 'start'
    return [
      `<line class="norm" x1="${place}" x2="${place}" y1="${top - 12}" y2="${bottom}" stroke="${ink}" stroke-dasharray="2 3"/><text class="quiet" x="${place + (anchor === 'end' ? -4 : 4)}" y="${top - 10}" text-anchor="${anchor}" fill="${quiet}" font-size="11">${escaped(norm)}</text>`,
    ]
  })
}

function drawSeries({ name, colour, dashed, hollow, values }: Series, { x, y }: Frame): string {
  const points = values.map((value, at) => (value === null ? null : ([x[at] ?? 0, y(value)] as const)))
  const marks = points.flatMap((point) =>
    point === null
      ? []
      : [
          hollow
            ? `<circle class="trend-hollow" cx="${point[0]}" cy="${point[1]}" r="5.5" fill="#ffffff" stroke="${colour}" stroke-width="1.6"/>`
            : dashed
              ? `<rect class="trend-mark" x="${point[0] - 3.5}" y="${point[1] - 3.5}" width="7" height="7" fill="${colour}"/>`
              : `<circle class="trend-mark" cx="${point[0]}" cy="${point[1]}" r="3.5" fill="${colour}"/>`,
        ],
  )
  const line = hollow
    ? ''
    : `<path d="${pathOf(points)}" fill="none" stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ''}/>`
  return `<g class="series ${name}">${line}${marks.join('')}</g>`
}

function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let isDown = false
  return points
    .flatMap((point) => {
      if (point === null) {
        isDown = false
        return []
      }
      const step = `${isDown ? 'L' : 'M'}${point[0]} ${point[1]}`
      isDown = true
      return [step]
    })
    .join(' ')
}

function legend({ title, series }: Chart): string {
  const lines = series.map(({ label, colour, hollow, dashed }, at) => {
    const y = 44 + at * 20
    const mark = hollow
      ? `<circle cx="${room.left + 8}" cy="${y - 4}" r="5" fill="#ffffff" stroke="${colour}" stroke-width="1.6"/>`
      : `<line x1="${room.left}" x2="${room.left + 16}" y1="${y - 4}" y2="${y - 4}" stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ''}/>`
    return `${mark}<text x="${room.left + 24}" y="${y}" fill="${ink}">${escaped(label)}</text>`
  })
  return `<text x="${room.left}" y="22" font-size="16" fill="${ink}">${escaped(title)}</text>${lines.join('')}`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Control signs have no place in XML, and names come from pages of others.
const escaped = (text: string): string => text.replace(/[\p{Cc}]/gu, ' ').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
